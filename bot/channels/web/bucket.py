"""Let nobody ask faster than a person can."""

from collections import OrderedDict
from collections.abc import Callable

MOST_KEYS = 50_000
"""Askers remembered at once; the one not seen longest is forgotten first."""


class Bucket:
    """Give each asker so many at once and so many a second (token bucket)."""

    def __init__(self, rate: float, burst: float, clock: Callable[[], float]) -> None:
        self._rate, self._burst, self._clock = rate, burst, clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, key: str) -> bool:
        """Return whether the asker may go on, and count it."""
        now = self._clock()
        left, seen = self._left.pop(key, (self._burst, now))
        left = min(self._burst, left + (now - seen) * self._rate)
        allowed = left >= 1
        self._left[key] = (left - 1 if allowed else left, now)
        while len(self._left) > MOST_KEYS:
            self._left.popitem(last=False)
        return allowed
