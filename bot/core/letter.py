"""Hold the letters a citizen files: what the law wants in each."""

from dataclasses import dataclass, field

from bot.core.law import Basis, When
from bot.core.marks import NOWHERE, Place
from bot.core.remedy import Note


@dataclass(frozen=True, slots=True)
class Part:
    """Hold one part of a letter: what stands there, what is written by hand.

    `rows` counts ruled lines to write on; `hint` says in small print what to write.
    """

    title: str
    lines: tuple[Note, ...] = ()
    rows: int = 0
    hint: str = ""
    basis: Basis = ()
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Letter:
    """Describe a letter that can be filed (材料).

    `remedies` are those it opens, `families` those it merely goes along with. A bare
    letter carries nothing of the talk and no mark of where it came from. `follow`
    names the clocks that run once it is handed in.
    """

    name: str
    title: str
    remedies: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    when: When = ()
    to: str = ""
    parts: tuple[Part, ...] = ()
    attach: tuple[Note, ...] = ()
    sign: tuple[str, ...] = ()
    copies: str = ""
    how: tuple[Note, ...] = ()
    bare: bool = False
    follow: tuple[str, ...] = ()
    basis: Basis = ()
    place: Place = field(default=NOWHERE, compare=False)
