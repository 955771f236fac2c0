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

Table: TypeAlias = dict[str, dict[str, "tuple[list[int], Table]"]]
"""Beginning of a part → the parts that begin so → phrases that end there, what follows.

What follows is a table again, of the parts that may stand after a gap.
"""

_GAP = re.compile(r"\s*(?:…|\.{3})+\s*")
_CHOICES = re.compile(r"[(（]([^()（）]*)[)）]")
_ALTERNATING = (False, True) * 8
"""Whether a piece of a part stood in brackets; 8 brackets are more than enough."""
_NOTHING: dict[str, "tuple[list[int], Table]"] = {}
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
        for chosen in product(*parts) if parts else ():
            node = table
            for part in chosen:
                numbers, node = node.setdefault(part[:PREFIX], {}).setdefault(
                    part, ([], {})
                )
            numbers.append(number)
    return table


def spot(table: Table, words: str) -> Iterator[Hit]:
    """Yield every place where a phrase stands, overlapping ones too, as they begin."""
    for start, sign in enumerate(words):
        if words[start : start + PREFIX] in table or sign in table:
            for end, number in _standing(table, words, start):
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


def _standing(table: Table, words: str, start: int) -> Iterator[tuple[int, int]]:
    """Yield where each phrase that begins here ends, and its number."""
    for beginning in (words[start : start + PREFIX], words[start]):
        for part, (numbers, after) in table.get(beginning, _NOTHING).items():
            if words.startswith(part, start):
                end = start + len(part)
                for number in numbers:
                    yield end, number
                if after:
                    yield from _after_gap(after, words, end)
        if len(beginning) == 1:
            return


def _after_gap(table: Table, words: str, start: int) -> Iterator[tuple[int, int]]:
    for place in range(start, min(start + MOST_BETWEEN + 1, len(words))):
        yield from _standing(table, words, place)
        if words[place] in _SENTENCE_ENDS:
            return
