"""Mend the slips of the hand in the knowledge, and show each change."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from bot.core.knowledge import Problem
from bot.reading import knowledge_folder
from bot.reading.folder import UnreadableFileError, bytes_of
from bot.reading.loading import load_files
from bot.reading.mending import Change, mend


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("path", nargs="?", type=Path, help="资料文件夹，或其中一个文件")
    parser.add_argument(
        "--check", action="store_true", help="只显示，不改；有要改的，退出码是 1"
    )


def run(given: argparse.Namespace) -> int:
    """Write the mended files; say how many errors are left for a person."""
    folder, only = _where(given.path)
    try:
        before = bytes_of(folder)
    except UnreadableFileError as error:
        raise SystemExit(str(error)) from None
    mended = mend(before)
    changes = [one for one in mended.changes if only in ("", one.file)]
    for change in changes:
        print(_shown(change))
    if given.check:
        print(f"有 {len(changes)} 处要改" if changes else "没有手滑，不用改")
        return int(bool(changes))
    for file in {one.file for one in changes}:
        (folder / file).write_bytes(mended.files[file])
    print(_sum(changes, load_files(mended.files).problems))
    return 0


def _where(path: Path | None) -> tuple[Path, str]:
    """Return the folder of the knowledge, and the one file that was meant, if any."""
    if path is None or path.is_dir():
        return path or knowledge_folder(), ""
    folder = next((up for up in path.parents if (up / "guides").is_dir()), None)
    if folder is None or not path.is_file():
        raise SystemExit(f"“{path}”不是资料文件夹，也不是里面的文件")
    return folder, path.relative_to(folder).as_posix()


def _shown(change: Change) -> str:
    lines = [f"{change.file}:{change.line}: {change.why}"]
    lines += [f"  原来 {change.before}"] if change.before else []
    lines += [f"  现在 {change.after}"] if change.after else []
    return "\n".join(lines)


def _sum(changes: Sequence[Change], problems: Sequence[Problem]) -> str:
    files = len({one.file for one in changes})
    done = (
        f"改好 {len(changes)} 处，{files} 个文件。" if changes else "没有手滑，不用改。"
    )
    left = sum(one.severity == "error" for one in problems)
    return done + (f"还有 {left} 处要您自己看：运行 wenlu check" if left else "")
