"""Know which values every fact and clock can take, and what a clock hangs on."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from bot.core.knowledge import (
    PASSED,
    PENDING,
    UNSURE,
    Advise,
    AgencyRule,
    Ask,
    Block,
    First,
    Knowledge,
    Limit,
    Note,
    Question,
    Remedy,
    When,
)

KNOWN = "已知"
"""The value of a day that was said; `holds` of the core reads it so."""
ELSEWHERE = "外地"
"""A place that no condition names."""
UNASKED = ""
"""The value of a fact that nobody asked on the way."""
Ruled: TypeAlias = AgencyRule | Limit | Note | Block | First
"""Everything of a remedy that may state a condition."""
CLOCK_VALUES = (PENDING, PASSED, UNSURE)
UNSURE_ONLY = (UNSURE,)


@dataclass(frozen=True, slots=True)
class Values:
    """Hold the values of every fact, and the limits behind every clock."""

    of: Mapping[str, tuple[str, ...]]
    limits: Mapping[str, tuple[Limit, ...]]
    days: Mapping[str, frozenset[str]]
    """Clock → the day questions that can start it."""
    touching: Mapping[str, frozenset[str]]
    """Clock → the day questions that can start, cap or renew it."""

    def behind(self, name: str) -> frozenset[str]:
        """Return the facts a condition on this name looks at."""
        if name not in self.limits:
            return frozenset((name,))
        tested = {fact for limit in self.limits[name] for fact, _ in limit.when}
        return self.touching[name] | frozenset(tested - set(self.limits))

    def clock(self, name: str, facts: Mapping[str, str]) -> tuple[str, ...]:
        """Return the values a clock can have when these facts are known."""
        if any(facts.get(day) == KNOWN for day in self.days[name]):
            return CLOCK_VALUES
        return UNSURE_ONLY


def values_of(knowledge: Knowledge) -> Values:
    """Return the values of every fact and clock of a map."""
    named: dict[str, set[str]] = {}
    for when in every_when(knowledge):
        for name, allowed in when:
            named.setdefault(name, set()).update(allowed)
    limits = {
        clock: tuple(
            limit for limit in knowledge.remedies[remedy].limits if limit.clock == clock
        )
        for clock, remedy in knowledge.clocks.items()
        if remedy in knowledge.remedies
    }
    givers = day_questions(knowledge)
    return Values(
        {
            name: _values(question, named.get(name, set()))
            for name, question in knowledge.questions.items()
        },
        limits,
        _days(limits, givers, lambda limit: limit.starts),
        _days(limits, givers, events_of),
    )


def day_questions(knowledge: Knowledge) -> dict[str, tuple[str, ...]]:
    """Return which day questions give each kind of event; each gives its name."""
    found: dict[str, list[str]] = {}
    for name, question in knowledge.questions.items():
        if question.kind == "day":
            found.setdefault(name, []).append(name)
            if question.event:
                found.setdefault(question.event, []).append(name)
    return {start: tuple(names) for start, names in found.items()}


def events_of(limit: Limit) -> tuple[str, ...]:
    """Return every event that a limit looks at: start, cap and renewal."""
    cap = limit.cap.starts if limit.cap else ()
    return (*limit.starts, *cap, *limit.interrupted)


def every_when(knowledge: Knowledge) -> Iterator[When]:
    """Return every condition of the map and of the remedies."""
    for step in knowledge.steps.values():
        match step:
            case Ask():
                yield from (branch.when for branch in step.branches)
            case Advise():
                yield from advise_whens(step)
            case _:
                pass
    for remedy in knowledge.remedies.values():
        yield from remedy_whens(remedy)


def advise_whens(step: Advise) -> Iterator[When]:
    """Return every condition that one piece of advice states itself."""
    for advised in step.advised:
        yield advised.when
        yield from (rule.when for rule in advised.agencies)
    for note in (*step.notes, *step.bring, *step.unhappy):
        yield note.when


def remedy_whens(remedy: Remedy) -> Iterator[When]:
    """Return every condition that a remedy states."""
    rules: tuple[Ruled, ...] = (
        *remedy.agencies,
        *remedy.limits,
        *remedy.duration,
        *remedy.fee,
        *remedy.how,
        *remedy.blocked,
        *remedy.first,
    )
    return (rule.when for rule in rules)


def _days(
    limits: Mapping[str, tuple[Limit, ...]],
    givers: Mapping[str, tuple[str, ...]],
    events: Callable[[Limit], tuple[str, ...]],
) -> dict[str, frozenset[str]]:
    return {
        clock: frozenset(
            day
            for limit in found
            for event in events(limit)
            for day in givers.get(event, ())
        )
        for clock, found in limits.items()
    }


def _values(question: Question, named: set[str]) -> tuple[str, ...]:
    match question.kind:
        case "day":
            return (KNOWN, UNSURE)
        case "place":
            return (*sorted(named - {UNSURE, ELSEWHERE}), ELSEWHERE, UNSURE)
        case _:
            ids = (one.id for one in question.options if not one.show)
            return (*ids, UNSURE)
