"""Test working days with the notices at hand and without them."""

from collections.abc import Iterator
from datetime import date, timedelta

import chinese_calendar  # type: ignore[import-untyped]
import pytest

from bot.core import working_days
from bot.core.law import Year
from bot.core.working_days import (
    day_kind,
    first_working,
    unsure_years,
    working_before,
    working_day,
)

ONE = timedelta(days=1)
VICTORY_DAY = {date(2015, 9, 3), date(2015, 9, 4), date(2015, 9, 6)}
"""The one holiday no law had fixed; its notice came four months before it."""


def since_2008() -> Iterator[date]:
    day = date(2008, 1, 1)
    while day <= date(2026, 12, 31):
        yield day
        day += ONE


def wrong_guesses() -> set[date]:
    return {
        day
        for day in since_2008()
        if (kind := day_kind(day, {})) != "unsure"
        and (kind == "rest") != chinese_calendar.is_holiday(day)
    }


def test_without_a_notice_no_day_is_called_wrongly() -> None:
    assert wrong_guesses() == VICTORY_DAY


def test_without_a_notice_few_days_are_unsure() -> None:
    days = [day_kind(day, {}) for day in since_2008()]
    assert days.count("unsure") / len(days) < 0.2


@pytest.mark.parametrize(
    ("reach", "narrow"), [("SHORT_REACH", (0, 0)), ("MAKE_UP_REACH", (3, 3))]
)
def test_a_reach_too_short_calls_days_wrongly(
    monkeypatch: pytest.MonkeyPatch, reach: str, narrow: tuple[int, int]
) -> None:
    monkeypatch.setattr(working_days, reach, narrow)
    working_days._holidays.cache_clear()
    assert wrong_guesses() - VICTORY_DAY
    monkeypatch.undo()
    working_days._holidays.cache_clear()


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        pytest.param(date(2027, 1, 1), "rest", id="元旦"),
        pytest.param(date(2026, 12, 31), "unsure", id="元旦前一天"),
        pytest.param(date(2026, 12, 29), "work", id="离元旦还远"),
        pytest.param(date(2026, 12, 26), "unsure", id="周六可能调休上班"),
        pytest.param(date(2027, 2, 5), "rest", id="除夕"),
        pytest.param(date(2027, 2, 12), "unsure", id="初七"),
        pytest.param(date(2027, 4, 5), "rest", id="清明"),
        pytest.param(date(2027, 6, 9), "rest", id="端午"),
        pytest.param(date(2027, 9, 15), "rest", id="中秋"),
        pytest.param(date(2027, 10, 3), "rest", id="国庆"),
        pytest.param(date(2027, 3, 13), "rest", id="平常周六"),
        pytest.param(date(2027, 3, 15), "work", id="平常周一"),
        pytest.param(date(2060, 3, 15), "work", id="农历表外的年"),
    ],
)
def test_a_day_of_a_year_without_notice(day: date, kind: str) -> None:
    assert day_kind(day, {2026: Year(2026, frozenset(), frozenset())}) == kind


def test_the_next_years_notice_may_reach_into_december() -> None:
    notice = Year(
        2019, frozenset({date(2018, 12, 31)}), frozenset({date(2018, 12, 29)})
    )
    assert day_kind(date(2018, 12, 31), {2019: notice}) == "rest"
    assert day_kind(date(2018, 12, 29), {2019: notice}) == "work"


def test_both_december_and_its_next_year_entered_leave_nothing_unsure() -> None:
    years = {n: Year(n, frozenset(), frozenset()) for n in (2026, 2027)}
    assert day_kind(date(2026, 12, 31), years) == "work"


def test_working_days_are_counted_as_early_and_as_late_as_they_can_be() -> None:
    thursday = date(2027, 9, 30)
    assert working_day(thursday, 1, {}, latest=False) == date(2027, 10, 4)
    assert working_day(thursday, 1, {}, latest=True) == date(2027, 10, 11)


def test_the_first_working_day_may_be_the_day_itself() -> None:
    assert first_working(date(2027, 3, 15), {}, latest=True) == date(2027, 3, 15)
    assert first_working(date(2027, 3, 13), {}, latest=True) == date(2027, 3, 15)


def test_the_working_day_before_is_a_sure_one() -> None:
    assert working_before(date(2027, 3, 15), {}) == date(2027, 3, 12)
    assert working_before(date(2027, 10, 8), {}) == date(2027, 9, 27)


def test_the_years_that_leave_days_unsure_are_named() -> None:
    assert unsure_years(date(2026, 12, 28), date(2027, 1, 5), {}) == (2027,)
    assert unsure_years(date(2026, 3, 23), date(2026, 3, 24), {}) == ()
