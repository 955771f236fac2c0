"""Make the list of all that a local lawyer must confirm."""

import argparse

from bot.app import today_in_china
from bot.commands.days import day
from bot.commands.knowing import knowledge_of
from bot.papers.review import review_list


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the paper."""
    parser.add_argument("--date", type=day, help="当作这一天，例如 2026-12-01")


def paper(given: argparse.Namespace) -> str:
    """Return the list as Markdown."""
    return review_list(knowledge_of(), given.date or today_in_china())
