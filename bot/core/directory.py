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
    region: str = ""
    status: str = ""
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Online:
    """Describe a place on the web (线上入口); `sure` is False until confirmed."""

    name: str
    purpose: str
    sure: bool
    does: tuple[str, ...] = ()
    address: str = ""
    status: str = ""
    source: str = ""
    verified_on: date | None = None
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Right:
    """Say one thing the law gives who petitions, and on which cards (权利)."""

    name: str
    plain: str
    families: tuple[str, ...] = ()
    basis: Basis = ()
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
class Service:
    """Describe one thing a place offers: a centre, a reception day, a lawyer on duty.

    What is not known stays empty and is shown as to be asked at 12345.
    """

    kind: str
    name: str
    township: str = ""
    desks: tuple[str, ...] = ()
    address: str = ""
    hours: str = ""
    tel: str = ""
    post: str = ""
    how: tuple[Note, ...] = ()
    source: str = ""
    verified_on: date | None = None
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class LocalRule:
    """Name a rule of a province or city; it speaks only when staff switched it on."""

    name: str
    year: int
    on: bool
    says: tuple[Note, ...] = ()
    note: str = ""
    source: str = ""
    verified_on: date | None = None
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class LocalHotline:
    """Say how a hotline stands in a place: in use, merged into 12345, cancelled."""

    number: str
    status: str
    source: str = ""
    verified_on: date | None = None
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Region:
    """Lay a place's own offices and rules over the national knowledge."""

    name: str
    also: tuple[str, ...] = ()
    within: str = ""
    level: str = ""
    here: bool = False
    townships: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    services: tuple[Service, ...] = ()
    hotlines: tuple[LocalHotline, ...] = ()
    rules: tuple[LocalRule, ...] = ()
    notes: tuple[Note, ...] = ()
    source: str = ""
    verified_on: date | None = None
    place: Place = field(default=NOWHERE, compare=False)

    @property
    def doors(self) -> tuple[Office | Service, ...]:
        """Return everything of the place that has a door or a telephone."""
        return (*self.offices, *self.services)


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
    hints: tuple[str, ...] = ()
    """Heard only where nothing says that it is over."""
    idioms: tuple[str, ...] = ()
    denials: tuple[str, ...] = ()
    card: tuple[str, ...] = ()
    others_card: tuple[str, ...] = ()
    hotlines: tuple[str, ...] = ()
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class SafetyWords:
    """Hold what takes the danger from words, or gives it to somebody else."""

    idioms: tuple[str, ...] = ()
    denials: tuple[str, ...] = ()
    """What stands before a danger that is not so: 没有 想死."""
    retractions: tuple[str, ...] = ()
    """What stands behind it: 想死 是气话."""
    others: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    now: tuple[str, ...] = ()
