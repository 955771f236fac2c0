"""Count a length of time by the calendar of the law (期间)."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

from bot.core.law import Length

LAST_YEAR = 9999
"""The last year a date can hold; a longer length ends there."""


def calendar_end(start: date, length: Length) -> date:
    """Return the last day of a length in days, months or years; the first not counted.

    Source: 民法典 201–202; 民事诉讼法 85.
    """
    if length.unit == "日":
        return start + timedelta(days=length.amount)
    return _months_later(start, length.amount * (12 if length.unit == "年" else 1))


def hours_end(
    start: date, length: Length, *, hour: Literal["first", "last"] = "first"
) -> date:
    """Return the day on which hours end that began in the first or the last hour."""
    full_days = (length.amount - 1) // 24
    return start + timedelta(days=full_days + (hour == "last"))


def _months_later(start: date, months: int) -> date:
    """Return the corresponding day, or the last of a month that has none."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    year = min(year, LAST_YEAR)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
