"""Show how many talks there were by day and guide, where there were many."""

import argparse
import asyncio
import json

from bot.app import today_in_china
from bot.storing.counting import FEWEST, shown
from bot.storing.opening import read_counts


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("--json", action="store_true", help="输出 JSON")


def run(given: argparse.Namespace) -> int:
    """Print the counts of whole days."""
    table = shown(asyncio.run(read_counts()), today_in_china())
    if given.json:
        print(json.dumps(table, ensure_ascii=False, indent=2))
        return 0
    for day, guides in table.items():
        print(day)
        for guide, n in guides.items():
            print(f"  {guide}：{n}")
    print(f"只显示整天的、{FEWEST}件以上的；举报和求救不计。")
    return 0
