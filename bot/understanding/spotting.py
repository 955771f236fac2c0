"""Find the phrases of a table in words, in one pass (找词).

A phrase may hold `…`: up to 6 characters of anything but the end of a sentence.
`活着…没意思` finds 活着没意思 and 活着真的没意思.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

from bot.understanding.normalising import normalise

MOST_BETWEEN = 6
"""Characters that `…` of a phrase may stand for."""
PREFIX = 2
"""Characters by which phrases are looked up."""

Entry: TypeAlias = tuple[list[str], int]
Table: TypeAlias = dict[str, list[Entry]]
"""Beginning of a phrase → its parts and its number, the longest first."""

_GAP = re.compile(r"\s*(?:…|\.{3})+\s*")
_SENTENCE_ENDS = frozenset("。!?\n")


class Hit(NamedTuple):
    """Tell where a phrase stands in the words, and which it is."""

    start: int
    end: int
    number: int


def table_of(phrases: Iterable[str]) -> Table:
    """Return the table of phrases; a phrase's number is its place in the order."""
    table: Table = {}
    for number, phrase in enumerate(phrases):
        parts = [part for part in map(normalise, _GAP.split(phrase)) if part]
        if parts:
            table.setdefault(parts[0][:PREFIX], []).append((parts, number))
    for entries in table.values():
        entries.sort(key=lambda entry: -sum(map(len, entry[0])))
    return table


def spot(table: Table, words: str) -> Iterator[Hit]:
    """Yield every place where a phrase stands, overlapping ones too."""
    last = len(words) - PREFIX
    for start, sign in enumerate(words):
        entries = table.get(words[start : start + PREFIX]) if start <= last else None
        if sign in table:
            entries = [*(entries or ()), *table[sign]]
        for parts, number in entries or ():
            end = _end(parts, words, start)
            if end:
                yield Hit(start, end, number)


def longest(hits: Iterable[Hit]) -> list[Hit]:
    """Return hits that do not overlap, a longer one before a shorter.

    Phrases of the same length at the same place are all kept.
    """
    kept: list[Hit] = []
    taken: dict[int, tuple[int, int]] = {}
    for hit in sorted(hits, key=lambda one: (one.start - one.end, one.start)):
        place = (hit.start, hit.end)
        if all(taken.get(at, place) == place for at in range(*place)):
            taken.update(dict.fromkeys(range(*place), place))
            kept.append(hit)
    return sorted(kept)


def blanked(words: str, hits: Iterable[Hit]) -> str:
    """Return the words with the hits made unreadable; places stay the same."""
    signs = list(words)
    for hit in hits:
        signs[hit.start : hit.end] = "□" * (hit.end - hit.start)
    return "".join(signs)


def _end(parts: list[str], words: str, start: int) -> int:
    """Return where the phrase that begins here ends; 0 when it does not stand here."""
    if not words.startswith(parts[0], start):
        return 0
    end = start + len(parts[0])
    for part in parts[1:]:
        at = words.find(part, end, end + MOST_BETWEEN + len(part))
        if at < 0 or not _SENTENCE_ENDS.isdisjoint(words[end:at]):
            return 0
        end = at + len(part)
    return end
