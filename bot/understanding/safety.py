"""Hear a danger in the words before anything else is made of them."""

from bisect import bisect_left
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal, TypeAlias, cast

from bot.core.heard import Danger, Signal
from bot.core.knowledge import Knowledge, SafetyFamily
from bot.understanding.normalising import normalise
from bot.understanding.spotting import Hit, Table, spot, table_of

Whose: TypeAlias = Literal["self", "other", "denied"]

MOST_APART = 24
"""Characters that may stand between another person and the danger they are in."""

_FIRST_PERSON = frozenset("我俺咱")
_SENTENCE_ENDS = frozenset("。!?\n")
_LINKS = frozenset({"的", "的是", "的人是", "的就是"})
"""What joins a danger to the person named after it: 想跳楼的是我邻居."""
_LONGEST_PHRASE = 40


def danger(text: str, knowledge: Knowledge) -> Danger | None:
    """Return the gravest danger in the words, in the order of the knowledge.

    A danger that is only denied (没有想死) comes last, and says so.
    Phrases may hold `…` (see spotting); an idiom (急死了) hides what it covers.
    """
    words = normalise(text)
    found = [
        heard
        for name, hits in _hits(knowledge, words).items()
        if (heard := _in_family(knowledge.safety[name], words, hits)) is not None
    ]
    return min(found, key=lambda one: one.denied, default=None)


def _hits(knowledge: Knowledge, words: str) -> Mapping[str, list[Hit]]:
    """Return the phrases said, by family in the order of the knowledge."""
    families = knowledge.safety.values()
    table, names = _phrases(tuple((family.name, family.says) for family in families))
    hits: dict[str, list[Hit]] = {}
    for hit in spot(table, words):
        hits.setdefault(names[hit.number], []).append(hit)
    return {name: hits[name] for name in knowledge.safety if name in hits}


def _in_family(family: SafetyFamily, words: str, hits: list[Hit]) -> Danger | None:
    idioms = list(spot(_table(family.idioms), words))
    denials = list(spot(_table(family.denials), words))
    others = list(spot(_table(family.others), words))
    spoken: dict[Whose, list[str]] = {}
    for hit in hits:
        if any(_hides(idiom, hit) for idiom in _near(idioms, hit)):
            continue
        whose = _whose(hit, words, _near(denials, hit), _near(others, hit))
        spoken.setdefault(whose, []).append(words[hit.start : hit.end])
    for whose in ("self", "other", "denied"):
        if whose in spoken:
            signal = cast("Signal", family.signal)
            said = tuple(dict.fromkeys(spoken[whose]))
            flags = whose == "denied", whose == "other"
            return Danger(family.name, signal, *flags, said)
    return None


def _near(hits: list[Hit], hit: Hit) -> list[Hit]:
    """Return those of the hits, in order, that can have to do with the hit."""
    first = bisect_left(hits, (hit.start - MOST_APART - _LONGEST_PHRASE,))
    return hits[first : bisect_left(hits, (hit.end + _LONGEST_PHRASE,))]


def _whose(hit: Hit, words: str, denials: list[Hit], others: list[Hit]) -> Whose:
    if any(denial.start <= hit.start < denial.end for denial in denials):
        return "denied"
    if any(_names(other, hit, words) for other in others):
        return "other"
    return "self"


def _hides(idiom: Hit, hit: Hit) -> bool:
    """Return whether an idiom covers the hit; a longer phrase is no idiom any more."""
    overlaps = idiom.start < hit.end and hit.start < idiom.end
    return overlaps and hit.end - hit.start <= idiom.end - idiom.start


def _names(other: Hit, hit: Hit, words: str) -> bool:
    """Return whether the hit is about the other person, not about the speaker.

    No 我 may stand between them or in the hit: 我老公打我，我想死 is the speaker.
    """
    if other.start < hit.end and hit.start < other.end:
        return True
    if other.start >= hit.end:
        return words[hit.end : other.start] in _LINKS
    between = words[other.end : hit.end]
    apart = hit.start - other.end <= MOST_APART
    return apart and (_FIRST_PERSON | _SENTENCE_ENDS).isdisjoint(between)


@lru_cache(maxsize=8)
def _phrases(
    families: tuple[tuple[str, tuple[str, ...]], ...],
) -> tuple[Table, tuple[str, ...]]:
    """Return the table of every phrase and the family of each.

    Safety is never read from a file of the cache.
    """
    phrases = [(phrase, name) for name, says in families for phrase in says]
    return table_of(phrase for phrase, _ in phrases), tuple(name for _, name in phrases)


@lru_cache(maxsize=64)
def _table(phrases: tuple[str, ...]) -> Table:
    return table_of(phrases)
