"""Read stories: whole conversations with the result they expect (对话样例)."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from bot.core.knowledge import NOWHERE, Place, Problem
from bot.reading.directory_schema import STORIES_FILE
from bot.reading.fields import Fields
from bot.reading.nodes import Scalar
from bot.reading.sheets import read_sheet


@dataclass(frozen=True, slots=True)
class Turn:
    """Say one thing; `asks` is the question that stands before it is said."""

    say: str
    asks: str = ""
    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class CardExpectation:
    """Expect one card at the end, in the order of the cases."""

    matter: str = ""
    remedies: tuple[str, ...] = ()
    act_by: tuple[tuple[str, date], ...] = ()
    surely_over: tuple[tuple[str, date], ...] = ()
    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Story:
    """Hold one whole conversation (对话样例)."""

    name: str
    date: date
    talk: tuple[Turn, ...]
    cards: tuple[CardExpectation, ...] = ()
    utterance: int | None = None
    place: Place = field(default=NOWHERE, compare=False)


def read_stories(path: Path) -> tuple[tuple[Story, ...], tuple[Problem, ...]]:
    """Return the stories of a file; none when there are problems."""
    file = path.as_posix()
    sheet = read_sheet(file, path.read_bytes(), STORIES_FILE)
    problems = tuple(sorted(sheet.problems))
    if sheet.root is None:
        return (), problems
    if any(one.severity == "error" for one in problems):
        return (), problems
    fields = Fields(sheet.root, file, {})
    return tuple(_story(item) for item in fields.items("stories")), problems


def _story(fields: Fields) -> Story:
    day = fields.day("date")
    assert day is not None
    return Story(
        name=fields.text("story"),
        date=day,
        talk=tuple(_turn(item) for item in fields.items("talk")),
        cards=tuple(_card(item) for item in fields.items("cards")),
        utterance=fields.whole("utterance"),
        place=fields.place(),
    )


def _turn(fields: Fields) -> Turn:
    if isinstance(fields.node, Scalar):
        return Turn(fields.node.text, place=fields.place())
    return Turn(
        say=fields.text("say"),
        asks=fields.text("asks"),
        must=fields.texts("must"),
        must_not=fields.texts("must_not"),
        place=fields.place(),
    )


def _card(fields: Fields) -> CardExpectation:
    return CardExpectation(
        matter=fields.text("matter"),
        remedies=fields.texts("remedies"),
        act_by=_days(fields, "act_by"),
        surely_over=_days(fields, "surely_over"),
        must=fields.texts("must"),
        must_not=fields.texts("must_not"),
        place=fields.place(),
    )


def _days(fields: Fields, key: str) -> tuple[tuple[str, date], ...]:
    entries = ((name.text, below.node) for name, below in fields.entries(key))
    return tuple(
        (name, date.fromisoformat(node.text))
        for name, node in entries
        if isinstance(node, Scalar)
    )
