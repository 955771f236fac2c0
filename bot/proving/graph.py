"""Draw the map as a plain graph: which step can follow which."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from bot.core.knowledge import Advise, Ask, Enter, Knowledge, Place, Step

Edges: TypeAlias = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Graph:
    """Hold the steps and what follows them; `roads` leaves out entering."""

    start: str
    after: Edges
    roads: Edges

    @cached_property
    def before(self) -> Edges:
        """Return which steps lead to each step."""
        found: dict[str, list[str]] = {name: [] for name in self.after}
        for name, goes in self.after.items():
            for go in goes:
                found[go].append(name)
        return {name: tuple(names) for name, names in found.items()}

    @cached_property
    def reached(self) -> frozenset[str]:
        """Return every step that some way from the start leads to."""
        return reach(self.after, (self.start,))

    @cached_property
    def order(self) -> tuple[str, ...]:
        """Return the reached steps, each after all that lead to it.

        The order means nothing where the map leads round in a circle.
        """
        done: list[str] = []
        for name, leaving in _visits(self.after, self.start, {}):
            if leaving:
                done.append(name)
        return tuple(reversed(done))

    def above(self, name: str) -> frozenset[str]:
        """Return the step and every step that can lead to it."""
        return reach(self.before, (name,))


def graph_of(knowledge: Knowledge) -> Graph:
    """Return the graph of a map; ways to steps that do not exist are left out."""
    steps = knowledge.steps
    firsts = tuple(m.first for m in knowledge.matters.values() if m.first in steps)
    roads = {
        name: tuple(dict.fromkeys(go for go, _ in ways(step) if go in steps))
        for name, step in steps.items()
    }
    after = {
        name: firsts if isinstance(step, Enter) else roads[name]
        for name, step in steps.items()
    }
    return Graph(knowledge.start, after, roads)


def ways(step: Step) -> Iterator[tuple[str, Place]]:
    """Return where a step can lead, each with the place that says so."""
    match step:
        case Ask():
            for branch in step.branches:
                yield branch.go, branch.place
        case Advise():
            if step.then is not None:
                yield step.then, step.place
        case Enter():
            pass


def first_ways(step: Step) -> dict[str, Place]:
    """Return where a step can lead, each with the first place that says so."""
    found: dict[str, Place] = {}
    for go, place in ways(step):
        found.setdefault(go, place)
    return found


def reach(edges: Edges, starts: Iterable[str]) -> frozenset[str]:
    """Return everything that the starts lead to, themselves included."""
    todo = [name for name in starts if name in edges]
    seen = set(todo)
    while todo:
        for go in edges[todo.pop()]:
            if go not in seen:
                seen.add(go)
                todo.append(go)
    return frozenset(seen)


def circles(edges: Edges) -> Iterator[tuple[str, ...]]:
    """Return each way round in a circle: its steps, the closing one last."""
    colour: dict[str, bool] = {}
    for start in edges:
        way: list[str] = []
        for name, leaving in _visits(edges, start, colour):
            if leaving:
                way.pop()
                continue
            way.append(name)
            for go in edges[name]:
                if go in way:
                    yield tuple(way[way.index(go) :])


def _visits(
    edges: Edges, start: str, left: dict[str, bool]
) -> Iterator[tuple[str, bool]]:
    """Walk in depth; say each step when it is entered and when it is left."""
    if start in left or start not in edges:
        return
    left[start] = False
    yield start, False
    todo = [(start, iter(edges[start]))]
    while todo:
        name, goes = todo[-1]
        go = next((go for go in goes if go not in left), None)
        if go is not None:
            left[go] = False
            yield go, False
            todo.append((go, iter(edges[go])))
        else:
            todo.pop()
            yield name, True
