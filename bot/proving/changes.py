"""Hold what differs between two versions of the knowledge, ready to be shown."""

from dataclasses import dataclass

from bot.core.knowledge import Place
from bot.proving.renaming import Vanished


@dataclass(frozen=True, slots=True)
class Aspect:
    """Tell how one side of an outcome was, and how it is now."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """Tell whose outcome changes in what, with the shortest talk that shows it.

    `ways` counts the lists of answers it changes; 0 where it is not counted.
    """

    whose: str
    aspects: tuple[Aspect, ...]
    talk: str
    ways: int = 0
    touched: tuple[str, ...] = ()
    """The matters and roads in which it shows, if it is no change of one alone."""


@dataclass(frozen=True, slots=True)
class Reworded:
    """Tell a text that reads otherwise now; empty where there was or is none."""

    before: str
    after: str
    place: Place


@dataclass(frozen=True, slots=True)
class Differences:
    """Hold everything that differs between two versions."""

    changes: tuple[Change, ...]
    besides: tuple[Aspect, ...]
    """What changes beside the map: offices, numbers, holidays, laws, new names."""
    words: tuple[Reworded, ...]
    vanished: tuple[Vanished, ...]
