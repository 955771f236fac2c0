"""Find the matters that words speak of, and say because of which words."""

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from bot.core.heard import Ranked
from bot.understanding.index import Index, Postings, char_pairs
from bot.understanding.sounds import holds_pinyin, sound_pairs
from bot.understanding.spotting import Hit, longest, spot

KEYWORD_SHARE, SOUND_SHARE, TYPED_SHARE = 0.6, 0.4, 1.0
"""Weight of keywords, of sound and of typed pinyin beside character pairs."""
KEYWORDS_ENOUGH = 2.5
"""What keywords must say for that; one common word (收费) says less."""
GUIDE_SHARE = 0.6
"""Weight of the matter's guide as a whole; found on the visible half of messages."""
SATURATION = 3.0
"""How soon a pair said again counts no more; long letters repeat what matters."""
MOST_TIMES = 3
"""Times from which a keyword said again counts no more."""
MOST_MATTERS = 10
MOST_REASONS = 5
THIN = 2.0
"""Rare character pairs that speak for a matter, below which pinyin is tried too."""
SHORT_NAME = 12
"""Characters up to which words may be a name with a slip in it (拖久工资)."""
LIKE_ENOUGH, LIKENESS_SHARE = 70, 0.4
"""Likeness in % from which a name counts, and its weight beside character pairs."""
MORE_BY_EAR = 1.5
"""How much more the sound must say than 汉字 did, where no pinyin was typed."""

LETTER = 80
"""Characters from which a message is a letter, with a first sentence of its own."""
_FIRST_SENTENCE = re.compile(r"[^。!?\n]{5,60}[。!?\n]")
_NOWHERE: tuple[list[int], list[float]] = ([], [])


@dataclass(frozen=True, slots=True)
class Scores:
    """Hold how well each matter fits, with what its guide adds and alone.

    `strength` counts rare pairs that speak for a matter: 1 is one pair of characters
    that a single matter has; a keyword counts as its own pairs and once more.
    """

    fused: list[float]
    alone: list[float]
    strength: list[float]
    keywords: dict[int, list[str]]

    def best(self) -> list[int]:
        """Return the matters that fit at all, best first."""
        fitting = [number for number, score in enumerate(self.fused) if score > 0]
        return sorted(fitting, key=self.fused.__getitem__, reverse=True)

    def ahead(self, number: int) -> float:
        """Return how far a matter alone is ahead of every other, 1 at most."""
        others = [*self.alone[:number], *self.alone[number + 1 :]]
        return 1 - max(others, default=0.0) / self.alone[number]

    def lead(self, number: int) -> float:
        """Return how far more speaks for a matter than for any other, 1 at most."""
        others = [*self.strength[:number], *self.strength[number + 1 :]]
        return 1 - max(others, default=0.0) / self.strength[number]

    def ahead_of(self, number: int, other: int) -> float:
        """Return how far a matter alone is ahead of one other, 1 at most."""
        mine = self.alone[number]
        return 1 - self.alone[other] / mine if mine > 0 else 0.0


def score(index: Index, words: str, *, whole: bool = True) -> Scores:
    """Return how well each matter fits the words.

    Of a whole message the sound, slips in a short name and the guide count too.
    """
    count = len(index["matters"])
    words = _emphasised(words) if whole else words
    pairs = _summed(index["pairs"], char_pairs(words), count)
    named, keywords = _named(index, words)
    unit = math.log(1 + count) or 1.0
    strength = [
        pairs[number] / unit + named[number] / 2 / unit for number in range(count)
    ]
    full = min(1.0, max(named, default=0.0) / KEYWORDS_ENOUGH)
    parts = [(1.0, pairs), (KEYWORD_SHARE * full, named)]
    seen = max(strength, default=0.0) * unit
    typed = whole and holds_pinyin(words)
    sounds = _sounds(index, words, seen, typed=typed) if whole else []
    if sounds:
        parts.append((TYPED_SHARE if typed else SOUND_SHARE, sounds))
        strength = [max(a, b / unit) for a, b in zip(strength, sounds, strict=True)]
    if whole and seen < THIN * unit and len(words) <= SHORT_NAME:
        parts.append((LIKENESS_SHARE, _likeness(index, words)))
    fused = [0.0] * count
    for share, scores in parts:
        most = max(scores, default=0.0)
        if most > 0:
            fused = [a + share * b / most for a, b in zip(fused, scores, strict=True)]
    helped = _in_guides(index, words, fused, typed=typed) if whole else fused
    return Scores(helped, fused, strength, keywords)


def _emphasised(words: str) -> str:
    """Return a letter with its first sentence said twice: people begin with the point.

    Found on the visible half of the messages: field +2.7 [0.4, 5.0], title and body.
    """
    first = _FIRST_SENTENCE.match(words) if len(words) > LETTER else None
    return f"{first.group()}{words}" if first else words


