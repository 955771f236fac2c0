"""Stand in for the platform with a third party's emulator that keeps a transcript."""

import asyncio
import itertools
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web
from lo_bot_api_emulator import LoBotApiEmulator

from bot.app import Messenger
from bot.channels.telegram.account import Account
from bot.core.knowledge import Knowledge
from bot.reading import knowledge_folder, load
from bot.storing.memory import MemorySessions
from bot.understanding.turning import turn_for
from tests.core.conftest import DAY

TOKEN = "123456:TESTTOKENabcdefghijklmnopqrstuvwxyz"
USER = {"id": 1, "first_name": "某", "is_bot": False}
CHAT = {"id": 1, "type": "private", "first_name": "某"}
SILENT = ("getMe", "getUpdates", "deleteWebhook", "setWebhook", "setMyCommands")


Sent = tuple[str, dict[str, Any], dict[str, Any]]
"""A method the bot called, with its fields and what it was answered."""


class Platform(LoBotApiEmulator):  # type: ignore[misc]
    """Keep what the bot sends; bring what citizens send."""

    def __init__(self) -> None:
        super().__init__(enable_control=True, allow_insecure_loopback_webhooks=True)
        self.sent: list[Sent] = []
        self.fails: list[type[Exception]] = []
        self.base = ""
        self.hooked = False
        self._numbers = itertools.count(1000)
        self._news = asyncio.Condition()

    def validate(
        self, method: str, fields: dict[str, Any], uploads: object
    ) -> dict[str, Any]:
        done: dict[str, Any] = super().validate(method, fields, uploads)
        if method == "getMe":
            done = {**done, "username": "wenlu_test_bot"}
        if method not in SILENT:
            known = {
                k: self.decoded(v) if k == "reply_markup" else v
                for k, v in fields.items()
            }
            self.sent.append((method, known, done))
            asyncio.get_running_loop().create_task(self._tell())
        return done

    async def _tell(self) -> None:
        async with self._news:
            self._news.notify_all()

    def texts(self) -> list[str]:
        return [one[1]["text"] for one in self.sent if one[0] == "sendMessage"]

    async def until(self, holds: Callable[[], bool]) -> None:
        async with self._news:
            await asyncio.wait_for(self._news.wait_for(holds), 20)

    async def heard(self, count: int) -> str:
        """Wait until the bot has sent so many texts; return the last of them."""
        await self.until(lambda: len(self.texts()) >= count)
        return self.texts()[count - 1]

    async def bring(self, **update: object) -> None:
        await self.enqueue_update(update, token=TOKEN)
        if self.hooked:
            await self.deliver_updates(token=TOKEN)

    def message(self, **more: object) -> dict[str, Any]:
        number = next(self._numbers)
        at = int(time.time()) + number - 1000
        return {
            "message_id": number, "date": at, "from": USER, "chat": CHAT, **more,
        }  # fmt: skip

    async def say(self, text: str) -> None:
        await self.bring(message=self.message(text=text))

    async def press(self, label: str) -> None:
        """Press the button of a label under the last text."""
        sent = [one for one in self.sent if one[0] == "sendMessage"][-1]
        await self.press_data(sent, data_of(sent[1], label))

    async def press_data(self, sent: Sent, data: str) -> None:
        query = {
            "id": str(next(self._numbers)), "from": USER, "chat_instance": "x",
            "data": data, "message": {**sent[2], "date": int(time.time())},
        }  # fmt: skip
        await self.bring(callback_query=query)


def buttons(fields: dict[str, Any]) -> list[dict[str, str]]:
    rows = fields["reply_markup"]["inline_keyboard"]
    return [button for row in rows for button in row]


def data_of(fields: dict[str, Any], label: str) -> str:
    return next(b["callback_data"] for b in buttons(fields) if label in b["text"])


@asynccontextmanager
async def platform() -> AsyncIterator[Platform]:
    made = Platform()
    runner = web.AppRunner(made.app(), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    made.base = f"http://127.0.0.1:{runner.addresses[0][1]}/bot"
    try:
        yield made
    finally:
        await runner.cleanup()


def account(made: Platform, **more: str) -> Account:
    return Account(TOKEN, made.base, **more)


def played(talk: Callable[[Platform], Awaitable[None]]) -> None:
    """Play one talk with a platform of its own."""

    async def whole() -> None:
        async with platform() as made:
            await talk(made)

    asyncio.run(whole())


@pytest.fixture(scope="session")
def real() -> Knowledge:
    knowledge = load(knowledge_folder()).knowledge
    assert knowledge is not None
    turn_for("先把词表装好", knowledge, DAY)
    return knowledge


@pytest.fixture
def messenger(real: Knowledge) -> Messenger:
    return Messenger(real, MemorySessions(), lambda: DAY)
