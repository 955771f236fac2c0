"""Keep what was worked out between two starts, in the user's own cache folder.

Settings: XDG_CACHE_HOME (default ~/.cache); the files lie in its folder wenlu.
A file that is broken, of another form, or not the user's own is not read.
"""

import contextlib
import hashlib
import os
import stat
import tempfile
from pathlib import Path

PRIVATE = 0o600
"""Only the user may read and write the file."""
KEPT_FILES = 4
"""Files of one kind that stay in the folder, the newest."""


def cache_folder() -> Path | None:
    """Return the folder of the cache; None for a user without a home."""
    home = os.environ.get("XDG_CACHE_HOME", "")
    folder = (Path(home) if Path(home).is_absolute() else Path("~/.cache")) / "wenlu"
    try:
        return folder.expanduser()
    except RuntimeError:
        return None


def kept(kind: str, key: str) -> str | None:
    """Return what was kept under the key, or None unless it is whole and ours."""
    folder = cache_folder()
    if folder is None:
        return None
    try:
        handle = os.open(_file(folder, kind, key), os.O_RDONLY | os.O_NOFOLLOW)
        with open(handle, encoding="utf-8") as stream:  # noqa: PTH123
            if not _own(os.fstat(handle)):
                return None
            head, body = stream.readline(), stream.read()
    except (OSError, UnicodeDecodeError):
        return None
    return body if head == _head(key, body) else None


def keep(kind: str, key: str, body: str) -> None:
    """Keep a text under a key; a full disk is no reason to stop."""
    folder = cache_folder()
    if folder is not None:
        with contextlib.suppress(OSError):
            _write(_file(folder, kind, key), _head(key, body) + body)


def _file(folder: Path, kind: str, key: str) -> Path:
    return folder / f"{kind}-{hashlib.sha256(key.encode()).hexdigest()[:24]}"


def _own(status: os.stat_result) -> bool:
    """Return whether the file is a plain one of the user that nobody else may write."""
    others = stat.S_IWGRP | stat.S_IWOTH
    plain = stat.S_ISREG(status.st_mode) and not status.st_mode & others
    return plain and status.st_uid == os.getuid()


def _head(key: str, body: str) -> str:
    return f"{key} {hashlib.sha256(body.encode()).hexdigest()}\n"


def _write(file: Path, text: str) -> None:
    """Write the file beside its place and move it there in one step."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}-")
    try:
        with open(handle, "w", encoding="utf-8") as stream:  # noqa: PTH123
            os.fchmod(handle, PRIVATE)
            stream.write(text)
        Path(name).replace(file)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    _forget_old(file)


def _forget_old(newest: Path) -> None:
    kind = newest.name.partition("-")[0]
    files = newest.parent.glob(f"{kind}-*")
    for file in sorted(files, key=lambda one: one.stat().st_mtime)[:-KEPT_FILES]:
        file.unlink(missing_ok=True)
