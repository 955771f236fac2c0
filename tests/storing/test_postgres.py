"""PostgreSQL keeps one talk in one hand, also among many workers."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

import psycopg
import pytest

from bot.core.state import State
from bot.storing import postgres, vault
from bot.storing.contract import Answered, BusyError, Sessions
from bot.storing.postgres import SETTINGS, Connection, SettingError, assert_settings
from bot.storing.sealing import Name
from tests.storing.keeping import (
    Clock,
    count,
    counting,
    delivery,
    patiently,
    postgres_sessions,
)
from tests.storing.server import Server, emptied, running

Ask = Callable[[Sessions, str], Awaitable[Answered]]


async def once(sessions: Sessions, key: str) -> Answered:
    return await sessions.answer(delivery(key), counting)


def test_two_workers_do_not_lose_a_step_of_one_talk(tmp_path: Path) -> None:
    assert asyncio.run(counted(tmp_path, 60)) == 60


def test_without_the_lock_and_the_version_steps_are_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def unlocked(_: Connection, __: Sequence[Name]) -> None:
        await asyncio.sleep(0.001)

    async def unversioned(
        turn: postgres._Turn, db: Connection, _: object, after: State
    ) -> None:
        row = vault.sealed_row(turn._names[0], vault.Found(), after, turn._now)
        await db.execute("delete from sessions")
        values = (row.row, row.version, row.sealed, row.until)
        await db.execute(
            "insert into sessions values (%s, %s, %s, %s)"
            " on conflict (row) do update set sealed = excluded.sealed",
            values,
        )

    monkeypatch.setattr(postgres, "lock", unlocked)
    monkeypatch.setattr(postgres._Turn, "_write", unversioned)
    assert asyncio.run(counted(tmp_path, 60)) < 60


def test_without_the_lock_the_version_alone_refuses_a_lost_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def unlocked(_: Connection, __: Sequence[Name]) -> None:
        await asyncio.sleep(0.001)

    monkeypatch.setattr(postgres, "lock", unlocked)
    kept, answered = asyncio.run(kept_and_answered(tmp_path, 60))
    assert kept == answered < 60


def test_without_the_guard_a_repeat_is_doubled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def unknown(_: Connection, __: Sequence[bytes], ___: int) -> bool:
        return False

    monkeypatch.setattr(postgres, "known", unknown)
    kept, _ = asyncio.run(kept_and_answered(tmp_path, 3, key="same"))
    assert kept == 3


@pytest.mark.parametrize("name", [name for name, _ in SETTINGS])
def test_a_setting_that_does_not_hold_is_noticed(name: str) -> None:
    other = {
        "synchronous_commit": "off",
        "default_transaction_isolation": "serializable",
    }

    async def body() -> None:
        db = await psycopg.AsyncConnection.connect(emptied().address, autocommit=True)
        async with db:
            for one, value in SETTINGS:
                await db.execute(f"set {one} = '{value}'")
            await assert_settings(db)
            await db.execute(f"set {name} = '{other.get(name, '7s')}'")
            with pytest.raises(SettingError, match=name):
                await assert_settings(db)

    asyncio.run(body())


def test_while_the_server_is_away_one_is_told_so_and_nothing_is_lost(
    tmp_path: Path,
) -> None:
    async def body(server: Server) -> None:
        sessions = postgres_sessions(tmp_path, Clock(), server.address)
        await sessions.answer(delivery("1"), counting)
        await asyncio.to_thread(server.stop)
        with pytest.raises(BusyError):
            await sessions.answer(delivery("2"), counting)
        await asyncio.to_thread(server.start)
        for key in ("1", "2", "3"):
            answered = await patiently(sessions, key)
        assert count(answered.state) == 3
        await sessions.close()

    with running() as server:
        asyncio.run(body(server))


def test_an_address_that_nobody_answers_is_told_without_its_words(
    tmp_path: Path,
) -> None:
    async def body() -> str:
        address = "postgresql://wenlu:secret@127.0.0.1:1/x"
        sessions = postgres_sessions(tmp_path, Clock(), address)
        with pytest.raises(BusyError) as raised:
            await sessions.answer(delivery("1"), counting)
        await sessions.close()
        return repr(raised.value)

    assert "secret" not in asyncio.run(body())


async def counted(folder: Path, most: int) -> int:
    return (await kept_and_answered(folder, most, ask=patiently))[0]


async def kept_and_answered(
    folder: Path, most: int, key: str = "", ask: Ask = once
) -> tuple[int, int]:
    """Let two workers answer one citizen; return what was kept and what answered."""
    address = emptied().address
    workers = [postgres_sessions(folder, Clock(), address) for _ in range(2)]
    jobs = [ask(workers[n % 2], key or str(n)) for n in range(most)]
    done = await asyncio.gather(*jobs, return_exceptions=True)
    kept = count((await workers[0].look("telegram:1", "甲")).state)
    for worker in workers:
        await worker.close()
    return kept, sum(not isinstance(one, BaseException) for one in done)
