"""Take up changed files while serving; a bad file keeps the last good version."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from bot.core.knowledge import Knowledge, Problem
from bot.reading.folder import UnreadableFileError, bytes_of
from bot.reading.loading import load, load_files
from bot.reading.sheets import Sheets

Prove: TypeAlias = Callable[[Knowledge], Sequence[Problem]]
"""Return what a proof finds; an error there keeps the new version from being served."""
Print: TypeAlias = tuple[tuple[str, int, int], ...]
"""Names, times of change and sizes of the files."""


class Reloading:
    """Hold the knowledge that is served, and what is wrong with the newest files."""

    def __init__(self, folder: Path, knowledge: Knowledge, prove: Prove) -> None:
        self.folder, self.knowledge = folder, knowledge
        self.problems: tuple[Problem, ...] = ()
        self._prove, self._sheets = prove, Sheets()
        self._seen = _print_of(folder)

    @property
    def good(self) -> bool:
        """Return whether the newest files are the ones that are served."""
        return not any(one.severity == "error" for one in self.problems)

    def look(self) -> bool:
        """Take up what has changed since the last look; return whether anything has."""
        seen = _print_of(self.folder)
        if seen == self._seen:
            return False
        self._seen = seen
        self.take()
        return True

    def take(self) -> None:
        """Read and prove the files as they are now; serve them if they are right."""
        try:
            loaded = load_files(bytes_of(self.folder), self._sheets)
        except UnreadableFileError:
            loaded = load(self.folder)
        found = loaded.problems
        if loaded.knowledge is not None:
            found = (*found, *self._prove(loaded.knowledge))
        self.problems = tuple(sorted(dict.fromkeys(found)))
        if loaded.knowledge is not None and self.good:
            self.knowledge = loaded.knowledge


def _print_of(folder: Path) -> Print:
    """Return a print of the files by what the folder says of them, without reading."""
    found = []
    for path in folder.rglob("*.yaml"):
        try:
            status = path.stat()
        except OSError:
            continue
        found.append((path.as_posix(), status.st_mtime_ns, status.st_size))
    return tuple(sorted(found))
