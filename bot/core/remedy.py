"""Hold the statutory ways to have a matter decided (途径)."""

from dataclasses import dataclass, field

from bot.core.law import ALWAYS, Basis, Limit, Validity, When
from bot.core.marks import NOWHERE, Place


@dataclass(frozen=True, slots=True)
class Note:
    """Say one thing on the card when a condition holds (提示)."""

    text: str
    when: When = ()
    basis: Basis = ()
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class AgencyRule:
    """Say which agency takes the paper and which decides."""

    accepts: str
    decides: str
    when: When = ()
    basis: Basis = ()
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Block:
    """Say when a remedy is closed, and why (不能同时走)."""

    when: When
    because: str
    basis: Basis = ()
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class First:
    """Say which remedy the law puts before this one (前置)."""

    remedy: str
    when: When = ()
    because: str = ""
    basis: Basis = ()
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Next:
    """Say what to do after a refusal, silence or an unhappy answer."""

    event: str
    text: str
    remedy: str = ""
    basis: Basis = ()
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Remedy:
    """Describe a statutory way to have a matter decided (途径)."""

    name: str
    code: str
    family: str
    label: str = ""
    who: str = ""
    agencies: tuple[AgencyRule, ...] = ()
    place_rule: str = ""
    limits: tuple[Limit, ...] = ()
    no_limit: str = ""
    duration: tuple[Note, ...] = ()
    fee: tuple[Note, ...] = ()
    how: tuple[Note, ...] = ()
    papers: tuple[str, ...] = ()
    say: str = ""
    again: str = ""
    """What to say when coming back with the paper this way leads to."""
    proof: str = ""
    blocked: tuple[Block, ...] = ()
    first: tuple[First, ...] = ()
    next: tuple[Next, ...] = ()
    excludes: tuple[str, ...] = ()
    hotline: str = ""
    online: str = ""
    basis: Basis = ()
    human: bool = False
    valid: Validity = ALWAYS
    was: tuple[str, ...] = ()
    place: Place = field(default=NOWHERE, compare=False)
