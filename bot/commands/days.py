"""Read days and spans of days from a command line."""

import argparse
from datetime import date

from bot.core.facts import Span


def day(text: str) -> date:
    """Return the day of 2026-12-01."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"“{text}”不是日期，要写成 2026-12-01"
        raise argparse.ArgumentTypeError(message) from None


def span(text: str) -> Span:
    """Return the span of 2026-08-05 or 2026-08-01..2026-08-10."""
    first, _, last = text.partition("..")
    found = Span(day(first), day(last or first))
    if found.last < found.first:
        raise argparse.ArgumentTypeError(f"“{text}”前后颠倒了")
    return found
