"""One thread writes; who waits is answered only when the transaction stands."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from bot.storing import writer as writing
from bot.storing.contract import BusyError
from bot.storing.sqlite import connect
from bot.storing.writer import Job, Work, Writer

KILOBYTES = 64 * 1024


class Disk:
    """Hold a database that may not grow until room is made."""

    def __init__(self, folder: Path) -> None:
        self.db = connect(folder / "s.db")
        self.roomy = False

    def fill(self) -> None:
        pages = self.db.execute("pragma page_count").fetchone()[0]
        self.db.execute(f"pragma max_page_count = {pages}")

    def make_room(self) -> None:
        self.roomy = True
        self.db.execute("pragma max_page_count = 10000")


def put(name: bytes, size: int = 1, *, wipes: bool = False) -> Work[None]:
    def work(job: Job[Any], db: sqlite3.Connection) -> None:
        job.wipes = wipes
        db.execute("insert into guards values (?, ?)", (name + b"x" * size, 1))

    return work


def names(_: Job[Any], db: sqlite3.Connection) -> list[bytes]:
    return [row[0].rstrip(b"x") for row in db.execute("select row from guards")]


Body = Callable[[Writer, Disk], Awaitable[None]]


@pytest.fixture
def run(tmp_path: Path) -> Callable[[Body], None]:
    def run(body: Body) -> None:
        async def whole() -> None:
            disk = Disk(tmp_path)
            writer = Writer(disk.db, disk.make_room)
            await body(writer, disk)
            await writer.close()

        asyncio.run(whole())

    return run


def test_on_a_full_disk_nobody_is_told_that_it_is_kept(
    run: Callable[[Body], None],
) -> None:
    async def body(writer: Writer, disk: Disk) -> None:
        disk.fill()
        with pytest.raises(BusyError):
            await writer.do(put(b"big", KILOBYTES))
        assert await writer.do(names) == []
        assert not disk.roomy

    run(body)


def test_on_a_full_disk_what_is_cleared_is_cleared_and_the_rest_waits(
    run: Callable[[Body], None],
) -> None:
    async def body(writer: Writer, disk: Disk) -> None:
        disk.fill()
        jobs = (
            writer.do(put(b"talk", KILOBYTES)),
            writer.do(put(b"clear", KILOBYTES, wipes=True)),
        )
        talk, clear = await asyncio.gather(*jobs, return_exceptions=True)
        assert (type(talk), clear, disk.roomy) == (BusyError, None, True)
        assert await writer.do(names) == [b"clear"]

    run(body)


def test_what_waits_together_is_one_transaction(
    run: Callable[[Body], None],
) -> None:
    said: list[str] = []

    async def body(writer: Writer, disk: Disk) -> None:
        disk.db.set_trace_callback(said.append)
        await asyncio.gather(*(writer.do(put(bytes([n]))) for n in range(50)))
        disk.db.set_trace_callback(None)

    run(body)
    assert said.count("savepoint job") == 50
    assert said.count("commit") == said.count("begin immediate") < 25


def test_with_too_many_waiting_a_further_one_is_told_at_once(
    run: Callable[[Body], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def body(writer: Writer, _: Disk) -> None:
        monkeypatch.setattr(writing, "MOST_WAITING", 0)
        with pytest.raises(BusyError):
            await writer.do(names)

    run(body)


def test_after_the_end_nothing_is_taken(tmp_path: Path) -> None:
    async def body() -> None:
        disk = Disk(tmp_path)
        writer = Writer(disk.db, disk.make_room)
        await writer.close()
        with pytest.raises(BusyError):
            await writer.do(names)

    asyncio.run(body())


def test_what_waits_at_the_end_is_still_done(tmp_path: Path) -> None:
    async def body() -> None:
        disk = Disk(tmp_path)
        writer = Writer(disk.db, disk.make_room)
        waiting = [asyncio.create_task(writer.do(put(bytes([n])))) for n in range(9)]
        await asyncio.sleep(0)
        await writer.close()
        assert await asyncio.gather(*waiting) == [None] * 9

    asyncio.run(body())


def test_one_who_no_longer_waits_hinders_nobody(run: Callable[[Body], None]) -> None:
    async def body(writer: Writer, _: Disk) -> None:
        gone = asyncio.create_task(writer.do(put(b"a")))
        await asyncio.sleep(0)
        gone.cancel()
        await writer.do(put(b"b"))
        assert await writer.do(names) == [b"a", b"b"]

    run(body)
