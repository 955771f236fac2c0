"""Test the lunar calendar against an independent one."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from lunardate import LunarDate  # type: ignore[import-untyped]

from bot.core import lunar
from bot.core.lunar import (
    FIRST_YEAR,
    LAST_YEAR,
    has_lunar_year,
    lunar_day,
    lunar_month,
    lunar_new_year,
)


def every_day() -> Iterator[date]:
    first, last = lunar_new_year(FIRST_YEAR), lunar_month(LAST_YEAR, 12)
    assert first is not None
    assert last is not None
    return (first + timedelta(days=n) for n in range((last[1] - first).days + 1))


def disagreements() -> list[date]:
    return [
        day
        for day in every_day()
        if lunar_day(*_lunar_parts(day), leap=_leap(day)) != day
    ]


def _lunar_parts(day: date) -> tuple[int, int, int]:
    other = LunarDate.from_solar_date(day.year, day.month, day.day)
    return other.year, other.month, other.day


def _leap(day: date) -> bool:
    return bool(LunarDate.from_solar_date(day.year, day.month, day.day).is_leap_month)


def test_every_day_of_the_table_agrees_with_lunardate() -> None:
    assert disagreements() == []


def test_one_wrong_month_length_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lunar, "MONTHS", lunar.MONTHS.replace("215b2", "215b3"))
    forget()
    assert disagreements()
    monkeypatch.undo()
    forget()


def forget() -> None:
    for cached in (lunar._month_starts, lunar._new_year_offset, lunar._code):
        cached.cache_clear()


@pytest.mark.parametrize(
    ("lunar_date", "leap", "expected"),
    [
        pytest.param((2026, 1, 1), False, date(2026, 2, 17), id="春节2026"),
        pytest.param((2025, 12, 23), False, date(2026, 2, 10), id="腊月廿三"),
        pytest.param((2025, 6, 1), True, date(2025, 7, 25), id="闰六月初一"),
        pytest.param((2025, 7, 1), False, date(2025, 8, 23), id="闰月之后"),
        pytest.param((2026, 8, 15), False, date(2026, 9, 25), id="中秋2026"),
        pytest.param((2026, 6, 1), True, None, id="没有这个闰月"),
        pytest.param((2026, 1, 31), False, None, id="没有三十一"),
        pytest.param((2026, 13, 1), False, None, id="没有十三月"),
        pytest.param((1979, 1, 1), False, None, id="表外的年"),
    ],
)
def test_a_lunar_day_becomes_its_solar_day(
    lunar_date: tuple[int, int, int], *, leap: bool, expected: date | None
) -> None:
    assert lunar_day(*lunar_date, leap=leap) == expected


def test_the_table_says_which_years_it_holds() -> None:
    held = [year for year in range(1900, 2100) if has_lunar_year(year)]
    assert held == list(range(FIRST_YEAR, LAST_YEAR + 1))
