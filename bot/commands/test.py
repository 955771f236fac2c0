"""Play all stories and show which steps and options none of them reached."""

import argparse
from pathlib import Path

from bot.commands.knowing import whole_knowledge_of
from bot.commands.play import shown, stories_of
from bot.core.knowledge import Knowledge
from bot.proving.covering import covered, items
from bot.proving.playing import Played, play
from bot.reading import knowledge_folder

SHOWN = 20
"""Things named that no story walks; --all names every one."""
OPTION = "选项"
KINDS = {"步骤": "走到", OPTION: "选过", "途径": "给过"}
"""What stories should walk, and what is said of it; options are too many to name."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("path", nargs="?", type=Path, help="资料文件夹")
    parser.add_argument("--all", action="store_true", help="列出所有没走到的步骤")


def run(given: argparse.Namespace) -> int:
    """Play every story of the knowledge; exit 1 when one fails."""
    folder = given.path or knowledge_folder()
    knowledge = whole_knowledge_of(folder)
    played = played_stories(knowledge, folder)
    failed = [one for one in played if one.failures]
    for one in failed:
        print(shown(one))
    print(_covered(knowledge, played, everything=given.all))
    print(f"样例：{len(played) - len(failed)} 个通过，{len(failed)} 个没通过")
    return int(bool(failed) or not played)


def played_stories(knowledge: Knowledge, folder: Path) -> tuple[Played, ...]:
    """Return every story of the folder, played."""
    files = sorted((folder / "stories").glob("*.yaml"))
    return tuple(play(knowledge, story) for path in files for story in stories_of(path))


def _covered(
    knowledge: Knowledge, played: tuple[Played, ...], *, everything: bool
) -> str:
    """Say how much the stories walk, and what they leave out."""
    walked, every = covered(played), items(knowledge)
    counts, lines = [], []
    for kind, done in KINDS.items():
        wanted = [item for item in every if item[0] == kind]
        missed = ["/".join(item[1:]) for item in wanted if item not in walked]
        counts.append(f"{kind}：{len(wanted) - len(missed)}/{len(wanted)} {done}")
        if missed and kind != OPTION:
            named = missed if everything else missed[:SHOWN]
            lines.append(f"没{done}的{kind}：" + "、".join(named))
    return "\n".join(("；".join(counts), *lines))
