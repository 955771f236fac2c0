"""SQLite is set up as it must be, and survives what befalls a disk."""

import asyncio
from pathlib import Path

import pytest

from bot.storing.contract import Kept
from bot.storing.sqlite import (
    PRAGMAS,
    RESERVE_BYTES,
    DatabaseError,
    assert_pragmas,
    connect,
)
from tests.storing.keeping import (
    Clock,
    counting,
    delivery,
    sqlite_sessions,
)


@pytest.mark.parametrize("name", [name for name, _ in PRAGMAS])
def test_a_setting_that_does_not_hold_is_noticed(tmp_path: Path, name: str) -> None:
    db = connect(tmp_path / "s.db")
    assert_pragmas(db)
    db.execute(f"pragma {name} = {'delete' if name == 'journal_mode' else 1 - 1}")
    if name == "wal_autocheckpoint":
        db.execute("pragma wal_autocheckpoint = 7")
    if name == "trusted_schema":
        db.execute("pragma trusted_schema = 1")
    with pytest.raises(DatabaseError, match=name):
        assert_pragmas(db)
    db.close()


def test_every_new_connection_is_set_up_again(tmp_path: Path) -> None:
    for _ in range(2):
        db = connect(tmp_path / "s.db")
        assert_pragmas(db)
        db.close()


def test_a_file_of_another_form_is_refused(tmp_path: Path) -> None:
    db = connect(tmp_path / "s.db")
    db.execute("pragma user_version = 99")
    db.close()
    with pytest.raises(DatabaseError, match="99"):
        connect(tmp_path / "s.db")


def test_a_second_process_is_refused(tmp_path: Path) -> None:
    first = sqlite_sessions(tmp_path, Clock())
    with pytest.raises(DatabaseError, match="一个进程"):
        sqlite_sessions(tmp_path, Clock())
    asyncio.run(first.close())
    asyncio.run(sqlite_sessions(tmp_path, Clock()).close())


def test_files_are_the_users_own(tmp_path: Path) -> None:
    asyncio.run(sqlite_sessions(tmp_path, Clock()).close())
    for file in (tmp_path / "data").iterdir():
        assert file.stat().st_mode & 0o077 == 0, file.name


def test_a_talk_goes_on_after_a_restart(tmp_path: Path) -> None:
    async def body() -> None:
        for key in ("1", "2", "2"):
            sessions = sqlite_sessions(tmp_path, Clock())
            answered = await sessions.answer(delivery(key), counting)
            await sessions.close()
        assert answered.state is not None
        assert (answered.state.notice, answered.repeated) == (("2",), True)

    asyncio.run(body())


def test_one_bad_message_does_not_sink_the_others(tmp_path: Path) -> None:
    def failing(_: Kept) -> None:
        raise ValueError

    async def body() -> None:
        sessions = sqlite_sessions(tmp_path, Clock())
        jobs = [
            sessions.answer(delivery(str(n), str(n)), failing if n % 3 else counting)
            for n in range(30)
        ]
        done = await asyncio.gather(*jobs, return_exceptions=True)
        assert [isinstance(one, ValueError) for one in done] == [
            bool(n % 3) for n in range(30)
        ]
        await sessions.close()

    asyncio.run(body())


def test_room_is_held_back_for_a_full_disk_and_given_up_once(tmp_path: Path) -> None:
    async def body() -> None:
        sessions = sqlite_sessions(tmp_path, Clock())
        reserve = tmp_path / "data" / "sessions.reserve"
        assert reserve.stat().st_blocks * 512 >= RESERVE_BYTES
        sessions._make_room()
        assert not reserve.exists()
        await sessions.sweep()
        assert reserve.exists()
        await sessions.close()

    asyncio.run(body())
