"""Print again exactly what a card said, from its code."""

import argparse

from bot.commands.knowing import knowledge_of
from bot.core.advice import advise
from bot.core.cards import write_card
from bot.core.codes import CodeError, read_code
from bot.core.layout import card_text
from bot.core.walking import walk


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("code", help="卡片最后一行的编号")


def run(given: argparse.Namespace) -> int:
    """Print the card of the code as it was said on its day."""
    knowledge = knowledge_of()
    try:
        case, day = read_code(knowledge, given.code)
    except CodeError as error:
        raise SystemExit(str(error)) from None
    path = walk(knowledge, case, day)
    if path.here is not None:
        raise SystemExit("这个编号的回答没有走到指引")
    advice = advise(knowledge, path, day)
    print(card_text(write_card(knowledge, case, (path, advice), day)))
    return 0
