"""Visit every state of the map that differs in what still matters (状态).

A state is a step with the facts that still route from there on; two ways that
agree on these are one state, so their number stays near the number of steps.
Facts that only advice reads are not told apart: each state keeps the set of
values they may have (`maybe`), joined over all ways that lead to it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from typing import TypeAlias

from bot.core.knowledge import Advise, Ask, Enter, Knowledge, When
from bot.proving.graph import Graph
from bot.proving.liveness import Liveness
from bot.proving.values import KNOWN, UNASKED, Values

Facts: TypeAlias = dict[str, str]
Answer: TypeAlias = tuple[str, str] | None
"""A question's name (or MATTER) and the value; None when nothing was asked."""
Key: TypeAlias = frozenset[tuple[str, str]]
MATTER = "事项"
"""Stands for the question which matter it is, when a step enters one."""


@dataclass(slots=True, eq=False)
class State:
    """Keep one state; `near` and `far` are its shortest and longest ways.

    Units: `least` and `most` count the questions asked on those ways.
    """

    step: str
    facts: Facts
    maybe: dict[str, frozenset[str]]
    ways: int = 1
    """How many lists of answers lead here."""
    least: int = 0
    most: int = 0
    near: "tuple[State, Answer] | None" = None
    far: "tuple[State, Answer] | None" = None

    def answers(self, *, far: bool = False) -> tuple[tuple[str, str], ...]:
        """Return the answers that lead here, the matter among them."""
        found: list[tuple[str, str]] = []
        state, came = self, self.far if far else self.near
        while came is not None:
            state, answer = came
            if answer is not None:
                found.append(answer)
            came = state.far if far else state.near
        return tuple(reversed(found))


@dataclass(frozen=True, slots=True)
class Ground:
    """Hold what a visit of the whole map needs."""

    knowledge: Knowledge
    graph: Graph
    values: Values
    liveness: Liveness


@dataclass(slots=True)
class States:
    """Hold all states by step, and what was met on the way."""

    at: dict[str, list[State]] = field(default_factory=dict)
    taken: set[tuple[str, int]] = field(default_factory=set)
    """Steps with the number of each branch that some state takes."""
    gaps: dict[str, tuple[State, Answer]] = field(default_factory=dict)
    """Steps with a state and an answer that no branch of theirs takes on."""
    unasked: dict[tuple[str, str], State] = field(default_factory=dict)
    """Steps with a fact they read, and a state in which nobody asked it."""
    asked: set[tuple[str, str]] = field(default_factory=set)
    """Steps with a fact they read, and some state in which it was asked."""
    undated: dict[tuple[str, str], State] = field(default_factory=dict)
    """Steps with a clock they read, and a state that knows no day for it."""
    dated: set[tuple[str, str]] = field(default_factory=set)
    """Steps with a clock they read and some state that knows a day for it."""

    def __len__(self) -> int:
        """Return how many states there are."""
        return sum(len(states) for states in self.at.values())

    @property
    def apart(self) -> int:
        """Return how many there would be if no two ways were ever one state."""
        return sum(state.ways for states in self.at.values() for state in states)


def explore(
    ground: Ground,
    carry: frozenset[str] = frozenset(),
    within: frozenset[str] | None = None,
) -> States:
    """Visit every state; carry these facts too, and keep to these steps."""
    return _Exploring(ground, carry, within).run()


def spread(values: Values, state: State, name: str) -> tuple[str, ...]:
    """Return every value a fact or clock may have in a state."""
    if name in state.facts:
        return (state.facts[name],)
    found = state.maybe.get(name, frozenset())
    if name not in values.limits:
        return tuple(sorted(found)) or (UNASKED,)
    if found and UNASKED not in found:
        return tuple(sorted(found))
    known = any(KNOWN in spread(values, state, day) for day in values.days[name])
    return values.clock(name, {day: KNOWN for day in values.days[name] if known})


def valuations(
    values: Values, state: State, names: frozenset[str]
) -> Iterator[Mapping[str, str]]:
    """Return every way these names may be valued in a state."""
    ordered = sorted(names)
    for chosen in product(*(spread(values, state, name) for name in ordered)):
        yield dict(zip(ordered, chosen, strict=True))


