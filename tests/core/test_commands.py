"""Steering words steer on every channel; answers are never taken for them."""

import pytest

from bot.core.commands import command
from bot.core.events import (
    Added,
    Changing,
    Event,
    Restarted,
    Skipped,
    Switched,
    Turned,
    WentBack,
)
from tests.core.conftest import DAY


@pytest.mark.parametrize(
    ("words", "event"),
    [
        ("返回", WentBack(DAY)),
        ("重来", Restarted(DAY)),
        ("清除", Restarted(DAY, wiped=True)),
        ("人工", Turned("human", DAY)),
        ("帮助。", Turned("help", DAY)),
        ("HELP", Turned("help", DAY)),
        ("关于", Turned("about", DAY)),
        ("存", Turned("code", DAY)),
        ("我的回答", Turned("answers", DAY)),
        ("先告诉我去哪", Skipped(DAY)),
        ("改2", Changing(2, DAY)),
        ("改 2", Changing(2, DAY)),
        ("改第三项", Changing(3, DAY)),
        ("改２", Changing(2, DAY)),
        ("“返回”", WentBack(DAY)),
        ("下一件", Switched(DAY)),
        ("再问一件", Added(DAY)),
        ("看全部", Turned("card", DAY)),
        ("看条文", Turned("law", DAY)),
        ("选事项", Turned("guides", DAY)),
        ("继续", Turned("start", DAY, "resume")),
        ("改不了", None),
        ("改", None),
        ("我想改一下合同里的数字", None),
        ("返回款没给", None),
        ("1", None),
    ],
)
def test_words_steer_or_are_left_alone(words: str, event: Event | None) -> None:
    assert command(words, DAY) == event
