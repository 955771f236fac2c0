"""The settings decide what talks are kept in; keys lie apart from the database."""

import asyncio
from pathlib import Path

import pytest

from bot.storing.clock import SteadyClock
from bot.storing.contract import Sessions
from bot.storing.memory import MemorySessions
from bot.storing.opening import key_file, open_sessions, state_folder
from bot.storing.sqlite import SqliteSessions
from tests.storing.keeping import Clock, counting, delivery


@pytest.mark.parametrize(
    ("settings", "kind"),
    [({}, SqliteSessions), ({"WENLU_DATABASE": "memory"}, MemorySessions)],
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
