"""Find phrases composed of choices and gaps in words, all of them at once (拼词).

`(老公|丈夫)…(打|揍)…我`: choices in brackets; `…` stands for up to 6 characters,
`……` for up to 14, never over the end of a sentence; `甲 + 乙` finds both, whichever
comes first, up to 24 characters apart. An empty choice may be left out.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple, TypeAlias

from bot.understanding.normalising import normalise

GAPS = (0, 6, 14)
"""Characters that nothing, `…` and `……` may stand for."""
MOST_APART = 24
"""Characters between the two sides of `+`."""
PREFIX = 2
"""Characters by which words are looked up."""
MOST_SPELLED = 100
"""Words as which choices side by side are looked up whole."""

Element: TypeAlias = frozenset[str]
"""Words of which one must stand there."""
Chain: TypeAlias = "tuple[tuple[int, int], ...]"
"""Gap before an element and the number of the element, in order."""
Places: TypeAlias = "dict[int, list[tuple[int, int]]]"
"""Number of an element → where it stands, in order."""

_TOKEN = re.compile(r"\s*(…+|\.{3,})\s*|[(（]([^()（）]*)[)）]|([^…(（.]+|\.)")
_LONG_GAP = re.compile(r"……|\.{6}")
_SENTENCE_END = re.compile(r"[。!?\n]")


class Run(NamedTuple):
    """Tell where a phrase stands, and where each of its elements does."""

    start: int
    end: int
    parts: tuple[tuple[int, int], ...]


class Pattern(NamedTuple):
    """Hold a phrase: the elements it needs, its sides in order, whose it is."""

    needs: frozenset[int]
    sides: tuple[Chain, ...]
    owner: int


class Phrases:
    """Hold composed phrases, compiled; each belongs to an owner, a number.

    Masks are phrases that hide what they cover: a place that one overlaps and is
    as long as. A longer phrase stays.
    """

    def __init__(
        self, phrases: Iterable[tuple[str, int]], masks: Iterable[str] = ()
    ) -> None:
        self._numbers: dict[Element, int] = {}
        self._sizes: list[int] = []
        self._phrases = self._by_key(phrases)
        self._masks = self._by_key((mask, 0) for mask in masks)
        self._words: dict[str, list[int]] = {}
        lengths: dict[str, set[int]] = {}
        for element, number in self._numbers.items():
            for word in element:
                self._words.setdefault(word, []).append(number)
                lengths.setdefault(word[:PREFIX], set()).add(len(word))
        self._lengths = {start: sorted(every) for start, every in lengths.items()}

    def found(self, words: str) -> Iterator[tuple[int, Run]]:
        """Yield the owner of every phrase that stands in the words, and where."""
        ends = [end.start() for end in _SENTENCE_END.finditer(words)]
        places = self._places(words)
        covers = [run[:2] for _, run in _standing(self._masks, places, ends)]
        yield from _standing(self._phrases, _without(places, covers), ends)

    def _places(self, words: str) -> Places:
        """Return where every element stands; one pass over the words."""
        places: Places = {}
        lengths_of, numbers_of = self._lengths.get, self._words.get
        for start, sign in enumerate(words):
            for length in lengths_of(sign, ()):
                for number in numbers_of(sign, ()):
                    places.setdefault(number, []).append((start, start + length))
            for length in lengths_of(words[start : start + PREFIX], ()):
                if length >= PREFIX:
                    end = start + length
                    for number in numbers_of(words[start:end], ()):
                        places.setdefault(number, []).append((start, end))
        return places

    def _by_key(self, phrases: Iterable[tuple[str, int]]) -> dict[int, list[Pattern]]:
        """Return the patterns by the element that is least often there."""
        by_key: dict[int, list[Pattern]] = {}
        for phrase, owner in phrases:
            for pattern in self._patterns(phrase, owner):
                key = min(pattern.needs, key=lambda one: (self._sizes[one], one))
                by_key.setdefault(key, []).append(pattern)
        return by_key

    def _patterns(self, phrase: str, owner: int) -> Iterator[Pattern]:
        sides = [list(self._chains(side)) for side in re.split(r"\s*[+＋]\s*", phrase)]
        for chosen in product(*sides):
            needs = frozenset(number for chain in chosen for _, number in chain)
            yield Pattern(needs, chosen, owner)

    def _chains(self, side: str) -> Iterator[Chain]:
        """Yield the side with and without what may be left out."""
        pieces = _spelled(_pieces(side))
        choices = [(True, False) if "" in words else (True,) for _, words in pieces]
        for kept in product(*choices):
            chain, gap = [], 0
            for (before, words), stays in zip(pieces, kept, strict=True):
                gap = max(gap, before)
                if stays:
                    chain.append((gap, self._number(words - {""})))
                    gap = 0
            if chain:
                yield tuple(chain)

    def _number(self, element: Element) -> int:
        number = self._numbers.setdefault(element, len(self._numbers))
        if number == len(self._sizes):
            self._sizes.append(len(element))
        return number


def _standing(
    by_key: dict[int, list[Pattern]], places: Places, ends: list[int]
) -> Iterator[tuple[int, Run]]:
    """Yield the owner of every pattern whose elements stand right, and where."""
    for key in by_key.keys() & places.keys():
        for pattern in by_key[key]:
            if pattern.needs <= places.keys():
                for run in _runs_of(pattern.sides, places, ends):
                    yield pattern.owner, run


def _without(places: Places, covers: list[tuple[int, int]]) -> Places:
    """Return the places that no cover hides."""
    if not covers:
        return places
    longest: dict[int, int] = {}
    for start, end in covers:
        for at in range(start, end):
            longest[at] = max(end - start, longest.get(at, 0))
    left: Places = {}
    for number, every in places.items():
        kept = [
            (start, end)
            for start, end in every
            if all(longest.get(at, 0) < end - start for at in range(start, end))
        ]
        if kept:
            left[number] = kept
    return left


def _pieces(side: str) -> Iterator[tuple[int, Element]]:
    """Yield the gap before each element of a side, and the element."""
    gap = 0
    for dots, choices, plain in _TOKEN.findall(side):
        if dots:
            gap = GAPS[2] if _LONG_GAP.match(dots) else GAPS[1]
            continue
        words = frozenset(normalise(word) for word in re.split(r"[|｜]", choices))
        if not choices:
            words = frozenset({normalise(plain)} - {""})
        if words - {""}:
            yield gap, words
            gap = 0


def _spelled(pieces: Iterable[tuple[int, Element]]) -> list[tuple[int, Element]]:
    """Return the pieces, those side by side as one element unless it is too big."""
    spelled: list[tuple[int, Element]] = []
    for gap, words in pieces:
        before = spelled[-1][1] if spelled else frozenset()
        if spelled and not gap and len(before) * len(words) <= MOST_SPELLED:
            joined = frozenset(one + other for one in before for other in words)
            spelled[-1] = spelled[-1][0], joined
        else:
            spelled.append((gap, words))
    return spelled


def _runs_of(
    sides: tuple[Chain, ...], places: Places, ends: list[int]
) -> Iterator[Run]:
    first, *others = (_runs(chain, places, ends) for chain in sides)
    for side in others:
        first = list(_joined(first, side, ends))
    yield from first


def _runs(chain: Chain, places: Places, ends: list[int]) -> list[Run]:
    """Return where the elements of a chain stand one after the other."""
    (_, number), *rest = chain
    runs = {place: Run(*place, (place,)) for place in places[number]}
    for gap, number in rest:
        after: dict[tuple[int, int], Run] = {}
        for run in runs.values():
            for place in _within(places[number], run.end, run.end + gap):
                if _same_sentence(ends, run.end, place[0]):
                    joined = Run(run.start, place[1], (*run.parts, place))
                    after.setdefault((run.start, place[1]), joined)
        runs = after
    return list(runs.values())


def _joined(left: list[Run], right: list[Run], ends: list[int]) -> Iterator[Run]:
    right = sorted(right)
    for one in left:
        begin = bisect_left(right, (one.start - 2 * MOST_APART,))
        for other in right[begin:]:
            if other.start > one.end + MOST_APART:
                break
            first, last = sorted((one, other))
            apart = last.start - first.end
            if 0 <= apart <= MOST_APART and _same_sentence(ends, first.end, last.start):
                yield Run(first.start, last.end, (*first.parts, *last.parts))


def _within(
    places: list[tuple[int, int]], first: int, last: int
) -> Iterator[tuple[int, int]]:
    """Yield the places that begin from first to last."""
    for at in range(bisect_left(places, (first,)), len(places)):
        if places[at][0] > last:
            return
        yield places[at]


def _same_sentence(ends: list[int], first: int, last: int) -> bool:
    return bisect_left(ends, first) == bisect_left(ends, last)
