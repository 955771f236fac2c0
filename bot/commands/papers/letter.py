"""Make one letter, blank or as a card's answers fill it."""

import argparse
from datetime import date

from bot.app import today_in_china
from bot.commands.days import day
from bot.commands.knowing import knowledge_of
from bot.core.advice import advise
from bot.core.codes import CodeError, read_code
from bot.core.fitting import fitting
from bot.core.knowledge import Knowledge, Letter
from bot.core.walking import walk
from bot.papers.letters.filling import Situation
from bot.papers.offer import letter_papers
from bot.reading.nearest import suggestion

FORMS = ("txt", "docx", "html")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the paper."""
    parser.add_argument(
        "letter", nargs="?", default="", help="材料的名字；不写就列出来"
    )
    parser.add_argument("--card", default="", metavar="编号", help="按卡片编号填")
    parser.add_argument("--form", choices=FORMS, default="txt", help="哪种文件")
    parser.add_argument("--date", type=day, help="当作这一天")


def paper(given: argparse.Namespace) -> str | bytes:
    """Return the letter, or the list of all letters."""
    knowledge = knowledge_of()
    if not given.letter:
        return "".join(f"{name}\n" for name in knowledge.letters)
    letter = knowledge.letters.get(given.letter)
    if letter is None:
        right = suggestion(given.letter, knowledge.letters)
        raise SystemExit(f"没有叫“{given.letter}”的材料；{right or '不写名字会列出来'}")
    situation = _situation(knowledge, letter, given.card, given.date)
    papers = letter_papers(knowledge, letter, situation)
    made = next(one for one in papers if one.form == given.form).make()
    return made if given.form == "docx" else made.decode()


def _situation(
    knowledge: Knowledge, letter: Letter, code: str, played: date | None
) -> Situation:
    if not code:
        return Situation(played or today_in_china())
    try:
        case, made_on = read_code(knowledge, code)
    except CodeError as error:
        raise SystemExit(str(error)) from None
    path = walk(knowledge, case, made_on)
    advice = advise(knowledge, path, made_on)
    fits = dict(fitting(knowledge, (path, advice), made_on))
    item = fits.get(letter) or next(iter(advice.items), None)
    return Situation(made_on, case.matter or "", path.facts, item)
