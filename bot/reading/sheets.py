"""Read one file by itself, mending slips as they are told, to see what is behind."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.core.knowledge import Problem
from bot.reading.checked import Checked
from bot.reading.checking import check
from bot.reading.linescan import scan
from bot.reading.nodes import Node
from bot.reading.parsing import Scan, parse, reparse
from bot.reading.shapes import Record
from bot.reading.sources import Found, Source, problem

MOST_ROUNDS = 20
"""Times a file is read again with its slips mended."""
STRUCTURAL = frozenset(
    "colon space dash comma bracket comment indent "
    "cut-by-comma unknown-key chinese-key".split()
)
"""Slips that change what belongs to what: what else is wrong may only follow."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Hold a file: what it says as far as it can be read, and what is wrong."""

    file: str
    root: Node | None
    checked: Checked | None
    problems: tuple[Problem, ...]


class Sheets:
    """Keep the sheets of files as they were read; only changed ones are read anew."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[bytes, Sheet]] = {}

    def read(self, file: str, data: bytes, shape: Record) -> Sheet:
        """Return the sheet of a file."""
        kept = self._kept.get(file)
        if kept is not None and kept[0] == data:
            return kept[1]
        sheet = read_sheet(file, data, shape)
        self._kept[file] = data, sheet
        return sheet


def read_sheet(file: str, data: bytes, shape: Record, scan_lines: Scan = scan) -> Sheet:
    """Return a file held against its shape; other files are not looked at."""
    parsed = parse(file, data, scan_lines)
    problems = list(parsed.problems)
    for _ in range(MOST_ROUNDS):
        if parsed.root is None or parsed.source is None:
            return Sheet(file, None, None, tuple(problems))
        checked = check(parsed.source, parsed.root, shape)
        found = _untold(parsed.source, checked.found)
        slips = _first_causes(found)
        problems += [problem(parsed.source, one) for one in slips or found]
        if not slips:
            break
        mended = {one.mark.line: one.mended for one in reversed(slips)}
        parsed = reparse(parsed.source.with_lines(mended), scan_lines)
        problems += parsed.problems
    return Sheet(file, parsed.root, checked, tuple(problems))


def _untold(source: Source, found: Iterable[Found]) -> list[Found]:
    """Return what is not yet told: lines that were mended have had their turn."""
    return [one for one in dict.fromkeys(found) if one.mark.line not in source.touched]


def _first_causes(found: Iterable[Found]) -> list[Found]:
    """Return the slips that must be mended before the rest means anything."""
    slips = [one for one in found if one.rule in STRUCTURAL and one.mended]
    slips = [one for one in slips if one.severity == "error"]
    lines = {one.mark.line for one in slips if one.rule != "cut-by-comma"}
    return [
        one for one in slips if one.rule != "cut-by-comma" or one.mark.line not in lines
    ]
