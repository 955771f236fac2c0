"""A code given on one channel goes on with the talk on every other."""

import asyncio

import pytest

from bot.app import App, Messenger
from bot.core.resuming import SIGN
from bot.storing.contract import Delivery
from bot.storing.memory import MemorySessions, MemoryStore
from tests.channels.web.visiting import Visit
from tests.core.conftest import DAY, small_map
from tests.storing.keeping import Clock

K = small_map()


@pytest.fixture
def code() -> str:
    app = App(K, MemoryStore(), lambda: DAY)
    app.handle("甲", "拖欠工资")
    return next(line for line in app.handle("甲", "存").page if SIGN in line)


def test_a_code_goes_on_in_the_terminal(code: str) -> None:
    said = App(K, MemoryStore(), lambda: DAY).handle("乙", code)
    assert (said.ask, said.notices) == ("谁欠的？", ("notice_resumed ",))


def test_a_code_goes_on_in_a_chat(code: str) -> None:
    messenger = Messenger(K, MemorySessions(Clock()), lambda: DAY)
    answered = messenger.answer(Delivery("telegram:1", "丙", "1"), code)
    assert asyncio.run(answered).view.ask == "谁欠的？"


def test_a_code_goes_on_on_the_web(code: str) -> None:
    assert "谁欠的" in Visit(K).say(code)


def test_a_cut_code_is_told_and_leaves_the_talk_alone(code: str) -> None:
    app = App(K, MemoryStore(), lambda: DAY)
    app.handle("乙", "政府处罚")
    before = app.greet("乙").ask
    said = app.handle("乙", code[:-9])
    assert (said.ask, said.notices) == (before, ("notice_bad_code ",))


def test_nothing_is_stored_for_a_code() -> None:
    async def body() -> None:
        sessions = MemorySessions(Clock())
        messenger = Messenger(K, sessions, lambda: DAY)
        for key, text in enumerate(("拖欠工资", "存", "清除")):
            await messenger.answer(Delivery("c", "甲", str(key)), text)
        assert sessions._rows == {}

    asyncio.run(body())
