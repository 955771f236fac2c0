"""Mend the slips of a folder that have only one right form; leave the rest alone."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from bot.core.knowledge import Problem
from bot.reading.json_schema import MODELINE, modeline
from bot.reading.loading import load_files
from bot.reading.schema import FileKind, kind_of
from bot.reading.sheets import read_sheet
from bot.reading.sources import BREAK, MOST_BYTES

MECHANICAL = frozenset(
    "colon space dash comma bracket comment indent cut-by-comma chinese-key quotes "
    "digits hidden-character citation day truth wrong-kind syntax".split()
)
"""Rules whose mended line says what was meant; the others only guess at it."""
MOST_ROUNDS = 20
"""Times a file is looked at again: one slip may hide another."""
MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
ENCODINGS = ("utf-8", "gb18030")


@dataclass(frozen=True, slots=True)
class Change:
    """Tell one changed line: before, after, and what was wrong."""

    file: str
    line: int
    before: str
    after: str
    why: str


@dataclass(frozen=True, slots=True)
class Mended:
    """Hold the files as they should be, and every change that leads there."""

    files: dict[str, bytes]
    changes: tuple[Change, ...]


def mend(files: Mapping[str, bytes]) -> Mended:
    """Return files with their slips mended; right files stay as they are.

    Names are looked at last, when every file can be read by itself.
    """
    mending = _Mending(dict(files))
    for file in files:
        kind = kind_of(file)
        if kind is not None:
            mending.alone(file, kind)
    for _ in range(MOST_ROUNDS):
        if not mending.apply(load_files(mending.files).problems):
            break
    return Mended(mending.files, tuple(_by_line(mending.changes)))


class _Mending:
    """Keep the files while they are mended, and the changes."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files
        self.changes: list[Change] = []

    def alone(self, file: str, kind: FileKind) -> None:
        """Mend what can be seen without the other files."""
        self._decode(file)
        self._name_schema(file)
        for _ in range(MOST_ROUNDS):
            sheet = read_sheet(file, self.files[file], kind.shape)
            if not self.apply(sheet.problems):
                break

    def apply(self, problems: Iterable[Problem]) -> bool:
        """Put the mended lines in their places; return whether there were any."""
        found: dict[tuple[str, int], Problem] = {}
        for problem in _mendable(problems):
            found.setdefault((problem.place.file, problem.place.line), problem)
        applied = [one for one in found.values() if self._put(one)]
        return bool(applied)

    def _put(self, problem: Problem) -> bool:
        file, number = problem.place.file, problem.place.line
        lines = BREAK.split(self.files[file].decode())
        if lines[number - 1] != problem.line:
            return False
        after = problem.mended.rstrip() if not problem.line[-1:].isspace() else ""
        after = after or problem.mended
        self._changed(Change(file, number, problem.line, after, problem.what))
        lines[number - 1] = after
        self.files[file] = "\n".join(lines).encode()
        return True

    def _decode(self, file: str) -> None:
        data = self.files[file]
        if len(data) > MOST_BYTES:
            return
        text, encoding = _text(data)
        if text is not None and encoding != "utf-8":
            self._changed(
                Change(file, 1, "", "", f"文件的编码是 {encoding}，改成 UTF-8")
            )
            self.files[file] = text.encode()

    def _name_schema(self, file: str) -> None:
        line = modeline(file)
        first, *rest = BREAK.split(self.files[file].decode("utf-8", "replace"))
        if first.strip() == line or not _is_utf8(self.files[file]):
            return
        ours = first.startswith(MODELINE)
        why = "第一行写明编辑器去哪里找这种文件的说明"
        self._changed(Change(file, 1, first if ours else "", line, why))
        lines = [line, *rest] if ours else [line, first, *rest]
        self.files[file] = "\n".join(lines).encode()

    def _changed(self, change: Change) -> None:
        self.changes.append(change)


def _by_line(changes: Iterable[Change]) -> Iterator[Change]:
    """Return one change for each line, from what it was to what it is now."""
    lines: dict[tuple[str, int, bool], list[Change]] = {}
    for one in changes:
        lines.setdefault((one.file, one.line, bool(one.before)), []).append(one)
    for _, found in sorted(lines.items(), key=lambda item: item[0]):
        why = "；".join(dict.fromkeys(one.why for one in found))
        yield replace(found[-1], before=found[0].before, why=why)


def _mendable(problems: Iterable[Problem]) -> Iterator[Problem]:
    for problem in problems:
        sure = problem.severity == "error" and problem.rule in MECHANICAL
        if sure and problem.mended and problem.mended != problem.line:
            yield problem


def _text(data: bytes) -> tuple[str | None, str]:
    for mark, encoding in MARKS.items():
        if data.startswith(mark):
            return data.decode(encoding, "replace"), encoding
    for encoding in ENCODINGS:
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    return None, ""


def _is_utf8(data: bytes) -> bool:
    return _text(data)[1] == "utf-8"
