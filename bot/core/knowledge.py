"""Hold the whole knowledge as frozen data: what staff wrote, read and checked."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from bot.core.directory import (
    Agency,
    Document,
    Hotline,
    LocalHotline,
    LocalRule,
    Office,
    Online,
    Pause,
    Region,
    Right,
    SafetyFamily,
    SafetyWords,
    Service,
    Term,
)
from bot.core.law import (
    ALWAYS,
    Article,
    Basis,
    Cap,
    Citation,
    Currency,
    Law,
    Length,
    Limit,
    Unit,
    Validity,
    When,
    Year,
)
from bot.core.letter import Letter
from bot.core.marks import (
    NOWHERE,
    Place,
    Problem,
    Severity,
)
from bot.core.remedy import (
    AgencyRule,
    Block,
    First,
    Next,
    Note,
    Remedy,
)
from bot.core.steps import (
    Advise,
    Advised,
    Ask,
    Branch,
    Enter,
    Kind,
    Option,
    Question,
    Step,
)

__all__ = [
    "ALWAYS",
    "KNOWN",
    "NOWHERE",
    "PASSED",
    "PENDING",
    "UNSURE",
    "Advise",
    "Advised",
    "Agency",
    "AgencyRule",
    "Article",
    "Ask",
    "Basis",
    "Block",
    "Branch",
    "Cap",
    "Citation",
    "Currency",
    "Document",
    "Enter",
    "First",
    "Guide",
    "Hotline",
    "Kind",
    "Knowledge",
    "Law",
    "Length",
    "Letter",
    "Limit",
    "LocalHotline",
    "LocalRule",
    "Matter",
    "Next",
    "Note",
    "Office",
    "Online",
    "Option",
    "Pause",
    "Place",
    "Problem",
    "Question",
    "Region",
    "Remedy",
    "Right",
    "SafetyFamily",
    "SafetyWords",
    "Service",
    "Severity",
    "Step",
    "Term",
    "Unit",
    "Validity",
    "When",
    "Year",
]

UNSURE = "不清楚"
"""The value of a fact the citizen does not know; every question offers it."""

KNOWN = "已知"
"""What a day that is known reads as in a condition, whichever day it is."""

PENDING, PASSED = "未到", "已过"
"""The two certain values of a clock read as a fact; the third is UNSURE."""


A_YEAR = timedelta(days=365)
"""After so long without a look the card sends the citizen to verify."""


@dataclass(frozen=True, slots=True)
class Matter:
    """Describe one thing a citizen wants solved (事项)."""

    name: str
    guide: str
    first: str
    also: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    agency: str = ""
    second_agency: str = ""
    tells: tuple[tuple[str, str], ...] = ()
    hush: str = ""
    thin: bool = False
    was: tuple[str, ...] = ()
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Guide:
    """Hold all matters of one field (导引图)."""

    name: str
    matters: tuple[str, ...]
    label: str = ""
    reviewed_on: date | None = None
    reviewed_by: str = ""
    lawyer: str = ""
    signed: str = ""
    """The print of the version that the lawyer saw."""
    digest: str = field(default="", compare=False)
    """The print of what the guide says now."""
    place: Place = field(default=NOWHERE, compare=False)

    @property
    def signed_off(self) -> bool:
        """Return whether a lawyer saw what the guide says now."""
        return bool(self.lawyer and self.signed) and self.signed == self.digest

    def stale(self, today: date) -> bool:
        """Return whether nobody has looked at the guide for a year."""
        return self.reviewed_on is None or today - self.reviewed_on > A_YEAR


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Hold everything the bot knows, ready to walk."""

    version: str
    start: str
    steps: dict[str, Step]
    questions: dict[str, Question]
    matters: dict[str, Matter]
    guides: dict[str, Guide]
    remedies: dict[str, Remedy]
    documents: dict[str, Document] = field(default_factory=dict)
    letters: dict[str, Letter] = field(default_factory=dict)
    agencies: dict[str, Agency] = field(default_factory=dict)
    hotlines: dict[str, Hotline] = field(default_factory=dict)
    online: dict[str, Online] = field(default_factory=dict)
    rights: dict[str, Right] = field(default_factory=dict)
    laws: dict[str, Law] = field(default_factory=dict)
    years: dict[int, Year] = field(default_factory=dict)
    terms: dict[str, Term] = field(default_factory=dict)
    safety: dict[str, SafetyFamily] = field(default_factory=dict)
    safety_words: SafetyWords = field(default_factory=SafetyWords)
    regions: dict[str, Region] = field(default_factory=dict)
    phrases: dict[str, str] = field(default_factory=dict)
    notices: tuple[Note, ...] = ()
    clocks: dict[str, str] = field(default_factory=dict)
    """Clock name → name of the remedy whose limits define it."""
    downstream: dict[str, frozenset[str]] = field(default_factory=dict)
    """Step id → every fact that may still be asked from there on."""
    pauses: tuple[Pause, ...] = ()
    renamed: dict[str, str] = field(default_factory=dict)
    """Old name of a question, option (`问题/选项`), matter → its name now."""
