"""Hear a danger in the words before anything else is made of them."""

from functools import lru_cache
from typing import Literal, TypeAlias, cast

from bot.core.heard import Danger, Signal
from bot.core.knowledge import Knowledge, SafetyFamily
from bot.understanding.normalising import normalise
from bot.understanding.spotting import Hit, Table, spot, table_of

Whose: TypeAlias = Literal["self", "other", "denied"]

_FIRST_PERSON = frozenset("我俺咱")
_SENTENCE_ENDS = frozenset("。!?\n")
_LINKS = frozenset({"的", "的是", "的人是", "的就是"})
"""What joins a danger to the person named after it: 想跳楼的是我邻居."""


def danger(text: str, knowledge: Knowledge) -> Danger | None:
    """Return the gravest danger in the words, in the order of the knowledge.

    A danger that is only denied (没有想死) comes last, and says so.
    Phrases may hold `…` (see spotting); an idiom (急死了) hides what it covers.
    """
    words = normalise(text)
    found = [
        heard
        for family in knowledge.safety.values()
        if (heard := _in_family(family, words)) is not None
    ]
    return min(found, key=lambda one: one.denied, default=None)


def _in_family(family: SafetyFamily, words: str) -> Danger | None:
    hits = list(spot(_table(family.says), words))
    if not hits:
        return None
    idioms = list(spot(_table(family.idioms), words))
    hits = [hit for hit in hits if not any(_hides(idiom, hit) for idiom in idioms)]
    if not hits:
        return None
    denials = list(spot(_table(family.denials), words))
    others = list(spot(_table(family.others), words))
    whose = {hit: _whose(hit, words, denials, others) for hit in hits}
    for kind in ("self", "other", "denied"):
        told = [hit for hit in hits if whose[hit] == kind]
        if told:
            spoken = dict.fromkeys(words[hit.start : hit.end] for hit in told)
            signal = cast("Signal", family.signal)
            flags = kind == "denied", kind == "other"
            return Danger(family.name, signal, *flags, tuple(spoken))
    return None


def _whose(hit: Hit, words: str, denials: list[Hit], others: list[Hit]) -> Whose:
    if any(d.start <= hit.start < d.end for d in denials):
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
    return _FIRST_PERSON.isdisjoint(between) and _SENTENCE_ENDS.isdisjoint(between)


@lru_cache(maxsize=256)
def _table(phrases: tuple[str, ...]) -> Table:
    """Return the table of phrases; safety is never read from a file of the cache."""
    return table_of(phrases)
