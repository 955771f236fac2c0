"""Hold what a file says by name: what it defines, uses, holds conditions on."""

from dataclasses import dataclass, field

from bot.reading.nodes import Node, Scalar
from bot.reading.sources import Found, Source


@dataclass(frozen=True, slots=True)
class Use:
    """Keep a name that must be defined somewhere."""

    kind: str
    scalar: Scalar
    source: Source
    room: str = ""
    part: str = ""
    """What is needed of it: the article of a law."""


@dataclass(frozen=True, slots=True)
class Condition:
    """Keep a fact with the values it is held against."""

    fact: Scalar
    values: tuple[Scalar, ...]
    source: Source
    told: bool = False
    """Whether it tells the fact (so it must be a question) and does not test it."""


@dataclass(frozen=True, slots=True)
class Definition:
    """Keep a name where it is defined, with what stands under it."""

    kind: str
    name: str
    key: Scalar
    node: Node
    source: Source
    room: str = ""


@dataclass(slots=True)
class Checked:
    """Collect what a file holds and what is wrong there."""

    source: Source
    found: list[Found] = field(default_factory=list)
    defined: list[Definition] = field(default_factory=list)
    uses: list[Use] = field(default_factory=list)
    conditions: list[Condition] = field(default_factory=list)
    roots: list[Definition] = field(default_factory=list)
    """What the file as a whole defines: a law, a road, a guide, a region."""
