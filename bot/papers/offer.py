"""Offer what fits a talk: the papers a channel can send, show or print."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from importlib import import_module
from typing import Literal, TypeAlias, cast

from bot.core.advice import advise
from bot.core.agenda import Outcome, agenda
from bot.core.discretion import NO_PLAIN_TEXT, hushed
from bot.core.fitting import fitting
from bot.core.knowledge import Knowledge, Letter
from bot.core.state import State
from bot.core.walking import walk
from bot.papers.calendar import calendar_of
from bot.papers.letters.filling import Filled, Situation, fill
from bot.papers.letters.layout import html_of, text_of
from bot.papers.timeline import timeline_of, way_in_words

Kind: TypeAlias = Literal["letter", "calendar", "timeline"]
Form: TypeAlias = Literal["docx", "txt", "html", "ics", "svg"]
CALENDAR, TIMELINE, NEUTRAL = "日历", "进程图", "材料"
MEDIA: dict[Form, str] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "txt": "text/plain; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
    "svg": "image/svg+xml",
}


@dataclass(frozen=True, slots=True)
class Paper:
    """Offer one file; its bytes are made when they are asked for."""

    kind: Kind
    title: str
    form: Form
    make: Callable[[], bytes]
    words: str = ""
    """What a picture shows, for those who do not see it."""
    hidden: bool = False
    """Whether the name of the file must not tell what it is about."""

    @property
    def name(self) -> str:
        """Return the name to keep the file under."""
        return f"{NEUTRAL if self.hidden else self.title}.{self.form}"

    @property
    def media_type(self) -> str:
        """Return what a browser must know of the bytes."""
        return MEDIA[self.form]


def papers_for(knowledge: Knowledge, state: State, today: date) -> tuple[Paper, ...]:
    """Return every paper that fits the case in hand, the most needed first.

    Nothing fits before the talk has come to a card.
    """
    path = walk(knowledge, state.case, today)
    if path.here is not None:
        return ()
    matter = state.case.matter or ""
    outcome = path, advise(knowledge, path, today)
    hidden = hushed(knowledge, state.case) in NO_PLAIN_TEXT
    letters = tuple(
        replace(paper, hidden=hidden or letter.bare)
        for letter, item in fitting(knowledge, outcome, today)
        for paper in letter_papers(
            knowledge, letter, Situation(today, matter, path.facts, item)
        )
    )
    return (*letters, *_days(knowledge, outcome, today, hidden=hidden))


def letter_papers(
    knowledge: Knowledge, letter: Letter, situation: Situation
) -> tuple[Paper, ...]:
    """Return a letter in every form it comes in."""
    filled = fill(knowledge, letter, situation)
    made: tuple[tuple[Form, Callable[[], bytes]], ...] = (
        ("docx", partial(_docx, filled)),
        ("txt", lambda: text_of(filled).encode()),
        ("html", lambda: html_of(filled).encode()),
    )
    return tuple(Paper("letter", letter.name, form, make) for form, make in made)


def _days(
    knowledge: Knowledge, outcome: Outcome, today: date, *, hidden: bool
) -> Iterator[Paper]:
    """Yield the calendar, if a day comes, and the picture of the way."""
    if agenda(knowledge, outcome, today):
        calendar = partial(calendar_of, knowledge, outcome, today, hidden=hidden)
        yield Paper("calendar", CALENDAR, "ics", calendar)
    yield Paper(
        "timeline",
        TIMELINE,
        "svg",
        lambda: timeline_of(knowledge, outcome, today).encode(),
        way_in_words(knowledge, outcome, today),
    )


def _docx(filled: Filled) -> bytes:
    """Make the .docx; its library is loaded only now."""
    module = import_module("bot.papers.letters.document")
    return cast("bytes", module.docx_of(filled))
