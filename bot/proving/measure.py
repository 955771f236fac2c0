"""Measure a map: how much there was to prove."""

from dataclasses import dataclass
from datetime import date

from bot.core.knowledge import Advise, Ask, Knowledge
from bot.proving.survey import Survey


@dataclass(frozen=True, slots=True)
class Measure:
    """Hold the size of a map; `ways` counts whole talks from start to advice."""

    matters: int
    steps: int
    questions: int
    states: int
    ways: int
    most_asked: int


def measure(knowledge: Knowledge, today: date) -> Measure:
    """Return the size of a map; one that leads round in a circle has no ways."""
    survey = Survey(knowledge, today)
    asked = {s.fact for s in knowledge.steps.values() if isinstance(s, Ask) and s.fact}
    ends = [
        name
        for name, step in knowledge.steps.items()
        if isinstance(step, Advise) and step.then is None
    ]
    at = survey.states.at if survey.walkable else {}
    last = [state for name in ends for state in at.get(name, ())]
    return Measure(
        len(knowledge.matters),
        len(knowledge.steps),
        len(asked),
        sum(len(states) for states in at.values()),
        sum(state.ways for state in last),
        max((state.most for state in last), default=0),
    )
