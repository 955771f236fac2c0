"""Know at every step which facts still matter from there on."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.core.knowledge import Advise, Ask, Knowledge, Step, When
from bot.proving.graph import Graph
from bot.proving.values import Values, advise_whens, remedy_whens


@dataclass(frozen=True, slots=True)
class Liveness:
    """Hold which names still route, and which facts are still read, from a step on.

    `routing` counts the step itself and names facts and clocks; `reading` names
    facts only, those that advice below looks at included.
    """

    routing: Mapping[str, frozenset[str]]
    reading: Mapping[str, frozenset[str]]


def liveness_of(knowledge: Knowledge, graph: Graph, values: Values) -> Liveness:
    """Return what still matters at every step that is reached."""
    routing: dict[str, frozenset[str]] = {}
    reading: dict[str, frozenset[str]] = {}
    for name in reversed(graph.order):
        step = knowledge.steps[name]
        below = graph.after[name]
        routes = _with_facts(_routes(step), values)
        routing[name] = routes.union(*(routing.get(go, frozenset()) for go in below))
        reads = _with_facts(advice_names(knowledge, step), values) | routes
        reading[name] = reads.union(*(reading.get(go, frozenset()) for go in below))
    return Liveness(routing, reading)


def advice_names(knowledge: Knowledge, step: Step) -> frozenset[str]:
    """Return every name that the advice of a step looks at, days of limits too."""
    if not isinstance(step, Advise):
        return frozenset()
    names = set(_names(advise_whens(step)))
    for advised in step.advised:
        remedy = knowledge.remedies.get(advised.remedy)
        if remedy is not None:
            names.update(_names(remedy_whens(remedy)))
            names.update(limit.clock for limit in remedy.limits)
    return frozenset(names)


def _routes(step: Step) -> frozenset[str]:
    if not isinstance(step, Ask):
        return frozenset()
    own = (step.fact,) if step.fact else ()
    return frozenset((*own, *_names(branch.when for branch in step.branches)))


def _names(whens: Iterable[When]) -> Iterator[str]:
    return (name for when in whens for name, _ in when)


def _with_facts(names: frozenset[str], values: Values) -> frozenset[str]:
    """Return the names and, for each clock, the facts it hangs on."""
    return names.union(*(values.behind(name) for name in names))
