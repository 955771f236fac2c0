"""Plant faults in the small knowledge, each with the spot it must be found at."""

import re
from dataclasses import dataclass
from pathlib import Path

from bot.core.knowledge import Place, Problem
from bot.reading.loading import load_files
from tests.reading.good import files

HERE = Path(__file__).parent
MARK = "▲"
"""Stands in planted text where the Problem must point to."""

ESCAPE = re.compile(r"\\u([0-9a-f]{4})")
"""Writes a character that nobody would see."""


@dataclass(frozen=True, slots=True)
class Change:
    """Replace whole lines of a file by others."""

    file: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Fault:
    """Hold one fault: the rule that must find it, what to change, what mends it."""

    rule: str
    title: str
    changes: tuple[Change, ...]
    mended: str = ""


@dataclass(frozen=True, slots=True)
class Planted:
    """Hold the knowledge with a fault in it, and where that fault is."""

    files: dict[str, bytes]
    place: Place
    line: str

    def problems(self) -> tuple[Problem, ...]:
        """Return everything that is found."""
        return load_files(self.files).problems


def planted(fault: Fault) -> Planted:
    """Return the small knowledge with the fault in it."""
    held = {name: data.decode() for name, data in files().items()}
    place, line = Place("", 0, 0), ""
    for change in fault.changes:
        assert held[change.file].count(change.old) == 1, change
        text = held[change.file].replace(change.old, change.new)
        if MARK in text:
            before, _, after = text.partition(MARK)
            head = before[before.rfind("\n") + 1 :]
            place = Place(change.file, before.count("\n") + 1, len(head) + 1)
            line = head + after.partition("\n")[0]
        held[change.file] = text.replace(MARK, "")
    return Planted({name: text.encode() for name, text in held.items()}, place, line)


def read_faults(path: Path) -> tuple[Fault, ...]:
    """Return the faults of a file: `# rule: title`, `@ file`, `-` old, `+` new, `=`."""
    blocks = path.read_text("utf-8").split("\n# ")[1:]
    return tuple(_fault(block) for block in blocks)


def _fault(block: str) -> Fault:
    head, *lines = block.split("\n")
    rule, _, title = head.partition(": ")
    changes: list[Change] = []
    file, old, new, mended = "", "", "", ""
    for line in (*lines, "@"):
        sign, text = line[:1], ESCAPE.sub(_character, line[1:])
        if sign in ("@", "-") and new:
            changes.append(Change(file, old, new))
            old, new = "", ""
        file = text.strip() if sign == "@" else file
        old += f"{text}\n" if sign == "-" else ""
        new += f"{text}\n" if sign == "+" else ""
        mended = text if sign == "=" else mended
    return Fault(rule, title, tuple(changes), mended)


def _character(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 16))
