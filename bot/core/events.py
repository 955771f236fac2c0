"""Name all that can happen in a talk; every event carries its day."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from bot.core.facts import Value
from bot.core.heard import Heard
from bot.core.state import State

Page: TypeAlias = Literal[
    "start",
    "help",
    "answers",
    "human",
    "card",
    "guides",
    "guide",
    "term",
    "law",
    "letters",
    "calendar",
    "print",
    "region",
    "code",
    "about",
]


@dataclass(frozen=True, slots=True)
class Said:
    """Carry words and what understanding made of them."""

    text: str
    today: date
    heard: Heard | None = None


@dataclass(frozen=True, slots=True)
class Chose:
    """Carry a tapped answer to a named question."""

    fact: str
    value: Value
    today: date


@dataclass(frozen=True, slots=True)
class Picked:
    """Carry the choice of a matter."""

    matter: str
    today: date


@dataclass(frozen=True, slots=True)
class Turned:
    """Turn to a page beside the talk; the talk stays where it is."""

    page: Page
    today: date
    name: str = ""


@dataclass(frozen=True, slots=True)
class WentBack:
    """Take back the last asked answer."""

    today: date


@dataclass(frozen=True, slots=True)
class Changing:
    """Ask to answer the N-th passed question anew; N counts from 1."""

    number: int
    today: date


@dataclass(frozen=True, slots=True)
class Skipped:
    """Ask where to go now, the rest being unsure (先告诉我去哪)."""

    today: date


@dataclass(frozen=True, slots=True)
class Switched:
    """Go on with the next case of the talk (下一件)."""

    today: date


@dataclass(frozen=True, slots=True)
class Added:
    """Open one more case (再问一件)."""

    today: date


@dataclass(frozen=True, slots=True)
class Restarted:
    """Begin again; nothing of the talk is kept (重来、清除)."""

    today: date
    wiped: bool = False


@dataclass(frozen=True, slots=True)
class Resumed:
    """Go on from the talk of a code (续谈码); None when it could not be read."""

    state: State | None
    today: date


Steering: TypeAlias = (
    WentBack | Changing | Skipped | Switched | Added | Restarted | Resumed
)
Event: TypeAlias = Said | Chose | Picked | Turned | Steering
