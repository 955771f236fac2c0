"""A call carries the number of the desk and nothing else."""

import asyncio

import pytest

from bot.channels.kiosk.calling import call
from bot.channels.kiosk.hall import Hall

BELL = "http://127.0.0.1:9/bell"


def test_only_the_desk_is_told() -> None:
    told: list[tuple[str, str]] = []
    hall = Hall(desk="2", call=BELL)
    assert asyncio.run(call(hall, lambda *given: told.append(given)))
    assert told == [(BELL, "2")]


def test_without_a_bell_nothing_is_called() -> None:
    told: list[str] = []
    assert not asyncio.run(call(Hall(desk="2"), lambda *_: told.append("called")))
    assert not told


@pytest.mark.parametrize("address", [BELL, "ftp://127.0.0.1/bell", "file:///etc/hosts"])
def test_a_bell_that_does_not_answer_is_said_to_be_silent(address: str) -> None:
    assert not asyncio.run(call(Hall(desk="2", call=address)))
