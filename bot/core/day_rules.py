"""Hold what the rules for days share: the form of a rule, numbers, years, past days."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from bot.core.facts import Span
from bot.core.numbers import said_number

Reader: TypeAlias = Callable[[re.Match[str], date], Span | None]

ONE_DAY = timedelta(days=1)
YEARS_BACK = 8
"""How far an unsaid year is looked for; 29 February may be eight years away."""
SAYABLE_YEARS = range(1900, 2200)
"""Years a day can be in; another number is a slip."""

NUMBER = "(?:[0-9]{1,3}|[一二两三四五六七八九十百廿卅]{1,4})"
DAY_NUMBER = "(?:[0-9]{1,2}|[一二三四五六七八九十廿卅]{1,3})"
MONTH_NUMBER = "(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DIGIT = "[0-9〇零○一二三四五六七八九]"
_BEFORE_MONTH = r"(?=\s?年\s?(?:的\s?)?[0-9一二三四五六七八九十正冬腊])"
YEAR = (
    "(?P<year>今年|本年|去年|上年|上一年|旧年|头年|大前年|前年|明年|来年|后年|"
    rf"(?<!{_DIGIT})(?:{_DIGIT}{{4}}|{_DIGIT}{{2}}{_BEFORE_MONTH})\s?年)\s?的?\s?"
)
"""A year; of two figures only before a month, else it is a length of time."""
_YEARS_AGO = {
    "今年": 0, "本年": 0, "去年": 1, "上年": 1, "上一年": 1, "旧年": 1, "头年": 1,
    "前年": 2, "明年": -1, "来年": -1, "后年": -2, "大前年": 3,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rule:
    """Pair a way of saying a day with what it means; `alone` needs the whole answer."""

    pattern: re.Pattern[str]
    read: Reader
    alone: bool = False


def rule(pattern: str, read: Reader, *, alone: bool = False) -> Rule:
    """Return the rule of a pattern."""
    return Rule(re.compile(pattern), read, alone)


def count(text: str | None) -> int:
    """Return the number a pattern has found; 0 where it is none."""
    return said_number(text or "") or 0


def past(span: Span | None, today: date) -> Span | None:
    """Return the span up to today; None when all of it is still to come."""
    if span is None or span.first > today:
        return None
    return Span(span.first, min(span.last, today))


def said_year(words: str | None, today: date) -> int | None:
    """Return the year the words name, None where they name none."""
    if words is None:
        return None
    if words in _YEARS_AGO:
        return today.year - _YEARS_AGO[words]
    year = count("".join(words.split()).removesuffix("年"))
    if year < 100:
        year += 2000 if year <= today.year % 100 else 1900
    return year


def latest(
    make: Callable[[int], Span | None], year: int | None, today: date
) -> Span | None:
    """Return the span in its year; while unsaid, the latest that has begun."""
    if year is not None:
        return past(make(year), today) if year in SAYABLE_YEARS else None
    return next(
        (
            found
            for back in range(YEARS_BACK + 1)
            if (found := past(make(today.year - back), today)) is not None
        ),
        None,
    )


def latest_season(
    make: Callable[[int], Span | None], year: int | None, today: date
) -> Span | None:
    """Return a season in its year; while unsaid, the latest one people can mean.

    In the first half of a season the one before may be meant as well: the span then
    begins there, because the earliest day is what a citizen is urged by.
    """
    if year is not None:
        return latest(make, year, today)
    for back in range(-1, YEARS_BACK):
        whole = make(today.year - back)
        if whole is None or whole.first > today:
            continue
        if 2 * (today - whole.first) < whole.last - whole.first:
            before = make(today.year - back - 1) or whole
            return Span(before.first, today)
        return past(whole, today)
    return None


def day_or_none(year: int, month: int, day: int) -> date | None:
    """Return the day; None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_of(year: int, month: int) -> Span:
    """Return a month from its first to its last day; months run on over years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    after = date(year + month // 12, month % 12 + 1, 1)
    return Span(date(year, month, 1), after - ONE_DAY)


def months_before(day: date, months: int) -> date:
    """Return the corresponding day so many months before, or the month's last."""
    span = month_of(day.year, day.month - months)
    return min(span.last, span.first + timedelta(days=day.day - 1))
