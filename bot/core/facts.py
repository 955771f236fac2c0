"""Hold what a citizen said as facts, each in its case (事实、案)."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, TypeAlias

How: TypeAlias = Literal["asked", "told", "preset", "skipped"]


@dataclass(frozen=True, slots=True)
class Span:
    """Keep a day as people know it: the earliest and the latest it can be."""

    first: date
    last: date


Value: TypeAlias = str | Span
"""An option's id, a region's name, UNSURE, or a span of days."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Keep one answer and how it came: asked, told, preset, or skipped as unsure."""

    value: Value
    how: How


@dataclass(frozen=True, slots=True)
class Case:
    """Keep one matter with its facts, in the order they were learned (案)."""

    matter: str | None = None
    facts: tuple[tuple[str, Fact], ...] = ()

    def known(self) -> dict[str, Fact]:
        """Return the facts by name."""
        return dict(self.facts)

    def put(self, name: str, fact: Fact) -> "Case":
        """Return the case with the fact learned last."""
        return replace(self, facts=(*self.without(name).facts, (name, fact)))

    def without(self, *names: str) -> "Case":
        """Return the case without the named facts."""
        return replace(self, facts=tuple(x for x in self.facts if x[0] not in names))
