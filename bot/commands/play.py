"""Play stories and show where they went another way."""

import argparse
import json
import sys
from pathlib import Path

from bot.commands.knowing import whole_knowledge_of
from bot.proving.playing import Played, play
from bot.reading.showing import show_problems
from bot.reading.stories import Story, read_stories


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("stories", nargs="+", type=Path, help="样例文件")
    parser.add_argument("--json", action="store_true", help="每个样例输出一行 JSON")
    parser.add_argument("--talk", action="store_true", help="连整段对话一起显示")


def run(given: argparse.Namespace) -> int:
    """Play every story of the files; exit 1 when one fails."""
    knowledge = whole_knowledge_of()
    stories = [story for path in given.stories for story in stories_of(path)]
    played = [play(knowledge, story) for story in stories]
    for one in played:
        print(_json(one) if given.json else shown(one, talk=given.talk))
    return int(any(one.failures for one in played) or not played)


def stories_of(path: Path) -> tuple[Story, ...]:
    """Return the stories of a file, or leave with its problems."""
    try:
        stories, problems = read_stories(path)
    except OSError:
        raise SystemExit(f"打不开样例文件 {path}") from None
    if problems:
        print(show_problems(problems), file=sys.stderr)
        raise SystemExit(1)
    return stories


def shown(played: Played, *, talk: bool = False) -> str:
    """Return a played story as a person reads it; a failed one with its talk."""
    mark = "✗" if played.failures else "✓"
    lines = [f"{mark} {played.story.name}"]
    first = min((one.line for one in played.failures), default=len(played.lines))
    for number, line in enumerate(played.lines):
        if talk or (played.failures and number <= first):
            lines += [f"    您说：{line.said}", *_indented(line.answered)]
        if number == first:
            lines += ["  ✗ 从这里起不一样：", *_told(played, first)]
    for later in range(first + 1, len(played.lines) + 1):
        lines += _told(played, later)
    return "\n".join(lines)


def _told(played: Played, line: int) -> list[str]:
    found = (one for one in played.failures if one.line == line)
    return [f"    {one.place}: {one.what}" for one in found]


def _indented(text: str) -> list[str]:
    return [f"      {line}" for line in text.splitlines()]


def _json(played: Played) -> str:
    row = {
        "story": played.story.name,
        "passed": not played.failures,
        "failures": [f"{one.place}: {one.what}" for one in played.failures],
    }
    return json.dumps(row, ensure_ascii=False)
