"""Work out which facts may still be asked from each step on."""

from collections.abc import Iterator, Mapping

from bot.core.knowledge import Advise, Ask, Enter, Matter, Step


def downstream(
    steps: Mapping[str, Step], matters: Mapping[str, Matter]
) -> dict[str, frozenset[str]]:
    """Return for each step every fact asked there or further on.

    A circle does not hang it: facts only grow, so the passes come to rest.
    """
    firsts = tuple(matter.first for matter in matters.values())
    ways = {name: _ways(step, firsts) for name, step in steps.items()}
    facts = {name: _own(step) for name, step in steps.items()}
    order = _children_first(ways)
    changed = True
    while changed:
        changed = False
        for name in order:
            grown = facts[name].union(*(facts[go] for go in ways[name] if go in facts))
            changed |= grown != facts[name]
            facts[name] = grown
    return facts


def _own(step: Step) -> frozenset[str]:
    return frozenset((step.fact,) if isinstance(step, Ask) and step.fact else ())


def _ways(step: Step, firsts: tuple[str, ...]) -> tuple[str, ...]:
    match step:
        case Ask():
            return tuple(dict.fromkeys(branch.go for branch in step.branches))
        case Advise():
            return () if step.then is None else (step.then,)
        case Enter():
            return firsts


def _children_first(ways: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the steps so that what a step leads to stands before it."""
    order: dict[str, None] = {}
    entered: set[str] = set()
    for start in ways:
        stack: list[tuple[str, Iterator[str]]] = [(start, iter(ways[start]))]
        entered.add(start)
        while stack:
            name, rest = stack[-1]
            go = next((one for one in rest if one in ways and one not in entered), None)
            if go is None:
                order[name] = None
                stack.pop()
            else:
                entered.add(go)
                stack.append((go, iter(ways[go])))
    return tuple(order)
