"""Test the holidays staff entered against an independent table of the notices."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import chinese_calendar  # type: ignore[import-untyped]
import pytest
import yaml

from bot.core.law import Year
from bot.core.working_days import day_kind

ENTERED = (2024, 2025, 2026)


@pytest.fixture(scope="module")
def years(root: Path) -> dict[int, Year]:
    text = (root / "knowledge" / "holidays.yaml").read_text(encoding="utf-8")
    return {
        number: Year(
            number,
            frozenset(day for row in year["rests"] for day in days_of(row)),
            frozenset(day for row in year["works"] for day in days_of(row)),
        )
        for number, year in yaml.safe_load(text)["years"].items()
    }


def days_of(row: date | str) -> Iterator[date]:
    first, _, last = str(row).partition("..")
    day, end = date.fromisoformat(first), date.fromisoformat(last or first)
    while day <= end:
        yield day
        day += timedelta(days=1)


def disagreements(years: dict[int, Year]) -> list[date]:
    days = days_of(f"{ENTERED[0]}-01-01..{ENTERED[-1]}-12-21")
    return [
        day
        for day in days
        if (day_kind(day, years) == "rest") != chinese_calendar.is_holiday(day)
    ]


def test_every_entered_day_agrees_with_the_notices(years: dict[int, Year]) -> None:
    assert disagreements(years) == []


def test_only_announced_years_are_entered(years: dict[int, Year]) -> None:
    assert tuple(years) == ENTERED


def test_make_up_days_are_weekends_and_rests_are_none(years: dict[int, Year]) -> None:
    for year in years.values():
        assert all(day.weekday() >= 5 for day in year.works)
        assert not year.works & year.rests


@pytest.mark.parametrize("number", ENTERED)
def test_a_forgotten_make_up_day_turns_the_comparison_red(
    years: dict[int, Year], number: int
) -> None:
    year = years[number]
    broken = Year(number, year.rests, year.works - {min(year.works)})
    assert disagreements({**years, number: broken}) == [min(year.works)]
