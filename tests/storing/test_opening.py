"""The settings decide what talks are kept in; keys lie apart from the database."""

import asyncio
from pathlib import Path

import pytest

from bot.storing.clock import SteadyClock
from bot.storing.contract import Sessions
from bot.storing.memory import MemorySessions
from bot.storing.opening import key_file, open_sessions, read_counts, state_folder
from bot.storing.postgres import PostgresSessions
from bot.storing.sqlite import SqliteSessions
from tests.storing.keeping import Clock, counting, delivery
from tests.storing.server import emptied


@pytest.mark.parametrize(
    ("settings", "kind"),
    [
        ({}, SqliteSessions),
        ({"WENLU_DATABASE": "memory"}, MemorySessions),
        ({"WENLU_DATABASE": "postgresql://127.0.0.1:1/x"}, PostgresSessions),
    ],
)
def test_the_settings_decide(
    settings: dict[str, str], kind: type[Sessions], tmp_path: Path
) -> None:
    sessions = open_sessions({"XDG_STATE_HOME": str(tmp_path), **settings}, Clock())
    assert type(sessions) is kind
    asyncio.run(sessions.close())


def test_the_folders_can_be_named() -> None:
    settings = {"WENLU_STATE": "/srv/a", "WENLU_KEYS": "/run/b/keys"}
    assert state_folder(settings) == Path("/srv/a")
    assert key_file(settings) == Path("/run/b/keys")


@pytest.mark.parametrize("home", [{}, {"XDG_STATE_HOME": "/srv"}])
def test_the_keys_are_not_in_the_folder_of_the_database(home: dict[str, str]) -> None:
    assert state_folder(home) not in key_file(home).parents


def test_all_that_is_written_is_in_the_two_folders(tmp_path: Path) -> None:
    async def body() -> None:
        sessions = open_sessions({"XDG_STATE_HOME": str(tmp_path)})
        await sessions.answer(delivery("1"), counting)
        await sessions.close()

    asyncio.run(body())
    assert {file.parent.name for file in tmp_path.rglob("*") if file.is_file()} == {
        "wenlu",
        "wenlu-keys",
    }


def test_the_steady_clock_does_not_run_back() -> None:
    clock = SteadyClock()
    assert clock() <= clock()


def test_counts_are_read_from_a_server_too(tmp_path: Path) -> None:
    settings = {
        "XDG_STATE_HOME": str(tmp_path),
        "WENLU_DATABASE": emptied().address,
    }

    async def body() -> None:
        sessions = open_sessions(settings)
        await sessions.add({("2026-11-24", "税务"): 2})
        await sessions.close()
        assert await read_counts(settings) == {("2026-11-24", "税务"): 2}

    asyncio.run(body())
