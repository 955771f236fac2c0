"""Propose words for matters, and show the words that several matters own."""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from bot.commands.knowing import whole_knowledge_of
from bot.core.knowledge import Knowledge, Matter

if TYPE_CHECKING:
    from bot.understanding.proposing import Proposal

MOST_SHARED, MOST_OWNERS = 60, 4
"""Words shown when no matter is named, and matters shown for each."""
MISSING = '切词要用 jieba。请先装上：pip install "wenlu[words]"'


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("matter", nargs="?", help="只看这一件事项")
    parser.add_argument(
        "--file", type=Path, help="一行一句老百姓的话；从里面找还没有的词，不保存"
    )
    parser.add_argument("--knowledge", type=Path, help="资料文件夹")


def run(given: argparse.Namespace) -> int:
    """Print shared words, then proposals; fail where jieba is not installed."""
    try:
        from bot.understanding.proposing import (  # noqa: PLC0415 — jieba is an extra
            proposed,
            proposed_from,
            shared_words,
        )
    except ImportError:
        print(MISSING, file=sys.stderr)
        return 1
    knowledge = whole_knowledge_of(given.knowledge)
    if given.matter is not None and given.matter not in knowledge.matters:
        print(f"没有“{given.matter}”这件事项", file=sys.stderr)
        return 1
    if given.file is None:
        found = proposed(knowledge)
        _print_shared(shared_words(knowledge), given.matter)
    else:
        lines = given.file.read_text("utf-8").splitlines()
        found = proposed_from(knowledge, lines)
    _print_proposed(knowledge, found, given.matter)
    return 0


def _print_shared(shared: Mapping[str, tuple[Matter, ...]], only: str | None) -> None:
    print("几件事的话里都有的词（只凭它分不清；归最该有的一件，别处换成更长的说法）：")
    told = {
        word: matters
        for word, matters in shared.items()
        if only is None or only in {matter.name for matter in matters}
    }
    for word, matters in list(told.items())[: None if only else MOST_SHARED]:
        others = f"等{len(matters)}件" if len(matters) > MOST_OWNERS else ""
        print(f"  {word}：" + "、".join(map(_placed, matters[:MOST_OWNERS])) + others)


def _print_proposed(
    knowledge: Knowledge, found: Mapping[str, list["Proposal"]], only: str | None
) -> None:
    print("可以添进 also 的词（先看是不是只说这一件事）：")
    for name, proposals in found.items():
        if only in {None, name}:
            words = "、".join(f"{one.word} {one.times}次" for one in proposals)
            print(f"  {_placed(knowledge.matters[name])}：{words}")


def _placed(matter: Matter) -> str:
    return f"{matter.name}（{matter.place.file}:{matter.place.line}）"
