"""Write the skeleton of a new matter, with proposals from the matters near to it."""

import argparse
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from rapidfuzz import fuzz

from bot.commands.knowing import whole_knowledge_of
from bot.core.knowledge import Advise, Knowledge, Matter
from bot.reading import knowledge_folder
from bot.reading.fitting import BARRED
from bot.reading.nearest import suggestion
from bot.reading.skeleton import Near, NoRoomError, appended, new_guide
from bot.understanding.routing import route

NEAREST = 3
"""Matters near to the new one that are shown."""
HEARD = 30.0
"""What being heard in the name adds to a likeness of letters (0–100)."""
FIRST_LINE = 5
"""The line of a new guide at which its first matter begins."""
FILE_NAME = re.compile(r"[a-z][a-z0-9-]*")
NEXT = """\
下一步：
  1. 打开这个文件，把每个〔填：…〕换成您的话，用不着的整行删掉。
  2. 运行 wenlu fmt，改掉手滑；再运行 wenlu check，照提示改到“错误 0 个”。
  3. 运行 wenlu route "老百姓的一句话" --explain，看认不认得出。
  4. 在 stories 里添一段对话样例，运行 wenlu test。
没填完也不要紧：正在服务的机器人继续用上一版。"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("matter", help="新事项的名字，例如 拖欠奖金")
    parser.add_argument("--guide", default="", help="放进哪个领域；不写就放在最近的")
    parser.add_argument("--file", default="", help="新领域的文件名，例如 sports")


def run(given: argparse.Namespace) -> int:
    """Write the skeleton at the end of a guide, or into a new one."""
    folder, knowledge = knowledge_folder(), whole_knowledge_of()
    _refuse(knowledge, given.matter)
    matters = _nearest(knowledge, given.matter, given.guide)
    guide = given.guide or _guide_of(matters)
    near = Near(matters, _remedies(knowledge, matters))
    if guide in knowledge.guides:
        path = folder / knowledge.guides[guide].place.file
        line = _append(path, given.matter, near)
    else:
        path, line = _begin(folder, knowledge, guide, given.file), FIRST_LINE
        path.write_text(new_guide(guide, given.matter, near), "utf-8")
    print(f"写好了样子：{path.relative_to(folder)}，第{line}行起（领域：{guide}）")
    print("照着这几件近的事项写的：" + "、".join(one.name for one in matters))
    print(NEXT)
    return 0


def _nearest(knowledge: Knowledge, name: str, guide: str) -> list[Matter]:
    """Return the matters nearest to a name, by its letters and by what is heard."""
    heard = {one.ranked.matter for one in route(knowledge, name, date.min).matters}
    near = {
        one.name: HEARD * (one.name in heard)
        + max(fuzz.ratio(name, other) for other in (one.name, *one.also))
        for one in knowledge.matters.values()
        if guide == one.guide or guide not in knowledge.guides
    }
    found = sorted(near, key=lambda other: -near[other])[:NEAREST]
    return [knowledge.matters[other] for other in found]


def _guide_of(matters: Sequence[Matter]) -> str:
    """Return the field of the nearest matters, if they are of one."""
    guides = {one.guide: one.name for one in reversed(matters)}
    if len(guides) > 1:
        which = "；".join(
            f"--guide {guide}（有“{one}”）" for guide, one in guides.items()
        )
        raise SystemExit(f"放进哪个领域？请写明：{which}")
    return matters[0].guide


def _remedies(knowledge: Knowledge, matters: Sequence[Matter]) -> list[str]:
    """Return the remedies that the nearest matter's steps advise."""
    rooms = [one.name for one in matters[:1]]
    advised = (
        step.advised
        for step in knowledge.steps.values()
        if isinstance(step, Advise) and step.id.partition("/")[0] in rooms
    )
    every = dict.fromkeys(one.remedy for steps in advised for one in steps)
    return list(every)[:NEAREST]


def _refuse(knowledge: Knowledge, name: str) -> None:
    known = {also: one.name for one in knowledge.matters.values() for also in one.also}
    if name in knowledge.matters or name in known:
        raise SystemExit(f"已经有“{known.get(name, name)}”这个事项，在它里面改就行。")
    if not name.strip() or any(sign in name for sign in f"{BARRED} :#"):
        raise SystemExit("事项的名字里不能有标点和空格，例如 拖欠奖金")


def _append(path: Path, name: str, near: Near) -> int:
    try:
        text, line = appended(path.read_text("utf-8"), name, near)
    except NoRoomError as error:
        raise SystemExit(f"{path.name}：{error}") from None
    path.write_text(text, "utf-8")
    return line


def _begin(folder: Path, knowledge: Knowledge, guide: str, file: str) -> Path:
    path = folder / "guides" / f"{file}.yaml"
    if not FILE_NAME.fullmatch(file) or path.exists():
        hint = suggestion(guide, knowledge.guides)
        raise SystemExit(
            f"还没有“{guide}”这个领域。{hint}"
            "真要新开一个，再加 --file 英文小写的文件名，例如 --file sports"
        )
    return path
