"""Read clocks and conditions off the facts of a path."""

from collections.abc import Mapping
from datetime import date

from bot.core.deadlines import Deadline, clock_value, remedy_deadline
from bot.core.facts import Fact, Span
from bot.core.knowledge import KNOWN, UNSURE, Knowledge, When


def holds(
    knowledge: Knowledge, when: When, facts: Mapping[str, Fact], today: date
) -> bool:
    """Return whether the condition holds; a fact nobody asked reads 不清楚."""
    return all(
        _value(knowledge, name, facts, today) in allowed for name, allowed in when
    )


def deadline_of(
    knowledge: Knowledge, clock: str, facts: Mapping[str, Fact], today: date
) -> Deadline | None:
    """Return the two days of a clock; None when no limit of it applies."""
    return remedy_deadline(
        knowledge.remedies[knowledge.clocks[clock]],
        clock,
        _days(knowledge, facts),
        lambda when: holds(knowledge, when, facts, today),
        (knowledge.years, today),
    )


def clocks_of(knowledge: Knowledge, name: str) -> tuple[str, ...]:
    """Return the clocks of a remedy, or the one clock that has the name."""
    if name in knowledge.clocks:
        return (name,)
    remedy = knowledge.remedies.get(knowledge.renamed.get(name, name))
    limits = remedy.limits if remedy else ()
    return tuple(dict.fromkeys(limit.clock for limit in limits))


def _days(knowledge: Knowledge, facts: Mapping[str, Fact]) -> dict[str, Span]:
    """Return the known days by question and by kind of event; the last one wins."""
    days: dict[str, Span] = {}
    for name, fact in facts.items():
        if isinstance(fact.value, Span):
            days[name] = fact.value
            question = knowledge.questions.get(name)
            days[question.event if question and question.event else name] = fact.value
    return days


def _value(
    knowledge: Knowledge, name: str, facts: Mapping[str, Fact], today: date
) -> str:
    if name in knowledge.clocks:
        found = deadline_of(knowledge, name, facts, today)
        return UNSURE if found is None else clock_value(found)
    fact = facts.get(name)
    if fact is None:
        return UNSURE
    return fact.value if isinstance(fact.value, str) else KNOWN
