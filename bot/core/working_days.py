"""Tell working days from days of rest, also where no notice is out yet (工作日)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Literal, TypeAlias

from bot.core.law import Year
from bot.core.lunar import lunar_day

DayKind: TypeAlias = Literal["work", "rest", "unsure"]
Years: TypeAlias = Mapping[int, Year]

ONE_DAY = timedelta(days=1)

# 全国年节及纪念日放假办法 2 (2024). A holiday of one day has always become at most
# three days off, so its break reaches two days either way. The longest breaks so far
# began 2 days before a long holiday and ended 5 after it; one day more is allowed for.
SHORT_REACH = (2, 2)
LONG_REACH = (3, 6)
# Make-up working days stood at most 8 days before and 9 after a holiday (2004–2026).
MAKE_UP_REACH = (10, 10)
# The notice of a year before 2025 could leave 除夕 and 2 May as working days.
NEW_LAW = 2025
# From this day on 元旦 of the next year is near; no other reach leaves its year.
NEXT_NEW_YEAR = (12, 22)


def day_kind(day: date, years: Years) -> DayKind:
    """Return whether people work on the day, as far as the notices tell.

    Source: 国务院办公厅 notices in `years`; without one, the holidays fixed by
    全国年节及纪念日放假办法 2, and unsure wherever a break or a make-up day could lie.
    """
    for year in (day.year, day.year + 1):
        table = years.get(year)
        if table is not None and day in table.works:
            return "work"
        if table is not None and day in table.rests:
            return "rest"
    weekend = day.weekday() >= 5
    for holiday in _unannounced(day, years):
        if holiday.first <= day <= holiday.last:
            return "rest"
        if holiday.may_move(day, weekend=weekend):
            return "unsure"
    return "rest" if weekend else "work"


def working_day(start: date, count: int, years: Years, *, latest: bool) -> date:
    """Return the n-th working day after a day: the latest or the earliest it can be."""
    day = start
    for _ in range(count):
        day = first_working(day + ONE_DAY, years, latest=latest)
    return day


def first_working(day: date, years: Years, *, latest: bool) -> date:
    """Return the day or the first working day after it, late or early as it can be."""
    free = ("rest", "unsure") if latest else ("rest",)
    while day_kind(day, years) in free:
        day += ONE_DAY
    return day


def working_before(day: date, years: Years) -> date:
    """Return the last day before that is surely a working day."""
    day -= ONE_DAY
    while day_kind(day, years) != "work":
        day -= ONE_DAY
    return day


def unsure_years(first: date, last: date, years: Years) -> tuple[int, ...]:
    """Return the years whose missing notice leaves days of the stretch unsure."""
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    found = {
        holiday.first.year
        for day in days
        if day_kind(day, years) == "unsure"
        for holiday in _unannounced(day, years)
        if holiday.may_move(day, weekend=day.weekday() >= 5)
    }
    return tuple(sorted(found))


@dataclass(frozen=True, slots=True)
class _Holiday:
    """Hold the days off that the law fixes, and how far around them days may move."""

    first: date
    last: date
    reach: tuple[int, int]

    def may_move(self, day: date, *, weekend: bool) -> bool:
        """Return whether a notice could make the day a rest or a working day."""
        before, after = MAKE_UP_REACH if weekend else self.reach
        return -before <= (day - self.first).days and (day - self.last).days <= after


def _unannounced(day: date, years: Years) -> Iterator[_Holiday]:
    """Yield the holidays near the day whose year has no notice yet."""
    if day.year not in years:
        yield from _holidays(day.year)
    if (day.month, day.day) >= NEXT_NEW_YEAR and day.year + 1 not in years:
        yield _new_year(day.year + 1)


@cache
def _holidays(year: int) -> tuple[_Holiday, ...]:
    """Return the holidays fixed by law; two days of them are new since 2025."""
    more = 1 if year >= NEW_LAW else 0
    qingming, may, october = (
        date(year, 4, _qingming(year)),
        date(year, 5, 1),
        date(year, 10, 1),
    )
    return (
        _new_year(year),
        _Holiday(qingming, qingming, SHORT_REACH),
        _Holiday(may, may + more * ONE_DAY, LONG_REACH),
        _Holiday(october, october + 2 * ONE_DAY, LONG_REACH),
        *_lunar_holidays(year, more),
    )


def _new_year(year: int) -> _Holiday:
    return _Holiday(date(year, 1, 1), date(year, 1, 1), SHORT_REACH)


def _qingming(year: int) -> int:
    """Return the day of April on which 清明 falls; right for 2000–2099."""
    short = year % 100
    return int(short * 0.2422 + 4.81) - short // 4


def _lunar_holidays(year: int, more: int) -> Iterator[_Holiday]:
    spring, dragon = lunar_day(year, 1, 1), lunar_day(year, 5, 5)
    autumn = lunar_day(year, 8, 15)
    if spring and dragon and autumn:
        yield _Holiday(spring - more * ONE_DAY, spring + 2 * ONE_DAY, LONG_REACH)
        yield _Holiday(dragon, dragon, SHORT_REACH)
        yield _Holiday(autumn, autumn, SHORT_REACH)
