"""Prove how remedies stand together: what comes first, what excludes, what blocks."""

from collections.abc import Iterator
from functools import partial
from itertools import combinations

from bot.core.knowledge import Advise, Advised, First, Problem, Remedy
from bot.core.walking import Path
from bot.proving.branches import true, when_text
from bot.proving.finding import error, warning
from bot.proving.outcomes import possible
from bot.proving.search import Spot, talk_where
from bot.proving.states import valuations
from bot.proving.survey import Survey


def check_order(survey: Survey) -> Iterator[Problem]:
    """Return advice whose remedies stand wrongly together."""
    for name in survey.graph.order:
        step = survey.knowledge.steps[name]
        if isinstance(step, Advise) and survey.states.at.get(name):
            yield from _doubled(step)
            yield from _first(survey, step)
            yield from _blocked(survey, step)
            yield from _first_blocked(survey, step)
            if not step.choose:
                yield from _alternatives(survey, step)


def _doubled(step: Advise) -> Iterator[Problem]:
    """Tell a remedy listed again after it was listed without a condition."""
    sure: set[str] = set()
    for advised in step.advised:
        if advised.remedy in sure:
            what = f"途径“{advised.remedy}”前面已经无条件列过，这一条永远不显示。"
            yield error(advised.place, "shadowed", what, "删掉，或者把带条件的放前面。")
        if not advised.when:
            sure.add(advised.remedy)


def _first(survey: Survey, step: Advise) -> Iterator[Problem]:
    """Tell a remedy listed before the one that the law puts before it."""
    for number, advised in enumerate(step.advised):
        later = {one.remedy: one for one in step.advised[number + 1 :]}
        for first in _remedy(survey, advised).first:
            other = later.get(first.remedy)
            if other is not None and _always_first(survey, step, advised, first):
                yield error(
                    advised.place,
                    "first-order",
                    f"法律要求先走“{first.remedy}”，这里把“{advised.remedy}”排在了前面。",
                    f"把“{first.remedy}”移到“{advised.remedy}”前面。",
                )


def _always_first(survey: Survey, step: Advise, advised: Advised, first: First) -> bool:
    """Return whether the law's order holds whenever the remedy is advised here."""
    names = frozenset(name for when in (advised.when, first.when) for name, _ in when)
    shown = [
        true(first.when, facts)
        for state in survey.states.at[step.id]
        for facts in valuations(survey.values, state, names)
        if true(advised.when, facts)
    ]
    return bool(shown) and all(shown)


def _blocked(survey: Survey, step: Advise) -> Iterator[Problem]:
    """Tell a remedy that is recommended though it is closed in every case.

    A later one without a reason of its own is meant to be shown as closed.
    """
    for advised in step.advised:
        blocks = _remedy(survey, advised).blocked
        meant = bool(advised.because) or advised is step.advised[0]
        if not blocks or not meant or not possible(survey, step, advised.when):
            continue
        whens = (advised.when, *(block.when for block in blocks))
        names = frozenset(name for when in whens for name, _ in when)
        is_open = any(
            true(advised.when, facts) and not any(true(b.when, facts) for b in blocks)
            for state in survey.states.at[step.id]
            for facts in valuations(survey.values, state, names)
        )
        if not is_open:
            what = f"走到“{step.id}”时，“{advised.remedy}”总是被正在走的程序挡住。"
            right = "换成走得通的途径，或者给它写 when。"
            yield warning(advised.place, "blocked-always", what, right)


def _first_blocked(survey: Survey, step: Advise) -> Iterator[Problem]:
    """Tell a remedy whose forerunner by law is closed when it is advised."""
    for advised in step.advised:
        for first in _remedy(survey, advised).first:
            before = survey.knowledge.remedies.get(first.remedy)
            for block in before.blocked if before else ():
                if possible(survey, step, advised.when, first.when, block.when):
                    what = (
                        f"走到“{step.id}”时，“{advised.remedy}”要先走“{first.remedy}”，"
                        f"可是那时它被挡住：{when_text(block.when)}。"
                    )
                    right = "给这条途径写 when，避开被挡住的情形。"
                    yield error(advised.place, "first-blocked", what, right)
                    break


def _alternatives(survey: Survey, step: Advise) -> Iterator[Problem]:
    """Tell remedies that exclude each other, listed as if both could be walked."""
    for one, other in combinations(step.advised, 2):
        names = {one.remedy, other.remedy}
        if len(names) < 2 or not _excluding(survey, one, other):
            continue
        if not possible(survey, step, one.when, other.when):
            continue
        tested = [name for a in (one, other) for name, _ in a.when]
        talk = talk_where(survey, Spot(step.id, partial(_both, names)), tested)
        if talk is not None:
            yield error(
                other.place,
                "excludes",
                f"“{one.remedy}”和“{other.remedy}”只能走一条，这里没写“二选一”。"
                f"例如：{talk.text(survey.knowledge)}。",
                "在这一步写 choose: 二选一。",
            )


def _excluding(survey: Survey, one: Advised, other: Advised) -> bool:
    return (
        other.remedy in _remedy(survey, one).excludes
        or one.remedy in _remedy(survey, other).excludes
    )


def _both(names: set[str], path: Path) -> bool:
    return names <= {gathered.advised.remedy for gathered in path.gathered}


def _remedy(survey: Survey, advised: Advised) -> Remedy:
    missing = Remedy(advised.remedy, "", "")
    return survey.knowledge.remedies.get(advised.remedy, missing)
