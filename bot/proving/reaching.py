"""Prove that every step the graph leads to is reached by some answers."""

from collections.abc import Iterator

from bot.core.knowledge import Problem
from bot.proving.finding import error, listed
from bot.proving.graph import reach
from bot.proving.survey import Survey


def check_reaching(survey: Survey) -> Iterator[Problem]:
    """Return the steps that no answers reach; what only follows one is told with it."""
    at = survey.states.at
    lost = {name for name in survey.graph.order if not at.get(name)}
    for name in survey.graph.order:
        before = survey.graph.before[name]
        if name not in lost or not any(at.get(step) for step in before):
            continue
        after = sorted(reach(survey.graph.roads, (name,)) & lost - {name})
        what = f"图上能连到“{name}”，但按条件实际走不到。"
        if after:
            what += f"跟着走不到的还有：{listed(after)}。"
        place = survey.knowledge.steps[name].place
        yield error(place, "never-reached", what, "改通向它的条件，或者删掉。")
