"""Make the source report of guides or matters."""

import argparse

from bot.app import today_in_china
from bot.commands.days import day
from bot.commands.knowing import knowledge_of
from bot.papers.sources import UnknownNameError, source_report


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the paper."""
    parser.add_argument("name", nargs="?", default="", help="领域或事项；不写就是全部")
    parser.add_argument("--date", type=day, help="当作这一天，例如 2026-12-01")


def paper(given: argparse.Namespace) -> str:
    """Return the report as Markdown."""
    try:
        return source_report(knowledge_of(), given.name, given.date or today_in_china())
    except UnknownNameError as error:
        raise SystemExit(str(error)) from None
