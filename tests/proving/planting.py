"""Plant faults in a small sound map, each with the spot it must be found at."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.core.knowledge import Knowledge, Place, Problem
from bot.proving import prove
from bot.reading import load

HERE = Path(__file__).parent
TODAY = date(2026, 11, 24)
MARK = "▲"
"""Stands in planted text where the Problem must point to."""


LONG, LONG_TEXT = "LONG", "请看红章的抬头。" * 100
"""Stands in planted text for more than a page holds."""


@dataclass(frozen=True, slots=True)
class Change:
    """Replace whole lines of a file by others."""

    file: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Fault:
    """Hold one fault: the rule that must find it, and what to change."""

    rule: str
    title: str
    changes: tuple[Change, ...]
    right: str = ""
    """What the suggestion must name."""


class Planting:
    """Hold a copy of the sound map in which faults are planted."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.expected: Place | None = None

    def plant(self, fault: Fault) -> None:
        """Change the files; the mark says where the Problem must point to."""
        for change in fault.changes:
            path = self.folder / change.file
            text = path.read_text("utf-8")
            assert text.count(change.old) == 1, change
            text = text.replace(change.old, change.new)
            if MARK in text:
                before = text[: text.index(MARK)]
                column = len(before) - before.rfind("\n")
                self.expected = Place(change.file, before.count("\n") + 1, column)
            text = text.replace(MARK, "").replace(LONG, LONG_TEXT)
            path.write_text(text, "utf-8")

    def knowledge(self) -> Knowledge:
        """Return the map as it is read now."""
        loaded = load(self.folder)
        assert loaded.knowledge is not None, loaded.problems
        return loaded.knowledge

    def found(self) -> tuple[Problem, ...]:
        """Return everything that reading and proof find."""
        loaded = load(self.folder)
        if loaded.knowledge is None:
            return loaded.problems
        proof = prove(loaded.knowledge, laws_dir=HERE / "texts", today=TODAY)
        return (*loaded.problems, *proof)


def read_faults(path: Path) -> tuple[Fault, ...]:
    """Return the faults of a file: `# rule: title`, `@ file`, `-` old, `+` new."""
    blocks = path.read_text("utf-8").split("\n# ")[1:]
    return tuple(_fault(block) for block in blocks)


def _fault(block: str) -> Fault:
    head, *lines = block.splitlines()
    rule, _, title = head.partition(": ")
    changes: list[Change] = []
    file, old, new = "", "", ""
    right = "".join(line[1:] for line in lines if line[:1] == "=")
    for line in (*lines, "@"):
        sign, text = line[:1], line[1:]
        if sign in ("@", "-") and new:
            changes.append(Change(file, old, new))
            old, new = "", ""
        file = text.strip() if sign == "@" else file
        old += f"{text}\n" if sign == "-" else ""
        new += f"{text}\n" if sign == "+" else ""
    return Fault(rule, title, tuple(changes), right)
