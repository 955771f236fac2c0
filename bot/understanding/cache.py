"""Keep the compiled table between two starts, in the user's cache folder.

Settings: XDG_CACHE_HOME (default ~/.cache); the files lie in its folder wenlu.
A file that is broken, of another form, or not the user's own is not read.
"""

import contextlib
import gc
import hashlib
import json
import os
import stat
import tempfile
from pathlib import Path
from typing import cast

from bot.core.knowledge import Knowledge
from bot.understanding.index import FORM, Index, compiled, fingerprint

PRIVATE = 0o600
"""Only the user may read and write the file."""
KEPT_FILES = 4
"""Tables of former knowledge that stay in the folder."""
KEPT_TABLES = 4
"""Tables that one process holds at a time."""

_held: list[tuple[Knowledge, Index]] = []


def index_for(knowledge: Knowledge) -> Index:
    """Return the table of the knowledge, compiled once for each version of it."""
    for known, index in _held:
        if known is knowledge:
            return index
    index = _kept_or_compiled(knowledge)
    _held.insert(0, (knowledge, index))
    del _held[KEPT_TABLES:]
    return index


def cache_folder() -> Path:
    """Return the folder of the cache; it need not exist."""
    home = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(home) if Path(home).is_absolute() else Path("~/.cache")) / "wenlu"


def _kept_or_compiled(knowledge: Knowledge) -> Index:
    key = fingerprint(knowledge)
    try:
        file = cache_folder().expanduser() / f"words-{key[:24]}.json"
    except RuntimeError:  # nobody's home: a user id without a home folder
        return compiled(knowledge)
    index = _read(file, key)
    if index is None:
        index = compiled(knowledge)
        with contextlib.suppress(OSError):
            _write(file, key, index)
    return index


def _read(file: Path, key: str) -> Index | None:
    """Return the table of a file, or None unless it is whole, ours and of this key."""
    try:
        handle = os.open(file, os.O_RDONLY | os.O_NOFOLLOW)
        with open(handle, encoding="utf-8") as stream:  # noqa: PTH123
            if not _own(os.fstat(handle)):
                return None
            head, body = stream.readline(), stream.read()
    except (OSError, UnicodeDecodeError):
        return None
    if head != _head(key, body):
        return None
    try:
        index = _parsed(body)
    except (ValueError, RecursionError):
        return None
    whole = isinstance(index, dict) and index.get("form") == FORM
    return cast("Index", index) if whole else None


def _parsed(body: str) -> object:
    """Return what the text holds; collecting garbage meanwhile would take 3 times."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        return json.loads(body)
    finally:
        if collecting:
            gc.enable()


def _own(status: os.stat_result) -> bool:
    """Return whether the file is a plain one of the user that nobody else may write."""
    others = stat.S_IWGRP | stat.S_IWOTH
    plain = stat.S_ISREG(status.st_mode) and not status.st_mode & others
    return plain and status.st_uid == os.getuid()


def _head(key: str, body: str) -> str:
    return f"{key} {hashlib.sha256(body.encode()).hexdigest()}\n"


def _write(file: Path, key: str, index: Index) -> None:
    """Write the file beside its place and move it there in one step."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    body = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".words-")
    try:
        with open(handle, "w", encoding="utf-8") as stream:  # noqa: PTH123
            os.fchmod(handle, PRIVATE)
            stream.write(_head(key, body) + body)
        Path(name).replace(file)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    _forget_old(file.parent)


def _forget_old(folder: Path) -> None:
    files = sorted(folder.glob("words-*.json"), key=lambda one: one.stat().st_mtime)
    for file in files[:-KEPT_FILES]:
        file.unlink(missing_ok=True)
