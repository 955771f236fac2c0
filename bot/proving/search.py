"""Search for a talk in which something comes true, to show it or to rule it out."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, product
from typing import TypeAlias

from bot.core.walking import Path
from bot.proving.states import State, explore
from bot.proving.survey import Survey
from bot.proving.talks import Talk, dated, play

Wanted: TypeAlias = Callable[[Path], bool]
Answers: TypeAlias = tuple[tuple[str, str], ...]

MOST_STATES = 60
"""States looked at for one fault, those with the fewest questions first."""
MOST_VARIED = 200
"""Ways to answer otherwise that are tried on one way to a state."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Name a step, what shall come true there, and steps not to pass."""

    step: str
    wanted: Wanted
    avoiding: frozenset[str] = frozenset()

    def shown_by(self, path: Path | None) -> bool:
        """Return whether a walk passes the step and what is wanted is true."""
        if path is None or not any(one.id == self.step for one in path.steps):
            return False
        return self.wanted(path)


def talk_where(survey: Survey, spot: Spot, facts: Iterable[str]) -> Talk | None:
    """Return a talk that shows a spot; None if there is none.

    First the known ways to the step are tried with `facts` answered otherwise; then
    the map is visited once more with these facts told apart.
    """
    names = frozenset(facts)
    names = names.union(*(survey.values.behind(name) for name in names))
    if talk := near_talk(survey, spot, names):
        return talk
    within = survey.graph.above(spot.step) - spot.avoiding
    states = explore(survey.ground, names, within).at.get(spot.step, [])
    shown = (_shown(survey, spot, state.answers()) for state in _nearest(states))
    return next((talk for talk in shown if talk), None)


def near_talk(survey: Survey, spot: Spot, names: frozenset[str]) -> Talk | None:
    """Return a talk on a known way to a step that shows a spot."""
    talks = near_talks(survey, spot.step, names)
    return next((t for t in talks if spot.shown_by(play(survey, t))), None)


def near_talks(survey: Survey, step: str, names: frozenset[str]) -> Iterator[Talk]:
    """Return talks on the known ways to a step, these facts answered otherwise."""
    for state in _nearest(survey.states.at.get(step, [])):
        for answers in _varied(survey, state.answers(), names):
            yield from dated(answers, survey.today)


def _nearest(states: list[State]) -> list[State]:
    return sorted(states, key=lambda state: state.least)[:MOST_STATES]


def _varied(
    survey: Survey, answers: Answers, names: frozenset[str]
) -> Iterator[Answers]:
    """Return the answers with those to the named questions given otherwise."""
    ranges = [
        survey.values.of[name] if name in names else (value,) for name, value in answers
    ]
    for chosen in islice(product(*ranges), MOST_VARIED):
        given = zip(answers, chosen, strict=True)
        yield tuple((name, value) for (name, _), value in given)


def _shown(survey: Survey, spot: Spot, answers: Answers) -> Talk | None:
    talks = dated(answers, survey.today)
    return next((t for t in talks if spot.shown_by(play(survey, t))), None)
