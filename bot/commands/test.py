"""Play all stories and show which steps and options none of them reached."""

import argparse
from pathlib import Path

from bot.commands.knowing import whole_knowledge_of
from bot.commands.play import shown, stories_of
from bot.core.knowledge import Advise, Ask, Knowledge
from bot.proving.playing import Played, play
from bot.reading import knowledge_folder

SHOWN = 20
"""Steps named that no story reached; --all names every one."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("path", nargs="?", type=Path, help="资料文件夹")
    parser.add_argument("--all", action="store_true", help="列出所有没走到的步骤")


def run(given: argparse.Namespace) -> int:
    """Play every story of the knowledge; exit 1 when one fails."""
    folder = given.path or knowledge_folder()
    knowledge = whole_knowledge_of(folder)
    files = sorted((folder / "stories").glob("*.yaml"))
    played = [play(knowledge, story) for path in files for story in stories_of(path)]
    failed = [one for one in played if one.failures]
    for one in failed:
        print(shown(one))
    print(_covered(knowledge, played, everything=given.all))
    print(f"样例：{len(played) - len(failed)} 个通过，{len(failed)} 个没通过")
    return int(bool(failed) or not played)


def _covered(knowledge: Knowledge, played: list[Played], *, everything: bool) -> str:
    walked = frozenset().union(*(one.walked for one in played))
    chosen = frozenset().union(*(one.chosen for one in played))
    steps = [
        s.id
        for s in knowledge.steps.values()
        if isinstance(s, Advise) or (isinstance(s, Ask) and s.fact)
    ]
    options = [
        (question.name, option.id)
        for question in knowledge.questions.values()
        for option in question.options
    ]
    missed = [step_id for step_id in steps if step_id not in walked]
    lines = [
        (
            f"步骤：{len(steps) - len(missed)}/{len(steps)} 走到；"
            f"选项：{sum(one in chosen for one in options)}/{len(options)} 选过"
        )
    ]
    if missed:
        named = missed if everything else missed[:SHOWN]
        lines.append("没走到的步骤：" + "、".join(named))
    return "\n".join(lines)
