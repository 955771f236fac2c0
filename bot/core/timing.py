"""Read clocks and conditions off the facts of a path."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.core.deadlines import Deadline, clock_value, remedy_deadline
from bot.core.facts import Fact, Span
from bot.core.knowledge import KNOWN, UNSURE, Knowledge, When


@dataclass(frozen=True, slots=True)
class Known:
    """Hold the facts of a path; days in `muted` start only clocks that name them.

    A paper received on the petition road is not the paper of the matter that the
    road leads to: its day must not start a clock that counts from any receipt.
    """

    facts: Mapping[str, Fact]
    muted: frozenset[str] = frozenset()


def holds(knowledge: Knowledge, when: When, known: Known, today: date) -> bool:
    """Return whether the condition holds; a fact nobody asked reads 不清楚."""
    return all(
        _value(knowledge, name, known, today) in allowed for name, allowed in when
    )


def deadline_of(
    knowledge: Knowledge, clock: str, known: Known, today: date
) -> Deadline | None:
    """Return the two days of a clock; None when no limit of it applies."""
    return remedy_deadline(
        knowledge.remedies[knowledge.clocks[clock]],
        clock,
        days_of(knowledge, known),
        lambda when: holds(knowledge, when, known, today),
        (knowledge.years, today),
    )


def clocks_of(knowledge: Knowledge, name: str) -> tuple[str, ...]:
    """Return the clocks of a remedy, or the one clock that has the name."""
    if name in knowledge.clocks:
        return (name,)
    remedy = knowledge.remedies.get(knowledge.renamed.get(name, name))
    limits = remedy.limits if remedy else ()
    return tuple(dict.fromkeys(limit.clock for limit in limits))


def days_of(knowledge: Knowledge, known: Known) -> dict[str, Span]:
    """Return the known days by question and by kind of event.

    The last paper of a kind is the one that counts, also when its day is not known:
    an earlier paper's day must not stand in for it.
    """
    days: dict[str, Span] = {}
    for name, fact in known.facts.items():
        question = knowledge.questions.get(name)
        event = question.event if question and name not in known.muted else ""
        for key in filter(None, (name, event)):
            if isinstance(fact.value, Span):
                days[key] = fact.value
            else:
                days.pop(key, None)
    return days


def _value(knowledge: Knowledge, name: str, known: Known, today: date) -> str:
    if name in knowledge.clocks:
        found = deadline_of(knowledge, name, known, today)
        return UNSURE if found is None else clock_value(found)
    fact = known.facts.get(name)
    if fact is None:
        return UNSURE
    return fact.value if isinstance(fact.value, str) else KNOWN
