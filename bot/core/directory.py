"""Hold who and what a citizen meets: agencies, papers, numbers, places."""

from dataclasses import dataclass, field
from datetime import date

from bot.core.law import ALWAYS, Basis, Validity
from bot.core.marks import NOWHERE, Place
from bot.core.remedy import Note


@dataclass(frozen=True, slots=True)
class Document:
    """Describe a paper a citizen may hold (文书)."""

    name: str
    title: str
    also: tuple[str, ...] = ()
    seal: str = ""
    look: tuple[str, ...] = ()
    day: str = ""
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Agency:
    """Describe who is competent (部门)."""

    name: str
    label: str = ""
    also: tuple[str, ...] = ()
    level: str = ""
    does: str = ""
    hotline: str = ""
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Hotline:
    """Describe a telephone number; `sure` is False until staff confirm it."""

    number: str
    purpose: str
    sure: bool
    hours: str = ""
    source: str = ""
    verified_on: date | None = None
    valid: Validity = ALWAYS
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Office:
    """Describe one office of a place; what is not known stays empty."""

    agency: str
    name: str
    address: str = ""
    hours: str = ""
    tel: str = ""
    source: str = ""
    verified_on: date | None = None
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Region:
    """Lay a place's own offices and rules over the national knowledge."""

    name: str
    also: tuple[str, ...] = ()
    within: str = ""
    townships: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    notes: tuple[Note, ...] = ()
    source: str = ""
    verified_on: date | None = None
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Pause:
    """Keep a matter from being answered while staff verify it (停用)."""

    matter: str
    because: str
    on: date
    until: date | None = None
    """The day from which it is answered again; None while it is paused."""
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Term:
    """Explain one word in a plain sentence (名词)."""

    name: str
    plain: str
    also: tuple[str, ...] = ()
    basis: Basis = ()
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class SafetyFamily:
    """Hold the phrases of one danger and the calm card it calls for."""

    name: str
    signal: str
    says: tuple[str, ...]
    idioms: tuple[str, ...] = ()
    denials: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    card: tuple[str, ...] = ()
    others_card: tuple[str, ...] = ()
    hotlines: tuple[str, ...] = ()
    place: Place = field(default=NOWHERE, compare=False)
