"""Stand in for the platform: wechatpy signs, seals and opens, as its servers do."""

import asyncio
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from starlette.testclient import TestClient
from wechatpy.crypto import WeChatCrypto
from wechatpy.enterprise.crypto import WeChatCrypto as WeComCrypto
from wechatpy.utils import WeChatSigner

from bot.app import Messenger
from bot.channels.handling import Answer, Reply
from bot.channels.wechat.account import Account
from bot.channels.wechat.serving import Desk, door
from bot.core.knowledge import Knowledge
from bot.papers.offer import Paper
from bot.reading import knowledge_folder, load
from bot.storing.contract import Delivery
from bot.storing.memory import MemorySessions
from bot.understanding.turning import turn_for
from tests.core.conftest import DAY

TOKEN, KEY = "tok", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"
ID = "wx1234567890abcdef"
OPEN = re.compile(r"<Content><!\[CDATA\[(.*)\]\]></Content>", re.DOTALL)


@dataclass
class Platform:
    """Send messages as the platform does, plain or sealed, and read the answers."""

    account: Account
    talk: Answer
    knowledge: Knowledge
    now: float = field(default_factory=time.time)
    seconds: float = 4.5
    number: int = 0

    def __post_init__(self) -> None:
        desk = Desk(self.talk, lambda: self.knowledge, self.seconds, lambda: self.now)
        self.browser = TestClient(door(self.account, desk))
        kind = WeComCrypto if self.account.wecom else WeChatCrypto
        self.crypto = kind(TOKEN, KEY, ID) if self.account.key else None

    def asked(self, **more: str) -> dict[str, str]:
        stamp, nonce = str(int(self.now)), "n0nce"
        signer = WeChatSigner()
        signer.add_data(TOKEN, stamp, nonce)
        made = {"timestamp": stamp, "nonce": nonce, "signature": signer.signature}
        return {**made, **more}

    def message(self, words: str, kind: str = "text", **more: str) -> str:
        self.number += 1
        parts = {
            "ToUserName": "gh", "FromUserName": "o1", "MsgType": kind,
            "CreateTime": str(int(self.now)), "Content": words,
            "MsgId": str(self.number), **more,
        }  # fmt: skip
        inner = "".join(f"<{k}><![CDATA[{v}]]></{k}>" for k, v in parts.items() if v)
        return f"<xml>{inner}</xml>"

    def send(self, xml: str) -> str:
        """Return the words of the answer; what is no answer as it came."""
        asked = self.asked()
        if self.crypto is None:
            return self.words(self.browser.post("/", params=asked, content=xml).text)
        shut = self.crypto.encrypt_message(xml, asked["nonce"], asked["timestamp"])
        sign = re.search(r"<MsgSignature><!\[CDATA\[(\w+)", shut)
        assert sign
        asked = {**asked, "encrypt_type": "aes", "msg_signature": sign[1]}
        answer = self.browser.post("/", params=asked, content=shut.encode()).text
        return self.words(self.opened(answer))

    def opened(self, answer: str) -> str:
        """Open a sealed answer by the third party's means."""
        assert self.crypto is not None
        if "<Encrypt>" not in answer:
            return answer
        part = {k: re.search(rf"<{k}>(?:<!\[CDATA\[)?([^\]<]+)", answer) for k in PARTS}
        sign, stamp, nonce = (found[1] for found in part.values() if found)
        opened = self.crypto.decrypt_message(answer, sign, stamp, nonce)
        return opened.decode() if isinstance(opened, bytes) else opened

    def words(self, answer: str) -> str:
        found = OPEN.search(answer)
        return found[1] if found else answer

    def say(self, words: str, **more: str) -> str:
        """Say words a second later, as a person does."""
        self.now += 1
        return self.send(self.message(words, **more))


PARTS = ("MsgSignature", "TimeStamp", "Nonce")
ACCOUNTS = {
    "plain": Account(TOKEN, ID),
    "aes": Account(TOKEN, ID, KEY),
    "wecom": Account(TOKEN, ID, KEY, wecom=True),
}


@pytest.fixture(scope="session")
def real() -> Knowledge:
    knowledge = load(knowledge_folder()).knowledge
    assert knowledge is not None
    turn_for("先把词表装好", knowledge, DAY)
    return knowledge


@pytest.fixture
def messenger(real: Knowledge) -> Messenger:
    return Messenger(real, MemorySessions(), lambda: DAY)


@pytest.fixture(params=list(ACCOUNTS))
def platform(
    request: pytest.FixtureRequest, real: Knowledge, messenger: Messenger
) -> Platform:
    return Platform(ACCOUNTS[request.param], messenger, real)


class Slow:
    """Answer as the messenger does, but only after some time."""

    def __init__(self, inner: Answer, seconds: Callable[[], float]) -> None:
        self._inner, self._seconds = inner, seconds

    async def answer(self, delivery: Delivery, text: str, at: str = "") -> Reply:
        await asyncio.sleep(self._seconds())
        return await self._inner.answer(delivery, text, at)

    async def greet(self, channel: str, citizen: str) -> Reply:
        return await self._inner.greet(channel, citizen)

    async def papers(self, channel: str, citizen: str) -> tuple[Paper, ...]:
        return await self._inner.papers(channel, citizen)
