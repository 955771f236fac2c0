"""Talk in the terminal."""

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from bot.app import App, today_in_china
from bot.channels.terminal import standard_streams, talk
from bot.commands.days import day
from bot.commands.knowing import knowledge_of
from bot.core.knowledge import Knowledge
from bot.storing.memory import MemoryStore

BANNER = """\
【正在录制】这里说的每一句话，结束时都会写进 {file}。
只给工作人员试用，不要用真人的事，不要在群众面前开。说“清除”就从头录。
"""
HEAD = "# yaml-language-server: $schema=../schema/stories.json\n# 对话样例\nstories:\n"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("--date", type=day, help="当作这一天来问，例如 2026-12-01")
    parser.add_argument(
        "--record",
        type=Path,
        metavar="文件",
        help="工作人员用：把这段对话存成样例，加在文件后面；要在真的终端里",
    )


def run(given: argparse.Namespace) -> int:
    """Talk until the input ends."""
    played = given.date
    today = today_in_china if played is None else (lambda: played)
    knowledge = knowledge_of()
    app = App(knowledge, MemoryStore(), today)
    if given.record is None:
        talk(app, *standard_streams())
    else:
        _record(app, knowledge, given.record)
    return 0


def _record(app: App, knowledge: Knowledge, file: Path) -> None:
    """Talk with staff and add the talk to a file of stories.

    Only a terminal is recorded: a pipe may lead to a citizen.
    """
    from bot.channels.recording import Recorder  # noqa: PLC0415 — staff only
    from bot.proving.recording import recorded, story_text  # noqa: PLC0415

    if not sys.stdin.isatty():
        raise SystemExit("录制只能在工作人员自己的终端里用，不能接管道")
    print(BANNER.format(file=file))
    recorder = Recorder(app)
    talk(recorder, *standard_streams())
    story = recorded(knowledge, recorder.said, app.today())
    if not story.talk:
        print("什么也没说，没有写文件")
        return
    before = file.read_text("utf-8") if file.exists() else HEAD
    end = "" if before.endswith("\n") else "\n"
    story = replace(story, name=_free(story.name, before))
    file.write_text(before + end + story_text([story]), "utf-8")
    print(f"写进了 {file}：{story.name}。请补上 must，再运行 wenlu play {file}")


def _free(name: str, text: str) -> str:
    """Return the name, numbered if a story of the file bears it."""
    number, free = 1, name
    while f"story: {free}\n" in text or f'story: "{free}"\n' in text:
        number += 1
        free = f"{name}（{number}）"
    return free
