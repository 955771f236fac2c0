"""Only days that are still to come stand in the calendar."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.core.advice import Item, advise
from bot.core.agenda import Outcome, agenda
from bot.core.deadlines import Deadline
from bot.core.knowledge import Knowledge, Letter
from bot.core.walking import walk
from tests.core.conftest import DAY, small_map
from tests.core.test_cards import received

TOMORROW, YESTERDAY = DAY + timedelta(1), DAY - timedelta(1)


def outcome(k: Knowledge) -> Outcome:
    path = walk(k, received(3), DAY)
    return path, advise(k, path, DAY)


def first(k: Knowledge) -> Item:
    return outcome(k)[1].items[0]


def held(k: Knowledge) -> Deadline:
    """Return the deadline of the first remedy."""
    found = first(k).deadline
    assert found is not None
    return found


def days(k: Knowledge, item: Item) -> list[tuple[date, str]]:
    path, advice = outcome(k)
    found = path, replace(advice, items=(item,))
    return [(due.day, due.kind) for due in agenda(k, found, DAY)]


def test_a_day_to_act_that_is_past_is_left_out() -> None:
    k = small_map()
    late = replace(held(k), act_by=YESTERDAY)
    soon = replace(held(k), act_by=TOMORROW)
    assert (YESTERDAY, "act") not in days(k, replace(first(k), deadline=late))
    assert (TOMORROW, "act") in days(k, replace(first(k), deadline=soon))


@pytest.mark.parametrize(
    ("over", "asked"), [(TOMORROW, [(TOMORROW, "ask")]), (YESTERDAY, []), (None, [])]
)
def test_an_answer_is_asked_for_on_the_day_it_is_surely_owed(
    over: date | None, asked: list[tuple[date, str]]
) -> None:
    k = small_map()
    watched = replace(held(k), surely_over=over)
    assert days(k, replace(first(k), deadline=None, watched=(watched,))) == asked


def test_a_clock_that_does_not_run_here_gives_no_day() -> None:
    k = small_map()
    letter = Letter("上诉状", "上诉状", remedies=("上诉",), follow=("上诉期限",))
    still = replace(k.remedies["上诉"], limits=(), no_limit="没有")
    k = replace(k, letters={"上诉状": letter}, remedies={**k.remedies, "上诉": still})
    assert days(k, replace(first(k), deadline=None)) == []
