"""Hold what understanding made of a citizen's words; never the words themselves."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from bot.core.facts import Span, Value

Signal: TypeAlias = Literal["emergency", "crisis", "scam", "minor", "violence"]
Verdict: TypeAlias = Literal["clear", "close", "thin", "none"]


@dataclass(frozen=True, slots=True)
class Danger:
    """Tell of a danger in the words; denied, or of another person, or neither."""

    family: str
    signal: Signal
    denied: bool = False
    other_person: bool = False
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ranked:
    """Hold a matter that fits, how well, and because of which words."""

    matter: str
    score: float
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Heard:
    """Hold everything one message was understood to say."""

    safety: Danger | None = None
    purposes: tuple[str, ...] = ()
    matters: tuple[Ranked, ...] = ()
    verdict: Verdict = "none"
    second: str | None = None
    facts: tuple[tuple[str, Value], ...] = ()
    term: str = ""
    talk: str = ""
    days: tuple[tuple[str, Span], ...] = ()
    """Days by kind of event, for a question of the talk that the words do not name."""
    corrected: bool = False
    """Whether a matter was taken back in the same words (不是工资，是社保)."""
