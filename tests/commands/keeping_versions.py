"""Keep a copy of the knowledge in a git of its own."""

import shutil
import subprocess
from pathlib import Path

import pytest

from bot.cli import main

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
STORIES = frozenset(["roads.yaml"])
"""The stories that are kept, so that playing them takes a moment only."""


def git(folder: Path, *arguments: str) -> str:
    made = subprocess.run(
        ["git", *arguments], cwd=folder, capture_output=True, text=True, check=True
    )
    return made.stdout


def kept_copy(folder: Path) -> Path:
    """Return a copy of the knowledge, kept in git."""
    copy = folder / "house" / "knowledge"
    shutil.copytree(KNOWLEDGE, copy)
    for path in (copy / "stories").iterdir():
        if path.name not in STORIES:
            path.unlink()
    keep(copy.parent)
    return copy


def keep(folder: Path) -> None:
    """Keep a folder in a git of its own."""
    git(folder, "init", "--quiet")
    for name, value in (("name", "clerk"), ("email", "clerk@example.cn")):
        git(folder, "config", f"user.{name}", value)
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message=first")


def change(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new), "utf-8")


def run(*arguments: str) -> str | int | None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    return left.value.code
