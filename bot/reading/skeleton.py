"""Write the skeleton of a new matter, with a word at every blank to fill in."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.knowledge import Matter
from bot.reading.events import read_tree
from bot.reading.json_schema import modeline
from bot.reading.nodes import Mapping
from bot.reading.sources import source_of
from bot.reading.values import BLANK

SAYINGS = 6
"""Ways of putting it that a matter should know at least."""
SHOWN = 2
"""Sayings shown of each matter that is near."""


class NoRoomError(Exception):
    """Tell why a matter cannot be written at the end of a file."""


@dataclass(frozen=True, slots=True)
class Near:
    """Hold what is proposed for a new matter: matters near to it, the nearest first."""

    matters: Sequence[Matter]
    remedies: Sequence[str]


def skeleton(name: str, near: Near, indent: int) -> str:
    """Return the lines of a new matter, set in by so many spaces."""
    lines = [*_head(name, near), *_steps(name, near)]
    return "".join(f"{' ' * indent}{line}\n" for line in lines)


def appended(text: str, name: str, near: Near) -> tuple[str, int]:
    """Return a guide's text with a new matter at its end, and the line it begins at.

    Raises: NoRoomError when the matters are not the last thing in the file.
    """
    tree = read_tree(source_of("", text))
    root = tree.root
    matters = root.entries[-1] if isinstance(root, Mapping) and root.entries else None
    if matters is None or matters[0].text != "matters":
        raise NoRoomError(
            "这个文件读不出来，或者 matters 不是最后一项；先运行 wenlu check"
        )
    below = matters[1]
    if not isinstance(below, Mapping) or below.flow or not below.entries:
        raise NoRoomError("这个文件的 matters 是空的，或写在了花括号里")
    before = text.rstrip() + "\n\n"
    made = skeleton(name, near, below.entries[0][0].start.column - 1)
    return before + made, before.count("\n") + 1


def new_guide(guide: str, name: str, near: Near) -> str:
    """Return the text of a new guide that holds one new matter."""
    head = (
        modeline("guides/new.yaml"),
        f"guide: {guide}",
        f"reviewed: {{on: null, by: {blank('谁核对的')}, lawyer: null}}",
        "matters:",
    )
    return "\n".join(head) + "\n" + skeleton(name, near, 2)


def blank(what: str) -> str:
    """Return a blank that the check asks to be filled."""
    return f"{BLANK}：{what}〕"


def _head(name: str, near: Near) -> list[str]:
    first = near.matters[0] if near.matters else None
    agency = first.agency if first and first.agency else blank("主要找哪个部门")
    sure = f"  # 照最近的“{first.name}”写的，请核对" if first and first.agency else ""
    words = [f"# 老百姓会怎么说，至少{SAYINGS}句，用您自己的话，一句一行。"]
    for one in near.matters:
        said = "；".join((*one.also[:SHOWN], *one.says[:SHOWN]))
        words.append(f"#   近的事项“{one.name}”里有：{said}")
    return [
        f"{name}:",
        f"  also: [{blank('别的叫法，用英文逗号分开；没有就删掉这一行')}]",
        "  says:",
        *(f"    {line}" for line in words),
        *(f"    - {blank(f'第{number}句')}" for number in range(1, SAYINGS + 1)),
        f"  agency: {agency}{sure}",
    ]


def _steps(name: str, near: Near) -> list[str]:
    kind, way = f"{name}哪种情况", f"{name}怎么办"
    remedies = list(near.remedies) or [blank("途径的名字，在 remedies 文件夹里")]
    advised = [line for remedy in remedies for line in _advised(remedy)]
    return [
        "  steps:",
        f"    {kind}:  # 第一步：先问一个问题；不用问就把这一步整个删掉",
        f"      ask: {blank('先要弄清什么')}？",
        "      options:  # 冒号前是短名字，label 是群众看到的话",
        f"        第一种: {{label: {blank('第一种情况')}, go: {way}}}",
        f"        第二种: {{label: {blank('第二种情况')}, go: {way}}}",
        f"      unsure: {way}  # 答“不清楚”去哪",
        f"    {way}:",
        "      advise:  # 按先后写；只留用得着的，途径要核对",
        *(f"        {line}" for line in advised),
        f"      bring: [{blank('带什么')}]",
        f"      say: {blank('到窗口这样说的一句话')}",
        f"      unhappy: [{blank('不收、不答、不满意时怎么办')}]",
    ]


def _advised(remedy: str) -> list[str]:
    return [
        f"- remedy: {remedy}",
        f"  because: {blank('为什么走这条，一句不超过40字')}",
        f"  basis: [{blank('法律名 条号，例如 信访工作条例 22')}]",
    ]
