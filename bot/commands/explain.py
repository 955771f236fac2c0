"""Print again exactly what a card said, from its code."""

import argparse
from datetime import date

from bot.commands.cards import knowledge_of_card
from bot.core.advice import advise
from bot.core.cards import Card, write_card
from bot.core.codes import CodeError, read_code
from bot.core.facts import Case
from bot.core.knowledge import Knowledge
from bot.core.layout import card_text
from bot.core.walking import walk


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("code", help="卡片最后一行的编号")


def run(given: argparse.Namespace) -> int:
    """Print the card of the code as it was said on its day."""
    knowledge, case, day = card_of(given.code)
    print(card_text(written(knowledge, case, day)))
    return 0


def card_of(code: str) -> tuple[Knowledge, Case, date]:
    """Return the knowledge, the answers and the day of a card.

    Raises: SystemExit when the code was mistyped, or its knowledge is not kept.
    """
    knowledge = knowledge_of_card(code)
    if knowledge is None:
        raise SystemExit(
            f"编号“{code}”不属于现在的资料，版本记录里也没有；编号有没有抄错？"
        )
    try:
        return (knowledge, *read_code(knowledge, code))
    except CodeError as error:
        raise SystemExit(str(error)) from None


def written(knowledge: Knowledge, case: Case, day: date) -> Card:
    """Return the card that the answers lead to on a day.

    Raises: SystemExit when they do not lead to one.
    """
    path = walk(knowledge, case, day)
    if path.here is not None:
        raise SystemExit("这个编号的回答没有走到指引")
    return write_card(knowledge, case, (path, advise(knowledge, path, day)), day)
