"""Prove a whole map: every rule, all findings at once."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bot.core.knowledge import Knowledge, Problem
from bot.proving.accused import check_accused
from bot.proving.branches import check_branches
from bot.proving.citations import check_citations
from bot.proving.currency import check_currency
from bot.proving.lengths import check_lengths
from bot.proving.letters import check_letters
from bot.proving.limits import check_limits
from bot.proving.lockfile import Lock
from bot.proving.matters import check_matters
from bot.proving.numbers import check_numbers
from bot.proving.options import check_options
from bot.proving.order import check_order
from bot.proving.outcomes import check_outcomes
from bot.proving.questions import check_questions
from bot.proving.reaching import check_reaching
from bot.proving.remedies import check_remedies
from bot.proving.reviews import check_reviews
from bot.proving.room import check_room
from bot.proving.shape import check_shape
from bot.proving.survey import Survey
from bot.proving.told import check_told
from bot.proving.wording import check_wording

ALONE = (
    check_shape,
    check_options,
    check_matters,
    check_remedies,
    check_letters,
    check_currency,
    check_wording,
    check_numbers,
    check_room,
    check_reviews,
)
"""Rules that look at each thing by itself; any map can be put to them."""
WALKING = (
    check_questions,
    check_limits,
    check_reaching,
    check_branches,
    check_outcomes,
    check_order,
    check_told,
    check_accused,
)
"""Rules that walk the map; they need one that leads round in no circle."""
TALKING = (check_lengths,)
"""Rules that talk through the map; they need branches that cover every answer."""


def prove(
    knowledge: Knowledge,
    *,
    laws_dir: Path | None = None,
    lock: Lock | None = None,
    today: date,
) -> tuple[Problem, ...]:
    """Return everything that is wrong with a map, sorted by place.

    With `laws_dir` the citations are looked up in the texts of the laws; with `lock`
    alone every registered article must have been looked up before.
    """
    survey = Survey(knowledge, today)
    found = [*_of_map(survey), *check_citations(survey, laws_dir, lock)]
    return tuple(sorted(set(found)))


def _of_map(survey: Survey) -> Iterator[Problem]:
    for check in ALONE:
        yield from check(survey)
    if not survey.walkable:
        return
    for check in WALKING:
        yield from check(survey)
    if not survey.states.gaps:
        for check in TALKING:
            yield from check(survey)
