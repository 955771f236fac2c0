"""Turn talks into rows and back; rows hold nothing that tells whose they are."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.core.state import State
from bot.storing.contract import Delivery, Kept
from bot.storing.keys import GUARDS, TALKS, Keys
from bot.storing.lifetime import kept_until
from bot.storing.sealing import Held, Name, guard, named, seal, unseal


@dataclass(frozen=True, slots=True, repr=False)
class Row:
    """Hold one row of the table of talks."""

    row: bytes
    version: int
    sealed: bytes
    until: int


@dataclass(frozen=True, slots=True, repr=False)
class Found:
    """Hold the talk of a citizen as it was found, and the row it was found in."""

    held: Held | None = None
    row: bytes = b""
    version: int = 0

    @property
    def kept(self) -> Kept:
        """Return what is kept of the talk."""
        return self.held.kept if self.held else Kept()


class Vault:
    """Know the pseudonyms under the keys that are alive, the newest first."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys

    def names(self, channel: str, citizen: str) -> tuple[Name, ...]:
        """Return the pseudonyms under which a talk may stand."""
        return tuple(named(key, channel, citizen) for key in self._keys.of(TALKS))

    def guards(self, delivery: Delivery) -> tuple[bytes, ...]:
        """Return the pseudonyms under which a delivery may be known."""
        return tuple(guard(key, delivery) for key in self._keys.of(GUARDS))


def found(names: tuple[Name, ...], rows: Iterable[Row], now: int) -> Found:
    """Return the talk among the rows; one that ended or was changed is none."""
    by_row = {row.row: row for row in rows}
    for name in names:
        row = by_row.get(name.row)
        if row is None:
            continue
        held = unseal(name, row.version, row.sealed) if row.until > now else None
        return Found(held, row.row, row.version)
    return Found()


def sealed_row(name: Name, before: Found, state: State, now: int) -> Row:
    """Return the row that keeps the next state of a talk."""
    begun = before.held.begun if before.held else now
    held = Held(Kept(state, now), begun, before.version + 1)
    return Row(name.row, held.version, seal(name, held, state), kept_until(now, begun))
