"""Find all in the knowledge that nobody has verified, or that says so itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date

from bot.core.knowledge import A_YEAR, NOWHERE, Knowledge, Place

_TO_CONFIRM = re.compile(r"待核|请[^。；，]{0,12}核实|可能有修改|规定有变")
_NAMES = ("name", "number", "title", "year", "law", "agency")
"""What a thing is called by, the first that it has."""


@dataclass(frozen=True, slots=True)
class Doubtful:
    """Hold one thing to confirm: what it is called, what it says, where it stands."""

    name: str
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class _Thing:
    """Keep one thing of the knowledge with what the things around it say."""

    value: object
    place: Place
    verified_on: date | None


def unverified(knowledge: Knowledge, today: date) -> Iterator[Doubtful]:
    """Return what must be verified on a day and was not, or not within a year."""
    for thing in _things(knowledge, NOWHERE, None):
        if hasattr(thing.value, "verified_on"):
            old = thing.verified_on is None or today - thing.verified_on > A_YEAR
            if old or getattr(thing.value, "sure", True) is False:
                said = getattr(thing.value, "source", "") or "没写出处"
                yield Doubtful(_name(thing.value), said, thing.place)


def marked(knowledge: Knowledge) -> Iterator[Doubtful]:
    """Return every text that says 待核 or sends the citizen to verify, once."""
    found = (
        Doubtful(_name(thing.value), text, thing.place)
        for thing in _things(knowledge, NOWHERE, None)
        for text in _texts(thing.value)
        if _TO_CONFIRM.search(text)
    )
    keyed = {(one.name, one.text, one.place.file): one for one in found}
    return iter(keyed.values())


def _things(value: object, place: Place, day: date | None) -> Iterator[_Thing]:
    """Walk through everything the knowledge holds."""
    match value:
        case dict():
            for one in value.values():
                yield from _things(one, place, day)
        case tuple() | frozenset():
            for one in value:
                yield from _things(one, place, day)
        case _ if is_dataclass(value) and not isinstance(value, Place):
            own = getattr(value, "place", NOWHERE)
            here = own if isinstance(own, Place) and own.line else place
            then = getattr(value, "verified_on", None) or day
            yield _Thing(value, here, then)
            for field in fields(value):
                yield from _things(getattr(value, field.name), here, then)


def _texts(value: object) -> Iterator[str]:
    names = getattr(value, "__slots__", ())
    for held in (getattr(value, name) for name in names):
        several = held if isinstance(held, tuple) else (held,)
        yield from (one for one in several if isinstance(one, str))


def _name(value: object) -> str:
    found = (getattr(value, name, "") for name in _NAMES)
    return next((str(name) for name in found if name), "")
