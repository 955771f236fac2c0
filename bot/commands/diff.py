"""Compare two versions of the knowledge by what they do for citizens."""

import argparse
from collections.abc import Iterator

from bot.app import today_in_china
from bot.commands.days import day
from bot.commands.versions import knowledge_at
from bot.proving.changes import Aspect, Change, Differences, Reworded
from bot.proving.differences import UnwalkableError, differences

MOST_NAMED = 6
"""Matters named for a change of a remedy; how many there are is always said."""
SAME = "没有一个群众的结果改变。"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("old", help="旧的一版：文件夹，或 git 的版本，例如 HEAD~1")
    parser.add_argument("new", help="新的一版")
    parser.add_argument("--date", type=day, help="当作这一天来比")


def run(given: argparse.Namespace) -> int:
    """Show what differs; differences are no error."""
    old, new = knowledge_at(given.old), knowledge_at(given.new)
    try:
        found = differences(old, new, given.date or today_in_china())
    except UnwalkableError as error:
        raise SystemExit(str(error)) from None
    print(shown(found))
    return 0


def shown(found: Differences) -> str:
    """Return the differences as staff read them."""
    return "\n".join(_lines(found))


def _lines(found: Differences) -> Iterator[str]:
    if found.changes:
        yield f"群众的结果变了：{len(found.changes)} 组"
    else:
        yield SAME
    for number, change in enumerate(found.changes, 1):
        yield from ("", *_change(number, change))
    if found.besides:
        yield from ("", f"另外变了的：{len(found.besides)} 处")
        yield from (f"  {_aspect(one)}" for one in found.besides)
    if found.words:
        yield from ("", f"只改了文字（去处不变）：{len(found.words)} 处")
        for one in found.words:
            yield from _reworded(one)
    if found.vanished:
        yield from ("", f"提醒：{len(found.vanished)} 个名字不见了，又没写 was")
        for gone in found.vanished:
            yield f"  {gone.kind}“{gone.name}”（旧版 {gone.place}）"
        yield "  改名的，在新名字下写 was: [旧名]；真的删掉，旧会话会重新问。"


def _change(number: int, change: Change) -> Iterator[str]:
    sides = "、".join(one.name for one in change.aspects)
    count = f"（{change.ways}种答法）" if change.ways else ""
    yield f"{number}. {change.whose}：{sides}{count}"
    if change.touched:
        more = f"等{len(change.touched)}处" if len(change.touched) > MOST_NAMED else ""
        yield f"   用在：{'、'.join(change.touched[:MOST_NAMED])}{more}"
    if change.talk:
        yield f"   例如：{change.talk}"
    for one in change.aspects:
        yield f"   {one.name}　原来：{one.before}"
        yield f"   {'　' * len(one.name)}　现在：{one.after}"


def _aspect(one: Aspect) -> str:
    return f"{one.name}：{one.before} → {one.after}"


def _reworded(one: Reworded) -> Iterator[str]:
    yield f"  {one.place}"
    yield f"    原来：{one.before or '没有'}"
    yield f"    现在：{one.after or '没有'}"
