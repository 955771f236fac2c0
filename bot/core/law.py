"""Hold the law as data: citations, articles, time limits, holidays."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from bot.core.marks import NOWHERE, Place

Unit: TypeAlias = Literal["日", "工作日", "月", "年", "小时"]
Currency: TypeAlias = Literal[
    "no-change-known", "check", "amended", "replaced", "repealed"
]
When: TypeAlias = tuple[tuple[str, frozenset[str]], ...]
"""A condition: every named fact (or clock) has one of the named values."""


@dataclass(frozen=True, slots=True)
class Citation:
    """Name a law and an article (依据): `行诉解释 1.2.9` is article 1(2)(9)."""

    law: str
    article: str
    part: str = ""
    place: Place = field(default=NOWHERE, compare=False)

    def __str__(self) -> str:
        """Return the citation as staff write it."""
        return f"{self.law} {self.article}{self.part}"


Basis: TypeAlias = tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """Hold one cited article: a gist in our words, a key to find it by."""

    gist: str
    key: str
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Law:
    """Describe a cited law and whether its text still stands."""

    name: str
    id: str
    title: str
    version: date | None
    effective: date | None
    currency: Currency
    as_of: date | None
    since: date | None = None
    note: str = ""
    successor: str = ""
    changed: tuple[str, ...] = ()
    articles: tuple[tuple[str, Article], ...] = ()
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Length:
    """Measure a stretch of time by the calendar of the law."""

    amount: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Validity:
    """Bound the days on which a rule holds; None is open."""

    start: date | None = None
    end: date | None = None

    def holds(self, day: date) -> bool:
        """Return whether the rule is valid on the day."""
        return (self.start is None or self.start <= day) and (
            self.end is None or day <= self.end
        )


ALWAYS = Validity()


@dataclass(frozen=True, slots=True)
class Cap:
    """Bound a time limit from another start: never later than this."""

    length: Length
    starts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Limit:
    """State one time limit (期限): whose, how long, from which event.

    `starts` names event kinds or day questions, the first known one counts;
    `interrupted` names events that start the count anew. `post_counts` and
    `moves` are None where the article is silent.
    """

    clock: str
    who: str
    length: Length
    starts: tuple[str, ...]
    when: When = ()
    cap: Cap | None = None
    interrupted: tuple[str, ...] = ()
    post_counts: bool | None = None
    moves: bool | None = None
    basis: Basis = ()
    note: str = ""
    valid: Validity = ALWAYS
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Year:
    """Hold one year's announced holidays and make-up working days."""

    year: int
    rests: frozenset[date]
    works: frozenset[date]
    source: str = ""
    verified_on: date | None = None
    place: Place = field(default=NOWHERE, compare=False)
