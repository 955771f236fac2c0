"""Make advice of a walked path: which remedies, in which order, by which day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.core.deadlines import Deadline
from bot.core.knowledge import (
    UNSURE,
    Advised,
    AgencyRule,
    Basis,
    Block,
    First,
    Knowledge,
    Note,
    Remedy,
)
from bot.core.timing import Known, deadline_of, holds
from bot.core.walking import Gathered, Path

YOU = "您"
"""Whose clock it is when the citizen has to act."""


@dataclass(frozen=True, slots=True)
class Item:
    """Advise one remedy with everything the card needs to say of it."""

    remedy: Remedy
    because: str
    basis: Basis
    agency: AgencyRule | None
    place_rule: str
    deadline: Deadline | None
    watched: tuple[Deadline, ...] = ()
    after: First | None = None
    """The remedy that the law puts before this one, if it applies."""
    choose: str = ""
    how: tuple[Note, ...] = ()
    """How it goes, how long, what it costs: what is true of this case."""
    asked: bool = False
    """Whether the talk asked for the day the deadline starts from."""

    @property
    def expired(self) -> bool:
        """Return whether the last conceivable day is over."""
        return self.deadline is not None and self.deadline.status == "expired"


@dataclass(frozen=True, slots=True)
class Closed:
    """Tell of a remedy that a running procedure closes."""

    remedy: Remedy
    block: Block


@dataclass(frozen=True, slots=True)
class Advice:
    """Hold the outcome of a case (指引)."""

    items: tuple[Item, ...]
    closed: tuple[Closed, ...] = ()
    notes: tuple[Note, ...] = ()
    bring: tuple[str, ...] = ()
    say: str = ""
    unhappy: tuple[Note, ...] = ()
    unsure: int = 0

    @property
    def act_by(self) -> date | None:
        """Return the earliest day of every remedy still open."""
        days = [
            item.deadline.act_by
            for item in self.items
            if item.deadline
            and item.deadline.act_by
            and not item.expired
            and item.deadline.who == YOU
        ]
        return min(days, default=None)

    def next_due(self, today: date) -> Item | None:
        """Return the remedy whose day comes first of those not yet past."""
        due = [
            (item.deadline.act_by, at)
            for at, item in enumerate(self.items)
            if item.deadline
            and item.deadline.act_by
            and item.deadline.act_by >= today
            and item.deadline.who == YOU
        ]
        return self.items[min(due)[1]] if due else None


def advise(knowledge: Knowledge, path: Path, today: date) -> Advice:
    """Return the advice of a path that has come to its end."""
    return _Advising(knowledge, path, today).run()


class _Advising:
    """Keep the moving parts of making one advice."""

    def __init__(self, knowledge: Knowledge, path: Path, today: date) -> None:
        self.knowledge, self.path, self.today = knowledge, path, today

    def run(self) -> Advice:
        items: list[Item] = []
        closed: list[Closed] = []
        for gathered in self.path.gathered:
            remedy = self.knowledge.remedies[gathered.advised.remedy]
            block = self._block(remedy)
            if block is not None:
                closed.append(Closed(remedy, block))
            elif remedy.valid.holds(self.today):
                items.append(self._item(remedy, gathered))
        steps = self.path.steps
        return Advice(
            self._in_order(items),
            tuple(closed),
            tuple(self._true(note for step in steps for note in step.notes)),
            tuple(n.text for n in self._true(b for step in steps for b in step.bring)),
            next((step.say for step in steps if step.say), ""),
            tuple(self._true(note for step in steps for note in step.unhappy)),
            sum(fact.value == UNSURE for fact in self.path.facts.values()),
        )

    def _item(self, remedy: Remedy, gathered: Gathered | None = None) -> Item:
        advised = gathered.advised if gathered else Advised(remedy.name)
        known = Known(self.path.facts, gathered.muted if gathered else frozenset())
        clocks = tuple(dict.fromkeys(limit.clock for limit in remedy.limits))
        found = [
            one
            for clock in clocks
            if (one := deadline_of(self.knowledge, clock, known, self.today))
        ]
        agencies = advised.agencies or remedy.agencies
        own = next((one for one in found if one.who == YOU), None)
        rule = next((r for r in agencies if self._holds(r)), None)
        return Item(
            remedy,
            advised.because,
            advised.basis or remedy.basis,
            rule,
            advised.place_rule or remedy.place_rule,
            own,
            tuple(one for one in found if one.who != YOU and self._asked(one)),
            next((first for first in remedy.first if self._holds(first)), None),
            gathered.step.choose if gathered else "",
            tuple(self._true((*remedy.how, *remedy.duration, *remedy.fee))),
            own is not None and self._asked(own),
        )

    def _asked(self, found: Deadline) -> bool:
        """Return whether the talk asked for the day the clock starts from."""
        asked = set(self.path.facts)
        asked.update(self.knowledge.questions[name].event for name in self.path.facts)
        return not asked.isdisjoint(found.limit.starts)

    def _in_order(self, items: list[Item]) -> tuple[Item, ...]:
        """Put what the law puts first before, and what is over to the end."""
        ordered: list[Item] = []
        for item in items:
            self._place(item, items, ordered)
        return tuple(sorted(ordered, key=lambda item: item.expired))

    def _place(self, item: Item, items: list[Item], ordered: list[Item]) -> None:
        if any(one.remedy.name == item.remedy.name for one in ordered):
            return
        if item.after is not None:
            name = item.after.remedy
            before = next((one for one in items if one.remedy.name == name), None)
            if before is None:
                remedy = self.knowledge.remedies[name]
                before = self._item(remedy)
            if before.after is None or before.after.remedy != item.remedy.name:
                self._place(before, items, ordered)
        ordered.append(item)

    def _block(self, remedy: Remedy) -> Block | None:
        return next((block for block in remedy.blocked if self._holds(block)), None)

    def _holds(self, rule: AgencyRule | Block | First | Note) -> bool:
        return holds(self.knowledge, rule.when, Known(self.path.facts), self.today)

    def _true(self, notes: Iterable[Note]) -> Iterable[Note]:
        return (note for note in notes if self._holds(note))
