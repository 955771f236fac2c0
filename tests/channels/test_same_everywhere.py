"""Thirty talks give the same advice in the terminal, over WeChat and over Telegram.

The web is held against the terminal word by word in tests/channels/web.
"""

import asyncio
from collections.abc import Iterator
from typing import Any, cast

import pytest
from telegram import Bot, Update

from bot.app import App, Messenger
from bot.channels.telegram.answering import Answering
from bot.core.cards import Card
from bot.core.knowledge import Knowledge
from bot.reading import knowledge_folder, load
from bot.reading.stories import Story, read_stories
from bot.storing.memory import MemorySessions, MemoryStore
from tests.channels.telegram.conftest import CHAT, TOKEN, USER
from tests.channels.wechat.conftest import ACCOUNTS, Platform

THIRTY = 30


def stories() -> Iterator[Story]:
    """Return stories in turn from every file, so that every field is met."""
    files = sorted((knowledge_folder() / "stories").glob("*.yaml"))
    for path in files:
        yield from read_stories(path)[0][2:4]


STORIES = tuple(stories())[:THIRTY]


@pytest.fixture(scope="module")
def real() -> Knowledge:
    knowledge = load(knowledge_folder()).knowledge
    assert knowledge is not None
    return knowledge


def messenger(k: Knowledge, story: Story) -> Messenger:
    return Messenger(k, MemorySessions(), lambda: story.date)


def in_terminal(k: Knowledge, story: Story) -> list[Card | None]:
    app = App(k, MemoryStore(), lambda: story.date)
    return [app.handle("one", turn.say).card for turn in story.talk]


def over_wechat(k: Knowledge, story: Story) -> list[str]:
    platform = Platform(ACCOUNTS["plain"], messenger(k, story), k, seconds=60)
    return [platform.say(turn.say) for turn in story.talk]


class Told:
    """Stand in for the library's client; keep what is sent."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    async def send_message(self, _: int, text: str, **__: object) -> None:
        self.texts.append(text)

    async def send_document(self, _: int, __: object) -> None:
        """Take a file."""


def update(number: int, words: str) -> Update:
    message: dict[str, Any] = {
        "message_id": number, "date": 1_800_000_000 + number * 1_000_000,
        "from": USER, "chat": CHAT, "text": words,
    }  # fmt: skip
    made = Update.de_json({"update_id": number, "message": message})
    assert made is not None
    return made


def over_telegram(k: Knowledge, story: Story) -> list[str]:
    told: list[str] = []

    async def talk() -> None:
        for number, turn in enumerate(story.talk, 1):
            bot.texts.clear()
            await answering.take(update(number, turn.say))
            told.append("\n".join(bot.texts))

    bot = Told()
    answering = Answering(cast("Bot", bot), messenger(k, story), lambda: k, TOKEN)
    asyncio.run(talk())
    return told


def test_there_are_thirty_stories_and_nearly_all_come_to_a_card(
    real: Knowledge,
) -> None:
    assert len(STORIES) == THIRTY
    assert sum(any(in_terminal(real, one)) for one in STORIES) >= THIRTY - 3


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_a_talk_gives_the_same_advice_on_every_channel(
    real: Knowledge, story: Story
) -> None:
    cards = in_terminal(real, story)
    for card, wechat, telegram in zip(
        cards, over_wechat(real, story), over_telegram(real, story), strict=True
    ):
        if card is not None:
            assert all(line in wechat for line in card.head)
            assert all(line in telegram for line in card.head)


def test_another_channel_that_left_out_the_day_would_be_seen(real: Knowledge) -> None:
    story = next(one for one in STORIES if any(in_terminal(real, one)))
    card = next(card for card in in_terminal(real, story) if card)
    said = "\n".join(over_telegram(real, story)).replace(card.head[1], "")
    assert not all(line in said for line in card.head)
