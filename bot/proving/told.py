"""Prove that what choosing a matter tells is asked on its way, and counts."""

from collections.abc import Iterator

from bot.core.knowledge import Ask, Matter, Problem
from bot.proving.finding import warning
from bot.proving.graph import reach
from bot.proving.survey import Survey


def check_told(survey: Survey) -> Iterator[Problem]:
    """Return facts a matter tells that no question on its way takes up."""
    road = reach(survey.graph.roads, (survey.graph.start,))
    for matter in survey.knowledge.matters.values():
        asked = _asked(survey, road | reach(survey.graph.roads, (matter.first,)))
        for name, value in matter.tells:
            if name not in asked:
                yield _idle(matter, name, value)


def _asked(survey: Survey, steps: frozenset[str]) -> frozenset[str]:
    every = (survey.knowledge.steps[name] for name in steps)
    return frozenset(step.fact for step in every if isinstance(step, Ask))


def _idle(matter: Matter, name: str, value: str) -> Problem:
    what = f"事项“{matter.name}”的 tells 写了“{name}: {value}”，它的路上没人问这个。"
    right = "事实只有问到才算数：让路经过这个问题，或者删掉这一项。"
    return warning(matter.place, "idle-tells", what, right)
