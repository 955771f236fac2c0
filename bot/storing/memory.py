"""Keep sessions in memory only; the end of the process forgets them."""

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from bot.core.dialogue import State
from bot.storing.contract import Answered, Delivery, Kept, Sums, Take
from bot.storing.lifetime import guarded_until, kept_until


class MemoryStore:
    """Keep the state of each talk until it is forgotten."""

    def __init__(self) -> None:
        self._states: dict[str, State] = {}

    def load(self, citizen: str) -> State | None:
        """Return the state of a talk, or None."""
        return self._states.get(citizen)

    def save(self, citizen: str, state: State) -> None:
        """Keep the state of a talk."""
        self._states[citizen] = state

    def forget(self, citizen: str) -> None:
        """Forget a talk."""
        self._states.pop(citizen, None)


@dataclass(frozen=True, slots=True)
class _Row:
    kept: Kept
    begun: int
    until: int


class MemorySessions:
    """Keep the talks of a platform in this process alone."""

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self._clock = clock
        self._rows: dict[tuple[str, str], _Row] = {}
        self._guards: dict[tuple[str, str], int] = {}
        self._sums: Counter[tuple[str, str]] = Counter()

    async def answer(self, delivery: Delivery, take: Take) -> Answered:
        """Take a delivery once; a repeated one leaves the talk as it stands."""
        now = int(self._clock())
        who, guard = _who(delivery), (delivery.channel, delivery.key)
        row = self._row(who, now)
        before = row.kept if row else Kept()
        if self._guards.get(guard, 0) > now:
            return Answered(before.state, repeated=True)
        after = take(before)
        self._guards[guard] = guarded_until(now)
        if after is None:
            self._rows.pop(who, None)
        elif after is not before.state:
            begun = row.begun if row else now
            self._rows[who] = _Row(Kept(after, now), begun, kept_until(now, begun))
        return Answered(after, repeated=False)

    async def look(self, channel: str, citizen: str) -> Kept:
        """Return what is kept of a talk, without touching it."""
        row = self._row((channel, citizen), int(self._clock()))
        return row.kept if row else Kept()

    async def sweep(self) -> None:
        """Forget what has come to its end."""
        now = int(self._clock())
        self._rows = {who: row for who, row in self._rows.items() if row.until > now}
        self._guards = {
            key: until for key, until in self._guards.items() if until > now
        }

    async def add(self, sums: Sums) -> None:
        """Add to the counts."""
        self._sums.update(sums)

    async def counts(self) -> Sums:
        """Return all counts."""
        return dict(self._sums)

    async def close(self) -> None:
        """Forget everything."""
        self._rows.clear()
        self._guards.clear()

    def _row(self, who: tuple[str, str], now: int) -> _Row | None:
        row = self._rows.get(who)
        return row if row is not None and row.until > now else None


def _who(delivery: Delivery) -> tuple[str, str]:
    return delivery.channel, delivery.citizen
