"""Read a version of the knowledge: a folder, or a revision of git."""

import sys
from pathlib import Path

from bot.commands.history import NoHistoryError, files_at
from bot.core.knowledge import Knowledge
from bot.reading import knowledge_folder, load
from bot.reading.folder import bytes_of
from bot.reading.loading import Loaded, load_files
from bot.reading.schema import kind_of
from bot.reading.showing import show_problems

BESIDE = frozenset({"safety", "phrases", "glossary", "holidays", "regions"})
"""Kinds of files that stand beside the map."""


def knowledge_at(version: str) -> Knowledge:
    """Return the knowledge of a folder or of a git revision, read strictly.

    Raises: SystemExit when there is no such version, or it cannot be read.
    """
    folder = Path(version)
    loaded = load(folder) if folder.is_dir() else _of_revision(version)
    if loaded.knowledge is None:
        print(show_problems(loaded.problems), file=sys.stderr)
        raise SystemExit(f"“{version}”这一版读不出来，请看上面的提示")
    return loaded.knowledge


def _of_revision(revision: str) -> Loaded:
    """Read what git kept of the knowledge folder; nothing is written anywhere."""
    try:
        return _read(files_at(knowledge_folder(), revision))
    except NoHistoryError:
        message = f"“{revision}”既不是文件夹，也不是 git 认得的版本"
        raise SystemExit(message) from None


def _read(files: dict[str, bytes]) -> Loaded:
    """Read the files; what is written otherwise today is taken from today's folder.

    Only files beside the map may be exchanged so; they are named, for they are not
    compared.
    """
    loaded = load_files(files)
    wrong = {p.place.file for p in loaded.problems if p.severity == "error"}
    kinds = {file: kind_of(file) for file in wrong}
    beside = all(kind is not None and kind.name in BESIDE for kind in kinds.values())
    if loaded.knowledge is not None or not wrong or not beside:
        return loaded
    now = bytes_of(knowledge_folder())
    names = "、".join(sorted(wrong))
    print(f"{names} 那时的写法不同，用现在的代替，没有比。", file=sys.stderr)
    return load_files({**files, **{name: now[name] for name in wrong & now.keys()}})
