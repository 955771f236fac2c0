"""Say which papers a card has to hand: the buttons, and the pages behind them."""

from collections.abc import Iterator
from datetime import date

from bot.core.agenda import Outcome, agenda
from bot.core.fitting import fitting
from bot.core.knowledge import Knowledge
from bot.core.phrases import say
from bot.core.wording import day_text

PAPER_WORDS = {"写材料": "letters", "存日历": "calendar", "打印": "print"}
"""Buttons of papers and the pages they turn to; a channel drops what it cannot do."""


def paper_words(knowledge: Knowledge, outcome: Outcome, today: date) -> tuple[str, ...]:
    """Return the buttons that have something behind them."""
    has = {
        "写材料": bool(fitting(knowledge, outcome, today)),
        "存日历": bool(agenda(knowledge, outcome, today)),
        "打印": True,
    }
    return tuple(word for word in PAPER_WORDS if has[word])


def paper_page(
    knowledge: Knowledge, page: str, outcome: Outcome, today: date
) -> tuple[str, ...]:
    """Return the lines of a page of papers; how to get them a channel adds."""
    match page:
        case "letters":
            lines = tuple(_letters(knowledge, outcome, today))
        case "calendar":
            lines = tuple(_days(knowledge, outcome, today))
        case _:
            return (say(knowledge, "page_print"),)
    return (say(knowledge, f"page_{page}" if lines else f"page_{page}_none"), *lines)


def _letters(knowledge: Knowledge, outcome: Outcome, today: date) -> Iterator[str]:
    for number, (letter, item) in enumerate(fitting(knowledge, outcome, today), 1):
        purpose = item.remedy.label or item.remedy.name
        goes_along = item.remedy.name not in letter.remedies
        code = "page_letters_along" if goes_along else "page_letters_one"
        yield say(knowledge, code, number=number, letter=letter.name, remedy=purpose)


def _days(knowledge: Knowledge, outcome: Outcome, today: date) -> Iterator[str]:
    for due in agenda(knowledge, outcome, today):
        yield f"{day_text(due.day, today)}：{due.title}"
