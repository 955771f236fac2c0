"""Write the public correction of a card, or of all that was said of a matter."""

import argparse
from datetime import date
from pathlib import Path

from bot.app import today_in_china
from bot.commands.days import day
from bot.commands.explain import card_of, written
from bot.commands.knowing import knowledge_of
from bot.core.cards import Card
from bot.core.codes import VERSION_SIGNS
from bot.core.dialogue import State, adopted
from bot.core.knowledge import Knowledge
from bot.papers.correction import (
    Correction,
    Wrong,
    changed,
    correction_html,
    correction_text,
)
from bot.reading.nearest import suggestion

FEWEST = "把错的和对的写明：--wrong 原来写的 --right 应当是"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("what", help="卡片编号，或事项的名字")
    parser.add_argument("--wrong", default="", help="原来写的；卡片能自己比出来")
    parser.add_argument("--right", default="", help="应当是")
    parser.add_argument(
        "--out", type=Path, default=Path(), metavar="文件夹", help="写到哪里"
    )
    parser.add_argument("--date", type=day, help="勘误的日子")


def run(given: argparse.Namespace) -> int:
    """Write the correction as text and as a page, and name the files."""
    today = given.date or today_in_china()
    made = _correction(knowledge_of(), given, today)
    stem = given.out / f"勘误-{made.matter}-{today}"
    for ending, words in (
        (".txt", correction_text(made)),
        (".html", correction_html(made)),
    ):
        path = stem.with_name(stem.name + ending)
        path.write_text(words, "utf-8")
        print(path)
    return 0


def _correction(
    knowledge: Knowledge, given: argparse.Namespace, today: date
) -> Correction:
    told = (Wrong(given.wrong, given.right),) if given.wrong or given.right else ()
    if given.what in knowledge.matters:
        if not told:
            raise SystemExit(FEWEST)
        whose = f"{today.year}年{today.month}月{today.day}日以前"
        cards = f"{whose}拿到“{given.what}”卡片的，请看这里。"
        return Correction(given.what, today, cards, told)
    if "-" not in given.what:
        hint = suggestion(given.what, knowledge.matters)
        raise SystemExit(f"“{given.what}”不是卡片编号，也没有这个事项。{hint}")
    return _of_card(knowledge, given.what, told, today)


def _of_card(
    knowledge: Knowledge, code: str, told: tuple[Wrong, ...], today: date
) -> Correction:
    """Compare what the card said with what the same answers lead to now."""
    then, case, on = card_of(code)
    before = written(then, case, on)
    state = adopted(knowledge, State(then.version, (case,), menu=()))
    wrongs = told or changed(_told(before), _told(written(knowledge, state.case, on)))
    if not wrongs:
        raise SystemExit(f"现在的资料和这张卡片说的一样。先改好资料，或者{FEWEST}")
    sign = code.strip().upper()[:VERSION_SIGNS]
    cards = f"拿到“{before.matter}”卡片、编号以 {sign}- 开头的，请看这里。"
    return Correction(before.matter or "卡片", today, cards, wrongs)


def _told(card: Card) -> str:
    """Return what a card says to a citizen; versions and codes always differ."""
    sections = card.sections[:-1]
    lines = [*card.head, *(line for one in sections for line in one.lines)]
    return "\n".join(lines)