class _Exploring:
    """Keep the moving parts of one visit."""

    def __init__(
        self, ground: Ground, carry: frozenset[str], within: frozenset[str] | None
    ) -> None:
        self.ground, self.carry = ground, carry
        self.order = [
            name for name in ground.graph.order if within is None or name in within
        ]
        self.mattering: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
        self.merged: dict[str, dict[Key, State]] = {name: {} for name in self.order}
        self.found = States()
        self.hanging: dict[str, list[str]] = {}
        for clock in ground.values.limits:
            for name in ground.values.behind(clock):
                self.hanging.setdefault(name, []).append(clock)

    def run(self) -> States:
        start = State(self.ground.knowledge.start, {}, {})
        if start.step in self.merged:
            self.merged[start.step][frozenset()] = start
        for name in self.order:
            step = self.ground.knowledge.steps[name]
            states = list(self.merged.pop(name).values())
            self.found.at[name] = states
            match step:
                case Ask():
                    for state in states:
                        self._ask(state, step)
                case Advise(then=str(go)):
                    for state in states:
                        self._arrive(state, go, state.facts, None)
                case Enter():
                    self._enter(states)
        return self.found

    def _enter(self, states: list[State]) -> None:
        """Enter every matter; those that look at the same facts share the merging."""
        present = frozenset[str]().union(*(s.facts for s in states))
        present = present.union(*(s.maybe for s in states))
        alike: dict[tuple[frozenset[str], frozenset[str]], list[tuple[str, str]]] = {}
        for name, matter in self.ground.knowledge.matters.items():
            if matter.first in self.merged:
                live, wanted = self._mattering(matter.first)
                key = (live & present, wanted & present)
                alike.setdefault(key, []).append((name, matter.first))
        for (live, wanted), entered in alike.items():
            merged: dict[Key, State] = {}
            for state in states:
                self._merge(merged, state, (live, wanted), (state.facts, None))
            for name, first in entered:
                for state in merged.values():
                    self._arrive(state, first, state.facts, (MATTER, name))

    def _ask(self, state: State, step: Ask) -> None:
        if not step.fact or step.fact in state.facts:
            self._branch(state, step, state.facts, None)
            return
        gone = self.hanging.get(step.fact, ())
        before = {k: v for k, v in state.facts.items() if k not in gone}
        for value in self.ground.values.of.get(step.fact, ()):
            answer = (step.fact, value)
            self._branch(state, step, {**before, step.fact: value}, answer)

    def _branch(self, state: State, step: Ask, facts: Facts, answer: Answer) -> None:
        clocks = [c for c in self._clocks(step) if c not in facts]
        ranges = [self.ground.values.clock(clock, facts) for clock in clocks]
        for chosen in product(*ranges):
            full = {**facts, **dict(zip(clocks, chosen, strict=True))}
            for number, branch in enumerate(step.branches):
                if self._holds(state, step, branch.when, full):
                    self.found.taken.add((step.id, number))
                    self._arrive(state, branch.go, full, answer)
                    break
            else:
                self.found.gaps.setdefault(step.id, (state, answer))

    def _clocks(self, step: Ask) -> list[str]:
        names = (name for branch in step.branches for name, _ in branch.when)
        return [n for n in dict.fromkeys(names) if n in self.ground.values.limits]

    def _holds(self, state: State, step: Ask, when: When, facts: Facts) -> bool:
        """Return whether a condition holds; note what it looks at in vain."""
        for name, allowed in when:
            value = facts.get(name)
            if value is None:
                self.found.unasked.setdefault((step.id, name), state)
                return False
            if name not in self.ground.values.limits:
                self.found.asked.add((step.id, name))
            elif any(day in facts for day in self.ground.values.days[name]):
                self.found.dated.add((step.id, name))
            else:
                self.found.undated.setdefault((step.id, name), state)
            if value not in allowed:
                return False
        return True

    def _mattering(self, step: str) -> tuple[frozenset[str], frozenset[str]]:
        """Return the facts told apart at a step, and those that advice below reads."""
        found = self.mattering.get(step)
        if found is None:
            live = self.ground.liveness.routing[step] | self.carry
            found = live, self.ground.liveness.reading[step] - live
            self.mattering[step] = found
        return found

    def _arrive(self, state: State, go: str, facts: Facts, answer: Answer) -> None:
        there = self.merged.get(go)
        if there is not None:
            came = self._merge(there, state, self._mattering(go), (facts, answer))
            came.step = go

    def _merge(
        self,
        there: dict[Key, State],
        state: State,
        mattering: tuple[frozenset[str], frozenset[str]],
        taking: tuple[Facts, Answer],
    ) -> State:
        """Join a way onward from a state with those that differ in nothing."""
        (live, wanted), (facts, answer) = mattering, taking
        kept = {name: value for name, value in facts.items() if name in live}
        key = frozenset(kept.items())
        maybe = self._maybe(state, wanted, facts, answer)
        asked = int(answer is not None and answer[0] != MATTER)
        least, most, came = state.least + asked, state.most + asked, (state, answer)
        known = there.get(key)
        if known is None:
            new = State(state.step, kept, maybe, state.ways, least, most, came, came)
            there[key] = new
            return new
        known.ways += state.ways
        _join(known.maybe, maybe)
        if least < known.least:
            known.least, known.near = least, came
        if most > known.most:
            known.most, known.far = most, came
        return known

    def _maybe(
        self, state: State, wanted: frozenset[str], facts: Facts, answer: Answer
    ) -> dict[str, frozenset[str]]:
        """Return what the facts that only advice reads may be."""
        gone = self.hanging.get(answer[0], ()) if answer else ()
        maybe = {
            name: values
            for name, values in state.maybe.items()
            if name in wanted and name not in gone
        }
        for name in wanted & facts.keys():
            maybe[name] = frozenset((facts[name],))
        return maybe


def _join(into: dict[str, frozenset[str]], more: dict[str, frozenset[str]]) -> None:
    """Join what may be over two ways; a fact that one lacks may be unasked."""
    unasked = frozenset((UNASKED,))
    for name in into.keys() | more.keys():
        into[name] = into.get(name, unasked) | more.get(name, unasked)
