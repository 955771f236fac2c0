"""Find the phrases of a table in words, in one pass (找词).

A phrase may hold `…`: up to 6 characters of anything but the end of a sentence.
`活着…没意思` finds 活着没意思 and 活着真的没意思. It may hold choices in brackets:
`(保安|城管)…(打我|打人)` stands for four phrases; an empty choice may be left out.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple, TypeAlias

from bot.understanding.normalising import normalise

MOST_BETWEEN = 6
"""Characters that `…` of a phrase may stand for."""
PREFIX = 2
"""Characters by which phrases are looked up."""

Entry: TypeAlias = tuple[str, list[list[str]], int]
"""First part of a phrase, the choices for each part after it, and its number."""
Table: TypeAlias = dict[str, list[Entry]]
"""Beginning of a phrase → the phrases that begin so, the longest first."""

_GAP = re.compile(r"\s*(?:…|\.{3})+\s*")
_CHOICES = re.compile(r"[(（]([^()（）]*)[)）]")
_ALTERNATING = (False, True) * 8
"""Whether a piece of a part stood in brackets; 8 brackets are more than enough."""
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
        parts = [choices for part in _parts(phrase) if (choices := _choices(part))]
        for first in parts[0] if parts else ():
            table.setdefault(first[:PREFIX], []).append((first, parts[1:], number))
    for entries in table.values():
        entries.sort(key=lambda entry: -_letters(entry))
    return table


def spot(table: Table, words: str) -> Iterator[Hit]:
    """Yield every place where a phrase stands, overlapping ones too."""
    last = len(words) - PREFIX
    for start, sign in enumerate(words):
        entries = table.get(words[start : start + PREFIX]) if start <= last else None
        if sign in table:
            entries = [*(entries or ()), *table[sign]]
        for first, rest, number in entries or ():
            end = _end(first, rest, words, start)
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


def _parts(phrase: str) -> list[str]:
    return _GAP.split(phrase) if "…" in phrase or "..." in phrase else [phrase]


def _choices(part: str) -> list[str]:
    """Return what a part stands for, the longest first."""
    if "(" not in part and "（" not in part:
        return [words] if (words := normalise(part)) else []
    pieces = [
        piece.split("|") if bracketed else [piece]
        for bracketed, piece in zip(
            _ALTERNATING, _CHOICES.split(part.replace("｜", "|")), strict=False
        )
    ]
    whole = {normalise("".join(chosen)) for chosen in product(*pieces)}
    return sorted(whole - {""}, key=lambda choice: (-len(choice), choice))


def _letters(entry: Entry) -> int:
    return len(entry[0]) + sum(len(choices[0]) for choices in entry[1])


def _end(first: str, rest: list[list[str]], words: str, start: int) -> int:
    """Return where the phrase that begins here ends; 0 when it does not stand here."""
    if not words.startswith(first, start):
        return 0
    end = start + len(first)
    for choices in rest:
        found = [
            (at, -len(choice))
            for choice in choices
            if (at := words.find(choice, end, end + MOST_BETWEEN + len(choice))) >= 0
        ]
        at, letters = min(found, default=(-1, 0))
        if at < 0 or not _SENTENCE_ENDS.isdisjoint(words[end:at]):
            return 0
        end = at - letters
    return end
