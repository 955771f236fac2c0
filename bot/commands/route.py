"""Show where words lead, without a talk."""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from bot.app import today_in_china
from bot.commands.days import day
from bot.commands.knowing import knowledge_of
from bot.core.knowledge import Knowledge
from bot.understanding.routing import Routed, as_json, route

NAMED = 3
"""Matters shown to a person; the JSON holds all."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("text", nargs="?", help="一句话；不写就逐行读标准输入")
    parser.add_argument("--file", type=Path, help='文件，每行一个 {"id", "text"}')
    parser.add_argument("--json", action="store_true", help="每条输出一行 JSON")
    parser.add_argument("--explain", action="store_true", help="说明是因为哪些词")
    parser.add_argument("--date", type=day, help="当作这一天，例如 2026-12-01")


def run(given: argparse.Namespace) -> int:
    """Route every input; one JSON line each when asked for."""
    knowledge = knowledge_of()
    today = given.date or today_in_china()
    for number, (id_, text) in enumerate(_inputs(given)):
        routed = route(knowledge, text, today)
        if given.json:
            print(json.dumps(as_json(routed, id_, text), ensure_ascii=False))
        else:
            print(
                ("\n" if number else "")
                + _shown(knowledge, routed, text, given.explain)
            )
        sys.stdout.flush()
    return 0


def _inputs(given: argparse.Namespace) -> Iterator[tuple[object, str]]:
    if given.text is not None:
        yield None, given.text
        return
    if given.file is None:
        for number, line in enumerate(sys.stdin, 1):
            yield number, line.rstrip("\r\n")
        return
    with given.file.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield _input(number, line)


def _input(number: int, line: str) -> tuple[object, str]:
    try:
        item = json.loads(line)
        return item.get("id", number), str(item["text"])
    except (ValueError, KeyError, AttributeError):
        raise SystemExit(f'第{number}行要写成 {{"id": …, "text": …}}') from None


def _shown(
    knowledge: Knowledge,
    routed: Routed,
    text: str,
    explain: bool,  # noqa: FBT001
) -> str:
    lines = [f"听到：{text}"]
    if routed.heard.safety is not None:
        lines.append(f"先看安全：{routed.heard.safety.family}")
    for one in routed.matters[:NAMED]:
        lines.append(f"  {one.ranked.matter}（{one.guide}）{one.ranked.score:.2f}")
        if explain:
            place = knowledge.matters[one.ranked.matter].place
            because = "、".join(one.ranked.because)
            lines.append(f"    因为：{because}（写在 {place.file}:{place.line}）")
    lines.append("途径：" + " → ".join(routed.remedies or ("还不能确定，先问一句",)))
    return "\n".join(lines)
