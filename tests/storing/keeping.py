"""Open each keeper of talks with a clock that a test lets go by."""

import asyncio
from dataclasses import replace
from pathlib import Path

from bot.core.state import State
from bot.storing.contract import Answered, BusyError, Delivery, Kept, Sessions, Take
from bot.storing.keys import Keys
from bot.storing.memory import MemorySessions
from bot.storing.postgres import PostgresSessions
from bot.storing.sqlite import SqliteSessions
from bot.storing.vault import Vault

NOON = 1_795_500_000.0
"""A second of November 2026."""
FRESH = State("v1")


class Clock:
    """Count seconds that a test lets go by."""

    def __init__(self, now: float = NOON) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


def delivery(key: str, citizen: str = "甲", channel: str = "telegram:1") -> Delivery:
    return Delivery(channel, citizen, key)


def counting(kept: Kept) -> State | None:
    """Count the deliveries in a notice, so that a doubled one is seen."""
    state = kept.state or FRESH
    return state.noticing(str(count(kept.state) + 1))


def count(state: State | None) -> int:
    return int(state.notice[0]) if state is not None and state.notice else 0


def forgetting(_: Kept) -> State | None:
    return None


def leaving_alone(kept: Kept) -> State | None:
    return kept.state


def taking(state: State) -> Take:
    return lambda _: replace(state)


def sqlite_sessions(folder: Path, clock: Clock) -> SqliteSessions:
    keys = Keys(folder / "keys" / "keys", clock)
    return SqliteSessions(folder / "data" / "sessions.db", Vault(keys), clock)


def opened_keeper(kind: str, folder: Path, clock: Clock, address: str = "") -> Sessions:
    match kind:
        case "memory":
            return MemorySessions(clock)
        case "sqlite":
            return sqlite_sessions(folder, clock)
        case _:
            return postgres_sessions(folder, clock, address)


def postgres_sessions(folder: Path, clock: Clock, address: str) -> PostgresSessions:
    vault = Vault(Keys(folder / "keys" / "keys", clock))
    return PostgresSessions(address, vault, clock)


async def patiently(sessions: Sessions, key: str, citizen: str = "甲") -> Answered:
    """Deliver until it is taken, as a platform does when we are busy."""
    for _ in range(100):
        try:
            return await sessions.answer(delivery(key, citizen), counting)
        except BusyError:
            await asyncio.sleep(0.1)
    raise BusyError
