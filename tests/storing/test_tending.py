"""What has ended is forgotten without being asked for, and counts are written."""

import asyncio
from collections.abc import Callable

import pytest

from bot.storing import tending
from bot.storing.contract import BusyError, Sums
from bot.storing.counting import Tally
from bot.storing.memory import MemorySessions
from bot.storing.tending import tended, write_counts
from tests.core.conftest import DAY, small_map
from tests.storing.keeping import Clock, counting, delivery

K = small_map()
CELL = (DAY.isoformat(), "没听懂")


class FullDisk(MemorySessions):
    """Keep no counts, and forget nothing."""

    async def add(self, sums: Sums) -> None:
        raise BusyError(len(sums))

    async def sweep(self) -> None:
        raise BusyError


async def until(holds: Callable[[], object]) -> None:
    for _ in range(500):
        if holds():
            return
        await asyncio.sleep(0.01)


def tally() -> Tally:
    made = Tally()
    made.put_back({CELL: 1})
    return made


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tending, "SWEEP_SECONDS", 0.01)
    monkeypatch.setattr(tending, "COUNT_SECONDS", 0)
    monkeypatch.setattr(tending, "COUNT_SCATTER_SECONDS", 1)


def test_what_has_ended_is_forgotten_and_counts_are_written() -> None:
    async def body() -> None:
        clock = Clock()
        sessions = MemorySessions(clock)
        await sessions.answer(delivery("1"), counting)
        clock.now += 40 * 3600
        async with tended(sessions, tally()):
            await until(lambda: sessions._sums and not sessions._guards)
            assert sessions._rows == {}
            assert await sessions.counts() == {CELL: 1}

    asyncio.run(body())


def test_at_the_end_counts_are_written_and_the_keeper_is_closed() -> None:
    async def body() -> None:
        sessions = MemorySessions(Clock())
        async with tended(sessions, tally()):
            await sessions.answer(delivery("1"), counting)
        assert (await sessions.counts(), sessions._rows) == ({CELL: 1}, {})

    asyncio.run(body())


def test_counts_that_cannot_be_written_are_kept(
    capsys: pytest.CaptureFixture[str],
) -> None:
    async def body() -> None:
        kept = tally()
        async with tended(FullDisk(Clock()), kept):
            await asyncio.sleep(0.05)
        await write_counts(MemorySessions(Clock()), Tally())
        assert kept.taken() == {CELL: 1}

    asyncio.run(body())
    assert "event=busy component=sweep" in capsys.readouterr().err
