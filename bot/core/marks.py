"""Point at places in files and say what is wrong there."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Severity: TypeAlias = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Point at a spot in a file (位置).

    Units: line and column count from 1.
    """

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        """Return `file:line:column`, the form editors jump to."""
        return f"{self.file}:{self.line}:{self.column}"


NOWHERE = Place("", 0, 0)
"""The place of a thing that no file holds (made in a test, or by default)."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Tell an author what is wrong and what would be right (毛病)."""

    place: Place
    rule: str
    what: str
    right: str = ""
    line: str = ""
    mended: str = ""
    severity: Severity = "error"
