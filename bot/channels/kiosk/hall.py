"""Say where a touch screen stands, and what the hall around it has."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

PaperSize: TypeAlias = Literal["A4", "80mm"]


@dataclass(frozen=True, slots=True)
class Hall:
    """Hold what the staff of a hall set for one screen; a citizen sets nothing."""

    desk: str = ""
    window: str = ""
    call: str = ""
    paper: PaperSize = "A4"
    voices: Path | None = None
