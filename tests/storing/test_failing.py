"""Whatever call fails, and whatever is done in whatever order, the promises hold."""

import asyncio
import sqlite3
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as running
from hypothesis import strategies as some

from bot.storing.contract import BusyError, Sessions, Take
from bot.storing.memory import MemorySessions
from tests.storing.keeping import (
    Clock,
    count,
    counting,
    delivery,
    forgetting,
    leaving_alone,
    sqlite_sessions,
)

CALLS_OF_A_TURN = 9
TAKES: dict[str, Take] = {
    "count": counting,
    "forget": forgetting,
    "leave": leaving_alone,
}


class Failing(sqlite3.Connection):
    """Fail at one call, as a disk does."""

    until_failing = -1

    def execute(self, *arguments: object) -> sqlite3.Cursor:
        """Count down and fail once."""
        self.until_failing -= 1
        if self.until_failing == 0:
            raise sqlite3.OperationalError("disk I/O error")
        return super().execute(*arguments)  # type: ignore[arg-type]


@pytest.mark.parametrize("at", range(1, CALLS_OF_A_TURN + 3))
def test_whichever_call_fails_the_delivery_counts_once(
    at: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Failing] = []

    def connected(file: Path, **more: object) -> sqlite3.Connection:
        made.append(Failing(file, **more))  # type: ignore[arg-type]
        return made[0]

    monkeypatch.setattr(sqlite3, "connect", connected)

    async def body() -> int:
        sessions = sqlite_sessions(tmp_path, Clock())
        await sessions.answer(delivery("1"), counting)
        made[0].until_failing = at
        for _ in range(3):
            await told_or_busy(sessions, "2")
        kept = await sessions.answer(delivery("3"), counting)
        await sessions.close()
        return count(kept.state)

    assert asyncio.run(body()) == 3


async def told_or_busy(sessions: Sessions, key: str) -> None:
    try:
        await sessions.answer(delivery(key), counting)
    except BusyError:
        return


moves = some.tuples(
    some.sampled_from(["甲", "乙"]),
    some.integers(1, 12),
    some.sampled_from(sorted(TAKES)),
    some.sampled_from([0, 1, 600, 7_000, 50_000, 100_000]),
)


@running(max_examples=60)
@given(some.lists(moves, min_size=1, max_size=25))
def test_a_file_keeps_what_memory_keeps(
    plan: Sequence[tuple[str, int, str, int]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        clock = Clock()
        keepers: list[Sessions] = [
            MemorySessions(clock),
            sqlite_sessions(Path(folder), clock),
        ]
        assert asyncio.run(same(keepers, clock, plan))


async def same(
    keepers: list[Sessions], clock: Clock, plan: Sequence[tuple[str, int, str, int]]
) -> bool:
    """Do the plan on every keeper; return whether all answered the same."""
    equal = True
    for citizen, key, take, seconds in plan:
        clock.now += seconds
        answers = [
            await keeper.answer(delivery(str(key), citizen), TAKES[take])
            for keeper in keepers
        ]
        looked = [await keeper.look("telegram:1", citizen) for keeper in keepers]
        equal &= answers[0] == answers[1] and looked[0] == looked[1]
    for keeper in keepers:
        await keeper.close()
    return equal
