"""List the days that come: when to act, when an office owes an answer (日程)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from bot.core.advice import Advice, Item
from bot.core.citing import cite
from bot.core.deadlines import Deadline, remedy_deadline
from bot.core.facts import Span
from bot.core.fitting import fitting
from bot.core.knowledge import Basis, Knowledge, Letter
from bot.core.phrases import say
from bot.core.timing import Known, days_of, holds
from bot.core.walking import Path
from bot.core.wording import plain_day

Outcome: TypeAlias = tuple[Path, Advice]
SUBMITTED = "submitted"
"""The event from which an office's time runs once a letter is handed in."""


@dataclass(frozen=True, slots=True)
class Due:
    """Hold one day that comes: to act by, or to ask again after."""

    day: date
    kind: Literal["act", "ask"]
    title: str
    lines: tuple[str, ...]
    basis: Basis = ()


def agenda(knowledge: Knowledge, outcome: Outcome, today: date) -> tuple[Due, ...]:
    """Return every day still to come, the earliest first, each thing once."""
    dues = (*_acting(knowledge, outcome, today), *_asking(knowledge, outcome, today))
    by_title = {
        due.title: due for due in sorted(dues, key=lambda due: -due.day.toordinal())
    }
    return tuple(sorted(by_title.values(), key=lambda due: (due.day, due.title)))


def _acting(knowledge: Knowledge, outcome: Outcome, today: date) -> Iterator[Due]:
    for item in outcome[1].items:
        found = item.deadline
        if found is None or found.act_by is None or item.after or item.expired:
            continue
        if found.act_by >= today:
            yield Due(
                found.act_by,
                "act",
                _title(knowledge, item),
                tuple(_how(knowledge, item)),
                (*item.basis, *found.basis),
            )


def _title(knowledge: Knowledge, item: Item) -> str:
    return say(knowledge, "due_act", remedy=item.remedy.label or item.remedy.name)


def _how(knowledge: Knowledge, item: Item) -> Iterator[str]:
    names = ("today_write", "today_hand", "today_keep")
    yield from (say(knowledge, name) for name in names)
    if item.remedy.papers:
        yield say(knowledge, "head_bring", papers="、".join(item.remedy.papers))
    yield say(knowledge, "due_sure")


def _asking(knowledge: Knowledge, outcome: Outcome, today: date) -> Iterator[Due]:
    path, advice = outcome
    for item in advice.items:
        for found in item.watched:
            yield from _owed(knowledge, found, say(knowledge, "due_running"), today)
    for letter, item in fitting(knowledge, outcome, today):
        if item.remedy.name in letter.remedies:
            yield from _followed(knowledge, (letter, item), path, today)


def _followed(
    knowledge: Knowledge, handed_in: tuple[Letter, Item], path: Path, today: date
) -> Iterator[Due]:
    """Return when answers are owed if the letter goes in between today and act_by."""
    letter, item = handed_in
    last = item.deadline.act_by if item.deadline else None
    span = Span(today, max(today, last or today))
    known = Known(path.facts)
    days = {**days_of(knowledge, known), SUBMITTED: span}
    for clock in letter.follow:
        found = remedy_deadline(
            knowledge.remedies[knowledge.clocks[clock]],
            clock,
            days,
            lambda when: holds(knowledge, when, known, today),
            (knowledge.years, today),
        )
        if found is not None:
            code = "due_after" if span.last > today else "due_after_today"
            said = say(knowledge, code, letter=letter.title, day=plain_day(span.last))
            yield from _owed(knowledge, found, said, today)


def _owed(
    knowledge: Knowledge, found: Deadline, said: str, today: date
) -> Iterator[Due]:
    if found.surely_over is not None and found.surely_over >= today:
        yield Due(
            found.surely_over,
            "ask",
            say(knowledge, "due_ask", clock=found.clock),
            (said, say(knowledge, "due_ask_how")),
            found.basis,
        )


def sources(knowledge: Knowledge, due: Due) -> str:
    """Return what a day rests on, in one line."""
    return say(
        knowledge, "letter_basis", basis=cite(knowledge, dict.fromkeys(due.basis))
    )
