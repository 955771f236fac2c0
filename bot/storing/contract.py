"""Name what every keeper of talks promises, whatever it keeps them in.

One delivery is one transaction: the guard against repeated deliveries, the talk and
its version stand or fall together, and the answer is given only after they stand.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from bot.core.state import State

IDLE_SECONDS = 2 * 60 * 60
"""A talk in which nobody speaks is forgotten after this time."""
ABSOLUTE_SECONDS = 24 * 60 * 60
"""No talk is kept longer than this, however much is said."""
GUARD_SECONDS = 36 * 60 * 60
"""How long a delivery is known again; platforms repeat for 24 hours at most."""
ROUNDED_SECONDS = 5 * 60
"""Ends are kept rounded up to this, so that they do not tell when one spoke."""


class BusyError(Exception):
    """Tell that nothing was kept just now; the platform should deliver again."""


@dataclass(frozen=True, slots=True, repr=False)
class Delivery:
    """Name one update of a platform: who sent it, and the platform's number of it.

    `channel` also names the bot or account ("telegram:4711"). `sent` is the second
    at which the platform says it was sent, 0 if it does not say.
    """

    channel: str
    citizen: str
    key: str
    sent: int = 0

    def __repr__(self) -> str:
        """Say nothing of the citizen."""
        return f"〈{self.channel.partition(':')[0]} 的一次来信〉"


@dataclass(frozen=True, slots=True)
class Kept:
    """Hold what is kept of a talk, and the second of the last answer (0: none)."""

    state: State | None = None
    spoken: int = 0


@dataclass(frozen=True, slots=True)
class Answered:
    """Hold the talk as it stands after a delivery, and whether that was a repeat."""

    state: State | None
    repeated: bool


Sums: TypeAlias = Mapping[tuple[str, str], int]
"""Counts by day (2026-11-24) and guide; they stand apart from the talks."""

Take: TypeAlias = Callable[[Kept], State | None]
"""What to keep next: None forgets the talk, the same state leaves it alone.

It may be called again for one delivery when a transaction has to be tried again.
"""


class Sessions(Protocol):
    """Keep the talks of citizens who write through a platform."""

    async def answer(self, delivery: Delivery, take: Take) -> Answered:
        """Take a delivery once; a repeated one leaves the talk as it stands.

        Raises: BusyError when nothing was kept.
        """

    async def look(self, channel: str, citizen: str) -> Kept:
        """Return what is kept of a talk, without touching it."""

    async def sweep(self) -> None:
        """Forget what has come to its end."""

    async def add(self, sums: Sums) -> None:
        """Add to the counts."""

    async def counts(self) -> Sums:
        """Return all counts."""

    async def close(self) -> None:
        """Let go of files, threads and connections."""
