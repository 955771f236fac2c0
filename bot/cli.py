"""Find the command that was asked for and run it; each is loaded only then."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module

COMMANDS = {
    "chat": "在终端里问路（不写命令就是它）",
    "route": "不对话：看一句话会被怎样理解、指到哪里",
    "play": "播放对话样例",
    "check": "严格检查全部资料",
    "test": "播放全部样例，报告哪些步骤没有走到",
    "deadline": "算一个期限的两个日子",
    "draw": "把路线图或一个领域画成图（SVG）",
    "diff": "比两版资料：谁的去处、顺序、日子、材料、出处变了",
    "paper": "印来源报告、待审清单这些纸面的东西",
    "explain": "按卡片编号重印当时的卡片",
    "coverage": "看分类表的每一行有没有事项接着",
    "stats": "看每天各领域有多少次问路（只有总数）",
    "serve": "在网页上问路",
    "schema": "写出编辑器用的说明（JSON Schema）",
    "fmt": "改好资料里的手滑：标点、缩进、中文的键",
    "new": "写出一个新事项的样子，等您来填",
    "words": "找出几件事都有的词、还没有的词",
    "pause": "停用一个事项：问到它就说正在核实，请到窗口",
    "recall": "写出公开的勘误：哪里错了，应当是什么，怎么办",
    "publish": "发布资料：全部过关才发布，并记下这一版",
}
"""Every command with what it does; bot/commands/ holds a file for each."""
INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells count it."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and leave with its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or (given[0].startswith("-") and given[0] not in ("-h", "--help")):
        given = ["chat", *given]
    parsed = parser(given[0]).parse_args(given)
    try:
        code = int(parsed.run(parsed))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except KeyboardInterrupt:
        code = INTERRUPTED
    sys.exit(code)


def parser(wanted: str = "") -> argparse.ArgumentParser:
    """Return the parser of all commands; only the wanted one is filled, if named."""
    top = argparse.ArgumentParser(
        prog="wenlu", description="问路：这件事该找谁、哪天前、带什么、依据是什么"
    )
    commands = top.add_subparsers(title="命令", required=True, metavar="命令")
    for name, words in COMMANDS.items():
        made = commands.add_parser(name, help=words, description=words)
        if wanted in (name, ""):
            command = import_module(f"bot.commands.{name}")
            command.arguments(made)
            made.set_defaults(run=command.run)
    return top


if __name__ == "__main__":
    main()
