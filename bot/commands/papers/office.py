"""Make an office paper of a kind; every kind's file beside this one calls it."""

import argparse

from bot.app import today_in_china
from bot.commands.days import day
from bot.commands.knowing import knowledge_of
from bot.papers.office import UnknownSheetError, sheet


def about(parser: argparse.ArgumentParser, what: str, default: str | None) -> None:
    """Add what the paper is about; a default makes it optional."""
    parser.add_argument(
        "about", nargs="?" if default is not None else None, default=default, help=what
    )
    parser.add_argument("--date", type=day, help="当作这一天")


def made(kind: str, given: argparse.Namespace) -> str:
    """Return the paper of a kind, or say plainly what there is not."""
    try:
        today = given.date or today_in_china()
        return sheet(knowledge_of(), kind, given.about, today)
    except UnknownSheetError as error:
        raise SystemExit(str(error)) from None
