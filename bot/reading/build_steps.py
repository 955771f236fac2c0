"""Build questions, steps and matters of nodes that fit their shape."""

from collections.abc import Iterator
from typing import cast

from bot.core.knowledge import (
    UNSURE,
    Advise,
    Advised,
    Ask,
    Branch,
    Enter,
    Guide,
    Kind,
    Matter,
    Option,
    Question,
    Step,
    When,
)
from bot.reading.digests import digest_of
from bot.reading.fields import Fields
from bot.reading.nodes import Scalar, Sequence


def question(name: Scalar, fields: Fields) -> Question:
    """Return the question that a map describes."""
    return Question(
        name=name.text,
        ask=fields.text("ask"),
        kind=cast("Kind", fields.text("kind") or "choice"),
        options=tuple(_option(*entry) for entry in fields.entries("options")),
        label=fields.text("label"),
        help=fields.text("help"),
        event=fields.text("event"),
        document=fields.text("document"),
        says=fields.texts("says"),
        was=fields.texts("was"),
        place=fields.at(name.start),
    )


def _option(name: Scalar, fields: Fields) -> Option:
    return Option(
        id=name.text,
        label=fields.text("label") or name.text,
        says=fields.texts("says"),
        help=fields.text("help"),
        show=fields.text("show"),
        was=fields.texts("was"),
        most=fields.whole("most"),
        place=fields.at(name.start),
    )


def steps(
    room: str, fields: Fields, asked: frozenset[str]
) -> Iterator[tuple[Step, Question | None]]:
    """Return every step of a room, with the question that stands in it."""
    for name, below in fields.entries("steps"):
        yield _step(room, name, below, asked)


def _step(
    room: str, name: Scalar, fields: Fields, asked: frozenset[str]
) -> tuple[Step, Question | None]:
    step, place = f"{room}/{name.text}", fields.at(name.start)
    if isinstance(fields.node, Sequence):
        fact = name.text if name.text in asked else ""
        return Ask(step, fact, _branches(room, fields), place), None
    if fields.has("ask"):
        found = question(name, fields)
        return Ask(step, name.text, _ways(room, name, fields), place), found
    if fields.has("enter"):
        return Enter(step, place), None
    return _advise(room, name, fields), None


def _branches(room: str, fields: Fields) -> tuple[Branch, ...]:
    assert isinstance(fields.node, Sequence)
    items = (fields.of(item) for item in fields.node.items)
    return tuple(
        Branch(item.when(), _go(room, item.text("go")), item.place()) for item in items
    )


def _ways(room: str, name: Scalar, fields: Fields) -> tuple[Branch, ...]:
    """Return a branch for each answer of an inline question."""
    unsure = Branch((), _go(room, fields.text("unsure")), fields.place("unsure"))
    if fields.has("go"):
        go = Branch((), _go(room, fields.text("go")), fields.place("go"))
        when: When = ((name.text, frozenset((UNSURE,))),)
        return (Branch(when, unsure.go, unsure.place), go)
    ways = (
        Branch(
            ((name.text, frozenset((option.text,))),),
            _go(room, below.text("go")),
            below.at(option.start),
        )
        for option, below in fields.entries("options")
        if below.has("go")
    )
    return (*ways, unsure)


def _advise(room: str, name: Scalar, fields: Fields) -> Advise:
    return Advise(
        id=f"{room}/{name.text}",
        advised=tuple(_advised(item) for item in fields.items("advise")),
        choose=fields.text("choose"),
        notes=fields.notes("notes"),
        bring=fields.notes("bring"),
        say=fields.text("say"),
        unhappy=fields.notes("unhappy"),
        then=_go(room, fields.text("then")) if fields.has("then") else None,
        place=fields.at(name.start),
    )


def _advised(item: Fields) -> Advised:
    return Advised(
        remedy=item.text("remedy"),
        when=item.when(),
        because=item.text("because"),
        basis=item.basis(),
        agencies=item.agencies(),
        place_rule=item.text("place"),
        place=item.place(),
    )


def _go(room: str, name: str) -> str:
    return name if "/" in name else f"{room}/{name}"


def guide(fields: Fields) -> Guide:
    """Return the guide that a file holds."""
    reviewed = fields.below("reviewed")
    return Guide(
        name=fields.text("guide"),
        matters=tuple(name.text for name, _ in fields.entries("matters")),
        label=fields.text("label"),
        reviewed_on=reviewed.day("on"),
        reviewed_by=reviewed.text("by"),
        lawyer=reviewed.text("lawyer"),
        signed=reviewed.text("print"),
        digest=digest_of(fields.node, "reviewed"),
        place=fields.place("guide"),
    )


def matter(guide: Fields, name: Scalar, fields: Fields) -> Matter:
    """Return the matter that a map describes."""
    first = next((step.text for step, _ in fields.entries("steps")), "")
    return Matter(
        name=name.text,
        guide=guide.text("guide"),
        first=f"{name.text}/{first}",
        also=fields.texts("also"),
        says=fields.texts("says"),
        covers=fields.texts("covers"),
        agency=fields.text("agency"),
        second_agency=fields.text("second"),
        tells=tuple(_tell(*entry) for entry in fields.entries("tells")),
        hush=fields.text("hush") or guide.text("hush"),
        thin=fields.has("depth"),
        was=fields.texts("was"),
        place=fields.at(name.start),
    )


def _tell(fact: Scalar, value: Fields) -> tuple[str, str]:
    assert isinstance(value.node, Scalar)
    return fact.text, value.node.text
