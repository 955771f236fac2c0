"""Find which rows of a category list lead to a matter (分类覆盖)."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bot.core.knowledge import Knowledge


class TaxonomyError(Exception):
    """Tell that a category list cannot be read."""


@dataclass(frozen=True, slots=True)
class Row:
    """Tell where one row of a category list leads; no matter: nowhere."""

    name: str
    matters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Hold all rows, and what the matters cover that is no row of the list."""

    rows: tuple[Row, ...]
    unknown: tuple[tuple[str, str], ...]
    """Matter and the row it names."""

    @property
    def missing(self) -> tuple[str, ...]:
        """Return the rows that lead nowhere."""
        return tuple(row.name for row in self.rows if not row.matters)


def read_taxonomy(path: Path) -> tuple[str, ...]:
    """Return the rows of a category list as `一级/二级/三级`; its head is left out.

    Raises: TaxonomyError when the file is no such list.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as wrong:
        raise TaxonomyError(f"{path}: 读不出分类表。") from wrong
    named = ("/".join(cell.strip() for cell in row if cell.strip()) for row in rows[1:])
    return tuple(dict.fromkeys(name for name in named if name))


def coverage(knowledge: Knowledge, rows: Iterable[str]) -> Coverage:
    """Return where every row leads; a matter that covers `a/b` covers all of it."""
    covering: dict[str, list[str]] = {}
    for matter in knowledge.matters.values():
        for name in matter.covers:
            covering.setdefault(name, []).append(matter.name)
    found = tuple(Row(name, _matters(covering, name)) for name in rows)
    known = {part for row in found for part in _parts(row.name)}
    unknown = tuple(
        (matter, name)
        for name, matters in covering.items()
        if name not in known
        for matter in matters
    )
    return Coverage(found, unknown)


def _matters(covering: dict[str, list[str]], name: str) -> tuple[str, ...]:
    """Return the matters of the row itself, or else of the nearest wider row."""
    for part in _parts(name):
        if part in covering:
            return tuple(covering[part])
    return ()


def _parts(name: str) -> list[str]:
    """Return a/b/c, a/b and a: the row and the wider rows it belongs to."""
    cells = name.split("/")
    return ["/".join(cells[:count]) for count in range(len(cells), 0, -1)]
