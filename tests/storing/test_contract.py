"""Every keeper of talks keeps the same promises."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from bot.storing.contract import (
    ABSOLUTE_SECONDS,
    GUARD_SECONDS,
    IDLE_SECONDS,
    ROUNDED_SECONDS,
    Kept,
    Sessions,
)
from tests.storing.keeping import (
    Clock,
    count,
    counting,
    delivery,
    forgetting,
    leaving_alone,
    opened_keeper,
    patiently,
)
from tests.storing.server import emptied

KEEPERS = ["memory", "sqlite", "postgres"]


class Keeper:
    """Hold one keeper and the clock it goes by."""

    def __init__(self, sessions: Sessions, clock: Clock) -> None:
        self.sessions, self.clock = sessions, clock

    async def count(self, *keys: str, citizen: str = "甲") -> int:
        """Deliver the keys; return how many were counted for the citizen."""
        for key in keys:
            await patiently(self.sessions, key, citizen)
        return await self.kept(citizen)

    async def kept(self, citizen: str = "甲") -> int:
        """Return how many were counted for the citizen."""
        return count((await self.sessions.look("telegram:1", citizen)).state)


Run = Callable[[Callable[[Keeper], Awaitable[None]]], None]


@pytest.fixture(params=KEEPERS)
def run(request: pytest.FixtureRequest, tmp_path: Path) -> Run:
    def run(body: Callable[[Keeper], Awaitable[None]]) -> None:
        async def whole() -> None:
            async for keeper in opened(request.param, tmp_path):
                await body(keeper)

        asyncio.run(whole())

    return run


async def opened(kind: str, folder: Path) -> AsyncIterator[Keeper]:
    clock = Clock()
    address = emptied().address if kind == "postgres" else ""
    sessions = opened_keeper(kind, folder, clock, address)
    yield Keeper(sessions, clock)
    await sessions.close()


def test_a_delivery_is_taken_once_however_often_it_comes(run: Run) -> None:
    async def body(keeper: Keeper) -> None:
        assert await keeper.count("1", "1", "2", "1", "2") == 2
        again = await keeper.sessions.answer(delivery("1"), counting)
        assert (count(again.state), again.repeated) == (2, True)

    run(body)


def test_two_citizens_and_two_accounts_do_not_meet(run: Run) -> None:
    async def body(keeper: Keeper) -> None:
        await keeper.count("1", "2")
        assert await keeper.count("3", citizen="乙") == 1
        other = delivery("1", channel="telegram:2")
        assert count((await keeper.sessions.answer(other, counting)).state) == 1

    run(body)


def test_deliveries_at_once_are_taken_one_after_another(run: Run) -> None:
    async def body(keeper: Keeper) -> None:
        keys = [str(n) for n in range(40)]
        all_at_once = (keeper.count(key) for key in keys)
        await asyncio.gather(*all_at_once)
        assert await keeper.kept() == len(keys)

    run(body)


def test_a_forgotten_talk_is_gone_and_its_delivery_is_not_taken_again(
    run: Run,
) -> None:
    async def body(keeper: Keeper) -> None:
        await keeper.count("1")
        await keeper.sessions.answer(delivery("2"), forgetting)
        assert await keeper.sessions.look("telegram:1", "甲") == Kept()
        assert await keeper.count("2") == 0

    run(body)


def test_what_is_left_alone_is_neither_written_nor_kept_longer(run: Run) -> None:
    async def body(keeper: Keeper) -> None:
        await keeper.count("1")
        before = await keeper.sessions.look("telegram:1", "甲")
        keeper.clock.now += IDLE_SECONDS - ROUNDED_SECONDS
        await keeper.sessions.answer(delivery("2"), leaving_alone)
        assert await keeper.sessions.look("telegram:1", "甲") == before
        keeper.clock.now += 2 * ROUNDED_SECONDS
        assert await keeper.kept() == 0

    run(body)


def test_a_take_that_fails_leaves_all_as_it_was(run: Run) -> None:
    def failing(_: Kept) -> None:
        raise ValueError

    async def body(keeper: Keeper) -> None:
        await keeper.count("1")
        with pytest.raises(ValueError, match=r"^$"):
            await keeper.sessions.answer(delivery("2"), failing)
        assert await keeper.count("2") == 2

    run(body)


def test_an_idle_talk_ends_after_two_hours(run: Run) -> None:
    async def body(keeper: Keeper) -> None:
        await keeper.count("1")
        keeper.clock.now += IDLE_SECONDS - 1
        assert await keeper.kept() == 1
        keeper.clock.now += ROUNDED_SECONDS + 1
        assert await keeper.kept() == 0
        assert await keeper.count("2") == 1

    run(body)


def test_a_busy_talk_ends_after_a_day(run: Run) -> None:
    async def body(keeper: Keeper) -> None:
        most = ABSOLUTE_SECONDS // (IDLE_SECONDS // 2)
        for n in range(most):
            assert await keeper.count(str(n)) == n + 1
            keeper.clock.now += IDLE_SECONDS // 2
        keeper.clock.now += ROUNDED_SECONDS
        assert await keeper.kept() == 0

    run(body)


@pytest.mark.parametrize("hours", [1, 11, 13, 23, 25, 30, 35])
def test_a_delivery_is_known_again_for_a_day_and_a_half(run: Run, hours: int) -> None:
    async def body(keeper: Keeper) -> None:
        await keeper.count("1")
        keeper.clock.now += hours * 3600
        await keeper.sessions.sweep()
        assert (await keeper.sessions.answer(delivery("1"), counting)).repeated
        keeper.clock.now += GUARD_SECONDS
        assert not (await keeper.sessions.answer(delivery("1"), counting)).repeated

    run(body)


def test_the_second_of_the_last_answer_is_told(run: Run) -> None:
    async def body(keeper: Keeper) -> None:
        await keeper.count("1")
        keeper.clock.now += 60
        await keeper.count("2")
        kept = await keeper.sessions.look("telegram:1", "甲")
        assert kept.spoken == int(keeper.clock.now)

    run(body)


def test_counts_add_up_and_know_no_talk(run: Run) -> None:
    async def body(keeper: Keeper) -> None:
        for sums in ({("2026-11-24", "税务"): 2}, {("2026-11-24", "税务"): 3}):
            await keeper.sessions.add(sums)
        await keeper.count("1")
        assert await keeper.sessions.counts() == {("2026-11-24", "税务"): 5}

    run(body)
