"""Take each guard of the sessions away and see that what it guards against happens."""

import asyncio
import sqlite3
from collections.abc import Iterable
from pathlib import Path

import pytest

from bot.storing import sealing, sqlite, vault
from bot.storing.contract import Delivery
from bot.storing.keys import TALKS, Keys, Ring
from bot.storing.lifetime import kept_until
from bot.storing.memory import MemorySessions
from bot.storing.sealing import named
from tests.storing.keeping import Clock, count, counting, delivery, sqlite_sessions


def counted(folder: Path, *keys: str) -> int:
    """Deliver the keys; return how many were counted."""

    async def body() -> int:
        sessions = sqlite_sessions(folder, Clock())
        for key in keys:
            answered = await sessions.answer(delivery(key), counting)
        await sessions.close()
        return count(answered.state)

    return asyncio.run(body())


def test_without_the_guard_a_repeat_is_doubled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(_: sqlite3.Connection, __: Iterable[bytes], ___: int) -> bool:
        return False

    assert counted(tmp_path / "with", "1", "1") == 1
    monkeypatch.setattr(sqlite, "_known", unknown)
    assert counted(tmp_path / "without", "1", "1") == 2


def test_without_sealing_the_answers_lie_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Open:
        def __init__(self, _: bytes) -> None:
            pass

        def encrypt(self, _: bytes, text: bytes, __: bytes) -> bytes:
            return text

    assert not found_in(tmp_path / "with", b"v1")
    monkeypatch.setattr(sealing, "AESGCM", Open)
    assert found_in(tmp_path / "without", b"v1")


def found_in(folder: Path, words: bytes) -> bool:
    counted(folder, "1")
    return any(words in file.read_bytes() for file in (folder / "data").iterdir())


def test_without_the_key_file_nothing_is_found_again(tmp_path: Path) -> None:
    assert counted(tmp_path, "1", "2") == 2
    (tmp_path / "keys" / "keys").unlink()
    assert counted(tmp_path, "1") == 1


def test_with_the_file_of_a_live_key_a_known_citizen_can_be_looked_for(
    tmp_path: Path,
) -> None:
    clock = Clock()
    counted(tmp_path, "1")
    key = Keys(tmp_path / "keys" / "keys", clock).of(TALKS)[0]
    wanted = named(key, "telegram:1", "甲").row
    assert wanted in rows(tmp_path)
    clock.now += 2 * TALKS.seconds
    left = Keys(tmp_path / "keys" / "keys", clock).of(TALKS)
    assert not {named(one, "telegram:1", "甲").row for one in left} & rows(tmp_path)


def rows(folder: Path) -> set[bytes]:
    db = sqlite3.connect(folder / "data" / "sessions.db")
    found = {row for (row,) in db.execute("select row from sessions")}
    db.close()
    return found


def test_with_keys_that_never_end_the_citizen_can_be_looked_for_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    endless = Ring("talks", TALKS.seconds, 10_000)
    monkeypatch.setattr(vault, "TALKS", endless)
    monkeypatch.setattr("bot.storing.keys.RINGS", (endless,))
    clock = Clock()
    keys = Keys(tmp_path / "keys", clock)
    first = keys.of(endless)[0]
    clock.now += 30 * TALKS.seconds
    assert first in keys.of(endless)


def test_without_an_end_a_talk_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    async def left() -> int:
        clock = Clock()
        sessions = MemorySessions(clock)
        await sessions.answer(Delivery("c", "甲", "1"), counting)
        clock.now += 3 * 3600
        return count((await sessions.look("c", "甲")).state)

    assert asyncio.run(left()) == 0
    monkeypatch.setattr("bot.storing.lifetime.IDLE_SECONDS", 10**9)
    monkeypatch.setattr("bot.storing.lifetime.ABSOLUTE_SECONDS", 10**9)
    assert asyncio.run(left()) == 1


def test_rounding_off_ends_would_tell_when_one_spoke(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seconds = range(1_000_201, 1_000_500)
    assert len({kept_until(now, now) for now in seconds}) == 1
    monkeypatch.setattr("bot.storing.lifetime.ROUNDED_SECONDS", 1)
    assert len({kept_until(now, now) for now in seconds}) == len(seconds)
