"""Publish the knowledge: only when all is right, and so that it can be found again."""

import argparse
from argparse import Namespace
from collections.abc import Callable
from datetime import date
from pathlib import Path

from bot.app import today_in_china
from bot.commands import check, fmt, schema, test
from bot.commands.days import day
from bot.commands.diff import shown
from bot.commands.history import NoHistoryError, git
from bot.commands.versions import knowledge_at
from bot.proving.differences import UnwalkableError, differences
from bot.reading import knowledge_folder

MARK = "knowledge-"
"""What the names of published versions begin with."""
FIRST = "这是第一次发布，没有上一版可比。"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("--note", default="更新资料", help="这一版改了什么，一句话")
    parser.add_argument("--laws", type=Path, help="法律原文的文件夹：发布前逐条核对")
    parser.add_argument("--check", action="store_true", help="只看能不能发布，不发布")
    parser.add_argument("--date", type=day, help="当作这一天")


def run(given: argparse.Namespace) -> int:
    """Check, test, tell what changes for citizens, keep the version under a name."""
    folder = knowledge_folder()
    red = [name for name, passed in _stages(folder, given) if not passed()]
    if red:
        print(f"没有发布。不过关的：{'、'.join(red)}。改好再来。")
        return 1
    today = given.date or today_in_china()
    try:
        last = _last(folder)
        print(_summary(folder, last, today))
        if given.check:
            print("可以发布。")
            return 0
        name = _keep(folder, given.note, today)
    except NoHistoryError as error:
        raise SystemExit(f"没有发布：版本记录用不了。{error}") from None
    print(f"发布了：{name}。正在服务的机器人会自己换上。")
    return 0


def _stages(
    folder: Path, given: argparse.Namespace
) -> list[tuple[str, Callable[[], bool]]]:
    """Return every stage with its name; each shows what is wrong by itself."""
    checked = Namespace(path=folder, laws=given.laws, date=given.date, json=False)
    looked = Namespace(path=folder, check=True)
    return [
        ("手滑（运行 wenlu fmt）", lambda: fmt.run(looked) == 0),
        ("编辑器的说明（运行 wenlu schema）", lambda: schema.run(looked) == 0),
        ("检查", lambda: check.run(checked) == 0),
        ("样例", lambda: _tested(folder)),
    ]


def _tested(folder: Path) -> bool:
    try:
        return test.run(Namespace(path=folder, all=False)) == 0
    except SystemExit:
        return False


def _last(folder: Path) -> str:
    """Return the name of the version published last; nothing if there is none."""
    names = git(folder, "tag", "--list", f"{MARK}*", "--sort=-creatordate")
    return names.decode().partition("\n")[0]


def _summary(folder: Path, last: str, today: date) -> str:
    if not last:
        return FIRST
    old, new = knowledge_at(last), knowledge_at(folder.as_posix())
    try:
        found = shown(differences(old, new, today))
    except UnwalkableError as error:
        return f"和上一版（{last}）没法比：{error}"
    return f"和上一版（{last}）比：\n{found}"


def _keep(folder: Path, note: str, today: date) -> str:
    """Commit what changed in the folder and give the version a name of its own."""
    git(folder, "add", "--all", "--", ".")
    if git(folder, "status", "--porcelain", "--", "."):
        git(folder, "commit", "--quiet", f"--message={note}", "--", ".")
    names = set(git(folder, "tag", "--list", f"{MARK}{today}*").decode().split())
    name, number = f"{MARK}{today}", 2
    while name in names:
        name, number = f"{MARK}{today}-{number}", number + 1
    git(folder, "tag", "--annotate", f"--message={note}", name)
    return name
