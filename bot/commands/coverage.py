"""Show which rows of a category list lead to a matter."""

import argparse
from pathlib import Path

from bot.commands.knowing import knowledge_of
from bot.proving import TaxonomyError, coverage, read_taxonomy


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("taxonomy", type=Path, help="分类表（CSV）")


def run(given: argparse.Namespace) -> int:
    """Name the rows that lead nowhere; exit 1 when there is one."""
    try:
        rows = read_taxonomy(given.taxonomy)
    except TaxonomyError as error:
        raise SystemExit(str(error)) from None
    found = coverage(knowledge_of(), rows)
    for name in found.missing:
        print(f"没有事项接着：{name}")
    for matter, name in found.unknown:
        print(f"“{matter}”写的“{name}”不在分类表里")
    print(f"{len(rows) - len(found.missing)}/{len(rows)} 行有事项接着")
    return int(bool(found.missing))
