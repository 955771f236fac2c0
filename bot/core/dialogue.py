"""Move a talk on: step(). Where we are is found by walking; view() says it."""

from dataclasses import replace
from datetime import date
from typing import assert_never

from bot.core.casework import answered, opened, picked, skipped
from bot.core.events import (
    Added,
    Changing,
    Chose,
    Event,
    Picked,
    Restarted,
    Resumed,
    Said,
    Skipped,
    Steering,
    Switched,
    Turned,
    WentBack,
)
from bot.core.facts import Case, How
from bot.core.knowledge import Knowledge
from bot.core.listening import listened
from bot.core.state import MISREADS, MOST_MISREADS, State, added
from bot.core.walking import Path, offered, walk

__all__ = ["State", "adopted", "opened", "step", "walk"]


OF_CARDS = frozenset({"card", "law", "letters", "calendar", "print"})
"""Pages that only a card has; there is none before the way has come to its end."""


def step(knowledge: Knowledge, state: State, event: Event) -> State:
    """Take one event; return the next state. What to say is view()'s work."""
    before = state.notice
    after = _taken(knowledge, adopted(knowledge, state), event)
    if after.notice and MISREADS.issuperset((*after.notice, *before)):
        return after.noticing(*(*after.notice, *before)[:MOST_MISREADS])
    return after


def adopted(knowledge: Knowledge, state: State) -> State:
    """Return the state in the words of the knowledge as it is now."""
    if state.version == knowledge.version:
        return state.noticing()
    told = _fitted(knowledge, state)
    return told.noticing("updated") if any(c.facts for c in told.cases) else told


def _taken(knowledge: Knowledge, state: State, event: Event) -> State:
    match event:
        case Said():
            return _keeping_update(state, listened(knowledge, state.noticing(), event))
        case Chose(fact, value, today):
            return answered(knowledge, state, (fact, value), today)
        case Picked(matter, today):
            return picked(knowledge, state, matter, today)
        case Turned(name="resume"):
            return state.turned()
        case Turned(page, today) if page in OF_CARDS and _unfinished(
            knowledge, state, today
        ):
            return state.noticing("no_card_yet")
        case Turned(page, _, name):
            return state.turned(page, name) if name else state.turned(page)
        case _:
            return _steered(knowledge, state, event)


def _steered(knowledge: Knowledge, state: State, event: Steering) -> State:
    match event:
        case WentBack(today):
            return _without_last(knowledge, state, today)
        case Changing(number, today):
            return _changing(knowledge, state, number, today)
        case Skipped(today):
            return skipped(knowledge, state, today)
        case Switched():
            return replace(state, at=(state.at + 1) % len(state.cases), menu=())
        case Added():
            return added(state)
        case Resumed(told):
            return _resumed(knowledge, state, told)
        case Restarted(_, wiped):
            return State(knowledge.version).noticing("wiped" if wiped else "restarted")
        case _:
            assert_never(event)


def _unfinished(knowledge: Knowledge, state: State, today: date) -> bool:
    return walk(knowledge, state.case, today).here is not None


def _keeping_update(before: State, after: State) -> State:
    return after.noticing(*dict.fromkeys((*before.notice, *after.notice)))


def _resumed(knowledge: Knowledge, state: State, told: State | None) -> State:
    if told is None:
        return state.noticing("bad_code")
    fitted = _fitted(knowledge, told)
    return fitted.turned(*(() if fitted.case != Case() else ("start",))).noticing(
        "resumed"
    )


def _fitted(knowledge: Knowledge, state: State) -> State:
    """Return the talk with what the knowledge still offers, by its names of now."""
    cases = tuple(_renamed(knowledge, case) for case in state.cases)
    menu = state.menu if state.menu in ((), ("start",)) else ()
    return State(knowledge.version, cases, state.at, (), menu)


def _renamed(knowledge: Knowledge, case: Case) -> Case:
    """Carry names over a renaming; drop what the knowledge no longer offers."""
    facts = []
    for old, fact in case.facts:
        name = knowledge.renamed.get(old, old)
        value = fact.value
        if isinstance(value, str):
            value = knowledge.renamed.get(f"{name}/{value}", value)
        now = replace(fact, value=value)
        if name in knowledge.questions and offered(knowledge.questions[name], now):
            facts.append((name, now))
    matter = knowledge.renamed.get(case.matter or "", case.matter)
    return Case(matter if matter in knowledge.matters else None, tuple(facts))


def _without_last(knowledge: Knowledge, state: State, today: date) -> State:
    """Close the page beside the talk, or take back the last asked answer."""
    if state.menu and state.menu != ("start",):
        return state.turned()
    path = walk(knowledge, state.case, today)
    skips, asks = _came(path, "skipped"), _came(path, "asked")
    if skips or asks:
        return state.with_case(state.case.without(*(skips or asks[-1:])))
    if state.case != Case():
        return state.with_case(Case()).turned("start")
    return state.noticing("at_start")


def _came(path: Path, how: How) -> list[str]:
    return [name for name, fact in path.facts.items() if fact.how == how]


def _changing(knowledge: Knowledge, state: State, number: int, today: date) -> State:
    passed = list(walk(knowledge, state.case, today).facts)
    if not 1 <= number <= len(passed):
        return state.turned("answers").noticing("no_such_answer")
    return state.turned("change", passed[number - 1])
