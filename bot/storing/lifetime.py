"""Count how long a talk and a guard are kept, rounded so that they tell little."""

from bot.storing.contract import (
    ABSOLUTE_SECONDS,
    GUARD_SECONDS,
    IDLE_SECONDS,
    ROUNDED_SECONDS,
)


def kept_until(now: int, begun: int) -> int:
    """Return the second at which a talk ends: idle or old, whichever comes first."""
    return rounded(min(now + IDLE_SECONDS, begun + ABSOLUTE_SECONDS))


def guarded_until(now: int) -> int:
    """Return the second until which a delivery is known again."""
    return rounded(now + GUARD_SECONDS)


def rounded(second: int) -> int:
    """Return the second rounded up."""
    return -(-second // ROUNDED_SECONDS) * ROUNDED_SECONDS
