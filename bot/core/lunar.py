"""Turn days of the Chinese lunar calendar (农历) into solar days."""

from datetime import date, timedelta
from functools import cache
from itertools import accumulate

FIRST_YEAR = 1980
LAST_YEAR = 2050
FIRST_NEW_YEAR = date(1980, 2, 16)

# One code a year: the leap month (hexadecimal, 0 for none), then twelve or thirteen
# bits, lowest first, 1 for a month of 30 days and 0 for 29; the leap month stands
# after the month it repeats. Tested day by day against the package lunardate.
MONTHS = """
00da9 00d92 41d25 00d25 a1a4d 00a56 002b6 605b5 006d5 00ea9
51e92 00e92 00d26 30a56 00a57 814d6 0035a 006d5 516c9 00749
00693 4152b 0052b 00a5b 2155a 0056a 71b55 00ba4 00b49 51a93
00a95 0052d 40aad 00ab5 915aa 005d2 00da5 61d4a 00d4a 00c95
4152e 00556 00ab5 215b2 006d2 60ea5 00725 0064b 50c97 00cab
0055a 30ad6 00b69 b1752 00b52 00b25 61a4b 00a4b 004ab 5055b
005ad 00b6a 21b52 00d92 71d25 00d25 00a55 514ad 004b6 005b5
30daa
"""


def has_lunar_year(year: int) -> bool:
    """Return whether the table holds the lunar year."""
    return FIRST_YEAR <= year <= LAST_YEAR


def lunar_day(year: int, month: int, day: int, *, leap: bool = False) -> date | None:
    """Return the solar day of a lunar one; None where there is no such day."""
    span = lunar_month(year, month, leap=leap)
    if span is None or not 1 <= day <= (span[1] - span[0]).days + 1:
        return None
    return span[0] + timedelta(days=day - 1)


def lunar_month(
    year: int, month: int, *, leap: bool = False
) -> tuple[date, date] | None:
    """Return the first and the last solar day of a lunar month."""
    if not has_lunar_year(year) or not 1 <= month <= 12:
        return None
    place = _place(_code(year) >> 16, month, leap=leap)
    if place is None:
        return None
    starts = _month_starts(year)
    return starts[place], starts[place + 1] - timedelta(days=1)


def lunar_new_year(year: int) -> date | None:
    """Return the first day of the first lunar month (正月初一、春节)."""
    return lunar_day(year, 1, 1)


def _place(leap_month: int, month: int, *, leap: bool) -> int | None:
    """Return where a month stands in its year, counted from nought."""
    if leap:
        return month if month == leap_month else None
    return month - 1 + (0 < leap_month < month)


@cache
def _month_starts(year: int) -> tuple[date, ...]:
    """Return the first day of each month of the year, and of the year after."""
    days = _new_year_offset(year)
    lengths = _lengths(_code(year))
    return tuple(
        FIRST_NEW_YEAR + timedelta(days=offset)
        for offset in accumulate(lengths, initial=days)
    )


@cache
def _new_year_offset(year: int) -> int:
    return sum(sum(_lengths(_code(earlier))) for earlier in range(FIRST_YEAR, year))


def _lengths(code: int) -> tuple[int, ...]:
    months = 13 if code >> 16 else 12
    return tuple(29 + (code >> place & 1) for place in range(months))


@cache
def _code(year: int) -> int:
    return int(MONTHS.split()[year - FIRST_YEAR], 16)
