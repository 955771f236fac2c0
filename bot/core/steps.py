"""Hold the steps of the map and the questions they ask (步骤、问题)."""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from bot.core.law import Basis, When
from bot.core.marks import NOWHERE, Place
from bot.core.remedy import AgencyRule, Note

Kind: TypeAlias = Literal["choice", "day", "number", "place"]


@dataclass(frozen=True, slots=True)
class Option:
    """Offer one answer to a question (选项); `most` bounds a number option."""

    id: str
    label: str
    says: tuple[str, ...] = ()
    help: str = ""
    show: str = ""
    was: tuple[str, ...] = ()
    most: int | None = None
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Question:
    """Ask for one fact (问题); the fact bears the question's name."""

    name: str
    ask: str
    kind: Kind = "choice"
    options: tuple[Option, ...] = ()
    label: str = ""
    help: str = ""
    event: str = ""
    document: str = ""
    says: tuple[str, ...] = ()
    was: tuple[str, ...] = ()
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Branch:
    """Lead to a step when a condition holds (分支)."""

    when: When
    go: str
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Ask:
    """Ask a question and branch on what is known; no fact means branch only."""

    id: str
    fact: str
    branches: tuple[Branch, ...]
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Advised:
    """Advise one remedy at one step, with what is special here."""

    remedy: str
    when: When = ()
    because: str = ""
    basis: Basis = ()
    agencies: tuple[AgencyRule, ...] = ()
    place_rule: str = ""
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Advise:
    """Gather remedies for the card; go on to `then`, or end."""

    id: str
    advised: tuple[Advised, ...]
    choose: str = ""
    notes: tuple[Note, ...] = ()
    bring: tuple[Note, ...] = ()
    say: str = ""
    unhappy: tuple[Note, ...] = ()
    then: str | None = None
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Enter:
    """Go to the first step of the case's own matter."""

    id: str
    place: Place = field(default=NOWHERE, compare=False)


Step: TypeAlias = Ask | Advise | Enter