def _in_guides(
    index: Index, words: str, alone: list[float], *, typed: bool
) -> list[float]:
    """Return the scores with what the guide of each matter adds to it."""
    count = max(index["guide_of"], default=0) + 1
    if typed:
        guides = _summed(index["guide_sounds"], sound_pairs(words), count)
    else:
        guides = _summed(index["guides"], char_pairs(words), count)
    most = max(guides, default=0.0)
    if most <= 0:
        return alone
    return [
        score and score + GUIDE_SHARE * guides[guide] / most
        for score, guide in zip(alone, index["guide_of"], strict=True)
    ]


def ranked(index: Index, words: str, scores: Scores) -> tuple[Ranked, ...]:
    """Return the best matters with the words that speak for each."""
    best = scores.best()[:MOST_MATTERS]
    shared = _shared(index, words, best)
    return tuple(
        Ranked(
            index["matters"][number],
            round(scores.fused[number], 4),
            _reasons(index, words, number, scores.keywords.get(number, []), shared),
        )
        for number in best
    )


def _summed(postings: Postings, pairs: list[str], count: int) -> list[float]:
    scores = [0.0] * count
    for pair, times in Counter(pairs).items():
        found = postings.get(pair)
        if found is None:
            continue
        dense = times * (SATURATION + 1) / (times + SATURATION)
        for number, weight in zip(*found, strict=True):
            scores[number] += dense * weight
    return scores


def _sounds(index: Index, words: str, seen: float, *, typed: bool) -> list[float]:
    """Return how each matter sounds, where pinyin was typed or 汉字 say little."""
    count = len(index["matters"])
    if not typed and seen >= THIN * math.log(1 + count):
        return []
    sounds = _summed(index["sounds"], sound_pairs(words), count)
    return sounds if typed or max(sounds, default=0.0) >= MORE_BY_EAR * seen else []


def _likeness(index: Index, words: str) -> list[float]:
    """Return how like the whole words are to a name of each matter, from 0 to 1."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415  # 30 ms that few messages need

    like = [0.0] * len(index["matters"])
    for _, likeness, number in process.extract(
        words, index["names"], scorer=fuzz.ratio, score_cutoff=LIKE_ENOUGH, limit=5
    ):
        for owner in index["owners"][number]:
            like[owner] = max(like[owner], likeness / 100)
    return like


def _named(index: Index, words: str) -> tuple[list[float], dict[int, list[str]]]:
    """Return the keyword score of each matter, and its keywords that were said."""
    scores = [0.0] * len(index["matters"])
    keywords: dict[int, list[str]] = {}
    said = Counter(_spoken(words, longest(spot(index["keywords"], words))))
    for (number, word), times in said.items():
        weight = index["weights"][number] * math.sqrt(min(times, MOST_TIMES))
        for owner in index["owners"][number]:
            scores[owner] += weight
            keywords.setdefault(owner, []).append(word)
    return scores, keywords


def _spoken(words: str, hits: Iterable[Hit]) -> list[tuple[int, str]]:
    return [(hit.number, words[hit.start : hit.end]) for hit in hits]


def _reasons(
    index: Index,
    words: str,
    number: int,
    named: list[str],
    shared: dict[int, list[tuple[float, str]]],
) -> tuple[str, ...]:
    """Return the words that speak for a matter: its keywords, then what it shares."""
    stretches = sorted(shared.get(number, []), key=lambda one: -one[0])[:MOST_REASONS]
    spoken = [part for _, part in stretches if not any(part in word for word in named)]
    sounds = [] if named or spoken else _heard_sounds(index, words, number)
    return tuple(dict.fromkeys([*named, *spoken, *sounds]))[:MOST_REASONS]


def _shared(
    index: Index, words: str, best: list[int]
) -> dict[int, list[tuple[float, str]]]:
    """Return, for each of the matters, the stretches of words that it shares."""
    shared: dict[int, list[tuple[float, str]]] = {number: [] for number in best}
    ends: dict[int, int] = {}
    wanted = frozenset(best)
    for place in range(len(words) - 1):
        numbers, weights = index["pairs"].get(words[place : place + 2], _NOWHERE)
        for number in wanted.intersection(numbers):
            weight, stretches = weights[numbers.index(number)], shared[number]
            if ends.get(number) == place and stretches:
                before, stretch = stretches[-1]
                stretches[-1] = (before + weight, stretch + words[place + 1])
            else:
                stretches.append((weight, words[place : place + 2]))
            ends[number] = place + 1
    return shared


def _heard_sounds(index: Index, words: str, number: int) -> list[str]:
    return [
        pair
        for pair in dict.fromkeys(sound_pairs(words))
        if number in index["sounds"].get(pair, ([], []))[0]
    ]
