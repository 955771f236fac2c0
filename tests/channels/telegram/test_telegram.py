"""A talk over Telegram, end to end: in by polling or webhook, out as plain texts."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
import uvicorn
from telegram.error import BadRequest

from bot.app import Messenger
from bot.channels.front import Front
from bot.channels.handling import Reply
from bot.channels.telegram.account import Account
from bot.channels.telegram.answering import Answering
from bot.channels.telegram.layout import MOST_UNITS, units
from bot.channels.telegram.opening import bot_of
from bot.channels.telegram.taking import TakingIn, living
from bot.channels.telegram.webhook import door
from bot.core.knowledge import Knowledge
from bot.core.phrases import say
from bot.papers.offer import Paper
from bot.storing.contract import BusyError, Delivery
from tests.channels.telegram.conftest import (
    CHAT,
    Platform,
    account,
    buttons,
    data_of,
    played,
)


@asynccontextmanager
async def polling(
    made: Platform, talk: Messenger, given: Account | None = None
) -> AsyncIterator[Answering]:
    one = given or account(made)
    bot = bot_of(one)
    answering = Answering(bot, talk, lambda: talk.knowledge, one.token)
    async with living(bot, one, answering, talk.knowledge):
        yield answering


@asynccontextmanager
async def hooked(made: Platform, talk: Messenger) -> AsyncIterator[Answering]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    one = account(made, webhook=f"http://127.0.0.1:{port}/telegram", secret="s3")
    bot = bot_of(one)
    answering = Answering(bot, talk, lambda: talk.knowledge, one.token)
    site = Front(door(one, bot, answering), {"/telegram": door(one, bot, answering)})
    server = uvicorn.Server(
        uvicorn.Config(site, port=port, log_level="error", lifespan="off")
    )
    serving = asyncio.create_task(server.serve())
    for _ in range(2_000):
        if server.started:
            break
        await asyncio.sleep(0.01)
    async with living(bot, one, answering, talk.knowledge):
        made.hooked = True
        yield answering
    server.should_exit = True
    await serving


WAYS = {"polling": polling, "webhook": hooked}


@pytest.mark.parametrize("way", list(WAYS))
def test_a_whole_talk_leads_to_the_card(messenger: Messenger, way: str) -> None:
    async def talk(made: Platform) -> None:
        async with WAYS[way](made, messenger):
            await made.say("收到处理意见书20天了不服")
            assert "哪个县" in await made.heard(1)
            await made.press("先告诉我去哪")
            assert "去哪：" in await made.heard(2)
            await made.press("看全部")
            assert "◆" in await made.heard(3)

    played(talk)


@pytest.mark.parametrize(("page", "files"), [("写材料", 8), ("存日历", 1)])
def test_papers_come_as_files_before_the_text_that_names_them(
    messenger: Messenger, page: str, files: int
) -> None:
    async def talk(made: Platform) -> None:
        async with polling(made, messenger):
            await made.say("信访局的处理意见书我不服，11月18日收到的")
            await made.heard(1)
            await made.press("先告诉我去哪")
            await made.heard(2)
            await made.press(page)
            await made.heard(3)
            assert [one[0] for one in made.sent].count("sendDocument") == files
            assert made.sent[-1][0] in ("sendMessage", "answerCallbackQuery")

    played(talk)


def test_every_text_and_button_fits_and_is_plain(messenger: Messenger) -> None:
    async def talk(made: Platform) -> None:
        async with polling(made, messenger):
            for n, words in enumerate(("/start", "选事项", "1", "1", "看全部"), 1):
                await made.say(words)
                await made.until(lambda n=n: len(made.texts()) >= n)  # type: ignore[misc]
        for method, fields, _ in made.sent:
            assert method == "sendMessage"
            assert "parse_mode" not in fields
            assert units(fields["text"]) <= MOST_UNITS
            for button in buttons(fields):
                assert len(button["callback_data"].encode()) <= 64

    played(talk)


def test_a_button_of_an_old_step_changes_nothing(
    messenger: Messenger, real: Knowledge
) -> None:
    async def talk(made: Platform) -> None:
        async with polling(made, messenger):
            await made.say("收到处理意见书20天了不服")
            await made.heard(1)
            old = made.sent[0]
            await made.press("先告诉我去哪")
            await made.heard(2)
            await made.press_data(old, data_of(old[1], "先告诉我去哪"))
            assert say(real, "notice_moved_on") in await made.heard(3)

    played(talk)


@pytest.mark.parametrize("data", ["", "x", "0|0|清除", "0000000000|a|清除", "长" * 20])
def test_a_button_that_is_not_ours_says_nothing(
    messenger: Messenger, real: Knowledge, data: str
) -> None:
    async def talk(made: Platform) -> None:
        async with polling(made, messenger):
            await made.say("收到处理意见书20天了不服")
            asked = await made.heard(1)
            await made.press_data(made.sent[0], data)
            again = await made.heard(2)
        assert say(real, "notice_moved_on") in again
        assert asked.splitlines()[-1] in again

    played(talk)


def test_an_update_brought_again_moves_nothing(messenger: Messenger) -> None:
    delivery = Delivery("telegram:1", "1", "7", 0)

    async def twice() -> list[Reply]:
        words = "收到处理意见书20天了不服"
        return [await messenger.answer(delivery, words) for _ in "12"]

    once, again = asyncio.run(twice())
    assert (again.view, again.at) == (once.view, once.at)
    assert again.repeated


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"voice": {"file_id": "v", "file_unique_id": "v", "duration": 1}}, "voice"),
        ({"location": {"latitude": 1.0, "longitude": 1.0}}, "other"),
        ({"photo": []}, "other"),
    ],
)
def test_what_is_not_text_gets_one_kind_line(
    messenger: Messenger, real: Knowledge, more: dict[str, object], code: str
) -> None:
    async def talk(made: Platform) -> None:
        async with polling(made, messenger):
            await made.bring(message=made.message(**more))
            assert await made.heard(1) == say(real, f"telegram_{code}")

    played(talk)


def test_a_group_is_left_and_nothing_is_said_in_it(messenger: Messenger) -> None:
    async def talk(made: Platform) -> None:
        async with polling(made, messenger):
            group = {**CHAT, "id": -5, "type": "group", "title": "某群"}
            await made.bring(message=made.message(text="老板欠薪", chat=group))
            await made.say("你好")
            await made.heard(1)
        assert all(one[1].get("chat_id") in (1, "1") for one in made.sent[-1:])
        assert len(made.texts()) == 1

    played(talk)


class Failing:
    """Keep nothing the first times, as a keeper does whose disk is full."""

    def __init__(self, inner: Messenger, times: int) -> None:
        self._inner, self._times = inner, times
        self.knowledge = inner.knowledge

    async def answer(self, delivery: Delivery, text: str, at: str = "") -> Reply:
        self._times -= 1
        if self._times >= 0:
            raise BusyError
        return await self._inner.answer(delivery, text, at)

    async def greet(self, channel: str, citizen: str) -> Reply:
        return await self._inner.greet(channel, citizen)

    async def papers(self, channel: str, citizen: str) -> tuple[Paper, ...]:
        return await self._inner.papers(channel, citizen)


def test_an_update_that_could_not_be_kept_is_taken_again(
    messenger: Messenger,
) -> None:
    async def talk(made: Platform) -> None:
        one = account(made)
        async with bot_of(one) as bot:
            failing = Failing(messenger, 3)
            answering = Answering(bot, failing, lambda: messenger.knowledge, one.token)
            waits: list[float] = []

            async def sleep(seconds: float) -> None:
                waits.append(seconds)
                await asyncio.sleep(0)

            taking = TakingIn(bot, answering, poll=1, sleep=sleep)
            task = asyncio.create_task(taking.run())
            await made.say("收到处理意见书20天了不服")
            assert "哪个县" in await made.heard(1)
            task.cancel()
        assert waits == [0.5, 1.0, 2.0]

    played(talk)


class Poisoned(Failing):
    """Fail at one citizen's words for ever, as a bug would."""

    def __init__(self, inner: Messenger, fails: Exception) -> None:
        super().__init__(inner, 0)
        self._fails = fails

    async def answer(self, delivery: Delivery, text: str, at: str = "") -> Reply:
        if text == "金丝雀":
            raise self._fails
        return await super().answer(delivery, text, at)


@pytest.mark.parametrize("fails", [ValueError("金丝雀"), BadRequest("金丝雀")])
def test_an_update_that_always_fails_stops_nobody_and_is_not_quoted(
    messenger: Messenger, fails: Exception, capsys: pytest.CaptureFixture[str]
) -> None:
    async def talk(made: Platform) -> None:
        one = account(made)
        async with bot_of(one) as bot:
            poisoned = Poisoned(messenger, fails)
            answering = Answering(bot, poisoned, lambda: messenger.knowledge, one.token)
            task = asyncio.create_task(TakingIn(bot, answering, poll=1).run())
            await made.say("金丝雀")
            await made.say("收到处理意见书20天了不服")
            await made.until(lambda: any("哪个县" in text for text in made.texts()))
            task.cancel()

    played(talk)
    told = capsys.readouterr()
    assert type(fails).__name__ in told.err
    assert "金丝雀" not in told.err + told.out
