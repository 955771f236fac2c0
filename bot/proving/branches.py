"""Prove the branches: none shadowed, none without its facts, no gap."""

from collections.abc import Iterator, Mapping
from itertools import product

from bot.core.knowledge import UNSURE, Ask, Place, Problem, When
from bot.proving.finding import error, warning
from bot.proving.states import State
from bot.proving.survey import Survey
from bot.proving.talks import talk_to
from bot.proving.values import CLOCK_VALUES, UNASKED, Values

MOST_VALUATIONS = 20_000
"""Combinations of values tried to tell whether a branch is shadowed."""


def check_branches(survey: Survey) -> Iterator[Problem]:
    """Return what is wrong with the branches, told from every state of the map."""
    for name in survey.graph.order:
        step = survey.knowledge.steps[name]
        if not isinstance(step, Ask) or not survey.states.at.get(name):
            continue
        yield from _gap(survey, step)
        yield from _untaken(survey, step)
        yield from _overlapping(survey, step)
        yield from _unasked(survey, step)
        yield from _undated(survey, step)


def _gap(survey: Survey, step: Ask) -> Iterator[Problem]:
    gap = survey.states.gaps.get(step.id)
    if gap is not None and step.branches:
        talk = talk_to(survey, *gap).text(survey.knowledge)
        what = f"“{step.id}”的分支没有盖住所有回答，例如：{talk}。"
        yield error(
            step.branches[-1].place,
            "gap",
            what,
            "最后一条分支不写 when，接住其余的回答。",
        )


def _untaken(survey: Survey, step: Ask) -> Iterator[Problem]:
    for number, branch in enumerate(step.branches):
        if (step.id, number) in survey.states.taken:
            continue
        earlier = [one.when for one in step.branches[:number]]
        if _shadowed(survey.values, branch.when, earlier):
            yield error(
                branch.place,
                "shadowed",
                f"这条分支被前面的分支全盖住了，永远轮不到：{when_text(branch.when)}。",
                "把它移到前面，或者改它前面的条件。",
            )
        elif not any((step.id, n) in survey.states.unasked for n, _ in branch.when):
            yield warning(
                branch.place,
                "never-taken",
                f"走到“{step.id}”时，这个条件从来不成立：{when_text(branch.when)}。",
                "前面的路已经把这种回答分走了；删掉这条，或者改前面的路。",
            )


def _overlapping(survey: Survey, step: Ask) -> Iterator[Problem]:
    """Tell two branches that both claim an answer and lead apart."""
    for number, branch in enumerate(step.branches):
        if (step.id, number) not in survey.states.taken:
            continue
        for earlier in step.branches[:number]:
            shared = _shared(earlier.when, branch.when)
            if shared and earlier.go != branch.go:
                example = _shared_example(survey, step, shared)
                what = f"“{when_text(shared)}”前面的分支带走了，这里又写，去处不同。"
                yield warning(
                    branch.place, "overlap", what + example, "只留在一条分支里。"
                )


def _shared_example(survey: Survey, step: Ask, both: When) -> str:
    """Return a talk whose answer two branches claim, if one leads here."""
    answer = next(((n, min(some)) for n, some in both if n == step.fact), None)
    rest = [(name, some) for name, some in both if name != step.fact]
    for state in survey.states.at[step.id]:
        if all(state.facts.get(name) in some for name, some in rest):
            talk = talk_to(survey, state, answer)
            return f"例如：{talk.text(survey.knowledge)}。"
    return ""


def _shared(one: When, other: When) -> When:
    """Return values that two conditions on the same names both claim."""
    first, second = dict(one), dict(other)
    if not first or first.keys() != second.keys():
        return ()
    both = {name: first[name] & second[name] for name in first}
    return tuple(both.items()) if all(both.values()) else ()


def _shadowed(values: Values, when: When, earlier: list[When]) -> bool:
    """Return whether no combination of values gets past the earlier conditions."""
    names = sorted({name for one in (when, *earlier) for name, _ in one})
    if not all(name in values.limits or name in values.of for name in names):
        return False
    ranges = [_range(values, name) for name in names]
    for number, chosen in enumerate(product(*ranges)):
        facts = dict(zip(names, chosen, strict=True))
        if number >= MOST_VALUATIONS:
            return False
        if true(when, facts) and not any(true(one, facts) for one in earlier):
            return False
    return True


def _range(values: Values, name: str) -> tuple[str, ...]:
    return CLOCK_VALUES if name in values.limits else values.of[name]


def true(when: When, facts: Mapping[str, str]) -> bool:
    """Return whether a condition holds for these values."""
    return all(facts.get(name, UNASKED) in allowed for name, allowed in when)


def when_text(when: When) -> str:
    """Return a condition as staff write it."""
    if not when:
        return "其余的回答"
    return "，".join(f"{name}: {'或'.join(sorted(some))}" for name, some in when)


def _unasked(survey: Survey, step: Ask) -> Iterator[Problem]:
    for name in _read(step):
        state = survey.states.unasked.get((step.id, name))
        if state is None or name in survey.values.limits:
            continue
        never = (step.id, name) not in survey.states.asked
        if never or not step.fact:
            asked = "没有一条路" if never else "有的路没"
            yield error(
                _reading(step, name),
                "unasked-fact",
                f"这里要看“{name}”，可是{asked}问过它。{_example(survey, state)}",
                f"让步骤叫“{name}”（没问过就在这里问），或者在前面先问。",
            )


def _undated(survey: Survey, step: Ask) -> Iterator[Problem]:
    """Tell a clock without a day: an error if no way asks one."""
    for name in _read(step):
        state = survey.states.undated.get((step.id, name))
        if state is None:
            continue
        days = "、".join(sorted(survey.values.days.get(name, ()))) or "（没有）"
        example = _example(survey, state)
        place = _reading(step, name)
        right = f"在前面先问起算的日子：{days}。"
        if (step.id, name) in survey.states.dated:
            what = f"“{name}”从哪天起算，有的路没问过，只能读成“{UNSURE}”。{example}"
            yield warning(place, "undated-clock", what, right)
        else:
            what = f"“{name}”从哪天起算，没有一条路问过。{example}"
            yield error(place, "undated-clock", what, right)


def _example(survey: Survey, state: State) -> str:
    return f"例如：{talk_to(survey, state).text(survey.knowledge)}。"


def _read(step: Ask) -> tuple[str, ...]:
    names = (name for branch in step.branches for name, _ in branch.when)
    return tuple(dict.fromkeys(names))


def _reading(step: Ask, name: str) -> Place:
    """Return the place of the first branch that looks at the name."""
    return next(
        branch.place
        for branch in step.branches
        if any(name == tested for tested, _ in branch.when)
    )
