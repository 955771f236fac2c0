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
SHORT_COUNTS = 20
"""Longer words that are together as often there as one of one character."""
MOST_SPELLED = 100
"""Words as which choices side by side are looked up whole."""

Element: TypeAlias = frozenset[str]
"""Words of which one must stand there."""
Chain: TypeAlias = "tuple[tuple[int, int], ...]"
"""Gap before an element and the number of the element, in order."""
WordPlaces: TypeAlias = "dict[str, list[tuple[int, int]]]"
"""Word → where it stands, in order."""

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
        self._elements: list[Element] = []
        self._phrases = self._by_word(phrases)
        self._masks = self._by_word((mask, 0) for mask in masks)
        self._words = frozenset[str]().union(*self._elements)
        lengths: dict[str, set[int]] = {}
        for word in self._words:
            lengths.setdefault(word[:PREFIX], set()).add(len(word))
        self._lengths = {start: sorted(every) for start, every in lengths.items()}

    def found(self, words: str) -> Iterator[tuple[int, Run]]:
        """Yield the owner of every phrase that stands in the words, and where."""
        ends = [end.start() for end in _SENTENCE_END.finditer(words)]
        places = self._places(words)
        covers = [run[:2] for _, run in self._standing(self._masks, places, ends)]
        left = _without(places, covers)
        yield from self._standing(self._phrases, left, ends)

    def _places(self, words: str) -> WordPlaces:
        """Return where every word of the phrases stands; one pass over the words."""
        places: WordPlaces = {}
        lengths_of, known = self._lengths.get, self._words
        for start, sign in enumerate(words):
            if sign in known:
                places.setdefault(sign, []).append((start, start + 1))
            for length in lengths_of(words[start : start + PREFIX], ()):
                end = start + length
                word = words[start:end]
                if length >= PREFIX and word in known:
                    places.setdefault(word, []).append((start, end))
        return places

    def _standing(
        self, by_word: dict[str, list[Pattern]], places: WordPlaces, ends: list[int]
    ) -> Iterator[tuple[int, Run]]:
        """Yield the owner of every pattern whose elements stand right, and where."""
        said = frozenset(places)
        standing = _Elements(self._elements, places, said)
        tried: set[int] = set()
        for word in by_word.keys() & said:
            for pattern in by_word[word]:
                if id(pattern) not in tried:
                    tried.add(id(pattern))
                    if standing.has_all(pattern.needs):
                        for run in _runs_of(pattern.sides, standing, ends):
                            yield pattern.owner, run

    def _by_word(self, phrases: Iterable[tuple[str, int]]) -> dict[str, list[Pattern]]:
        """Return the patterns by each word of the element that is least often there."""
        by_word: dict[str, list[Pattern]] = {}
        for phrase, owner in phrases:
            for pattern in self._patterns(phrase, owner):
                elements = (self._elements[number] for number in pattern.needs)
                for word in min(elements, key=_often):
                    by_word.setdefault(word, []).append(pattern)
        return by_word

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
        if number == len(self._elements):
            self._elements.append(element)
        return number


class _Elements:
    """Find where elements stand, each when it is first asked for."""

    def __init__(
        self, elements: list[Element], places: WordPlaces, said: frozenset[str]
    ) -> None:
        self._elements, self._places, self._said = elements, places, said
        self._found: dict[int, list[tuple[int, int]]] = {}

    def has_all(self, numbers: frozenset[int]) -> bool:
        """Return whether each of the elements stands somewhere."""
        return all(self[number] for number in numbers)

    def __getitem__(self, number: int) -> list[tuple[int, int]]:
        """Return where an element stands, in order."""
        found = self._found.get(number)
        if found is None:
            words = self._elements[number] & self._said
            found = sorted(place for word in words for place in self._places[word])
            self._found[number] = found
        return found


def _often(element: Element) -> tuple[int, str]:
    """Return how often an element may be there: short words are there more often."""
    return sum(1 if len(word) > 1 else SHORT_COUNTS for word in element), min(element)


def _without(places: WordPlaces, covers: list[tuple[int, int]]) -> WordPlaces:
    """Return the places that no cover hides."""
    if not covers:
        return places
    longest: dict[int, int] = {}
    for start, end in covers:
        for at in range(start, end):
            longest[at] = max(end - start, longest.get(at, 0))
    left: WordPlaces = {}
    for word, every in places.items():
        kept = [
            (start, end)
            for start, end in every
            if all(longest.get(at, 0) < end - start for at in range(start, end))
        ]
        if kept:
            left[word] = kept
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
    sides: tuple[Chain, ...], places: _Elements, ends: list[int]
) -> Iterator[Run]:
    first, *others = (_runs(chain, places, ends) for chain in sides)
    for side in others:
        first = list(_joined(first, side, ends))
    yield from first


def _runs(chain: Chain, places: _Elements, ends: list[int]) -> list[Run]:
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
