"""Hear several matters in one message: each clear in a part of its own."""

import re
from itertools import pairwise

from bot.core.knowledge import Knowledge
from bot.understanding.index import Index
from bot.understanding.matters import Scores, score

LONG = 60
"""Characters; a longer message is cut only where the writer joins two things."""
LEAST_STRENGTH, LEAST_NAMED = 3.0, 2.2
"""Rare pairs that must speak for a matter in its part; less when it is named there."""
LEAST_MARGIN = 0.35
"""How far a matter must be ahead in its part."""
LEAST_LEAD = 0.7
"""How far each must be ahead of the other in its part."""
LEAST_SHARE = 0.33
"""Share of the best matter's score that the other must have in the whole message."""
BEST_OF_ALL = 3
"""Matters of the whole message among which the two must be, one being the best."""
SEVERAL = 3
"""Matters from which a short message is asked which to begin with."""
LEAST_EACH, LEAST_EACH_NAMED, LEAST_EACH_MARGIN = 2.0, 0.6, 0.08
"""What must speak for each of several matters in its part, and how far ahead."""
BEST_OF_SEVERAL = 10
"""Matters of the whole message among which each of several must be."""
MOST_PARTS = 12
"""Parts of a message that are looked at."""

_PARTS = re.compile(r"[,;。!?、\n]+")
_JOINTS = re.compile(
    r"另外|还有一件|还有就是|再一个|第二件|第二个|第二[,、]|同时还|一块儿?说|顺便|其二|其次|2[、.]"
)
_AS_WELL = re.compile(r"[、也又还]|另外|一块儿?|几件")
"""Words that add one thing to another; 判我输了，我要去北京告 is one thing."""


def two_matters(
    words: str, knowledge: Knowledge, index: Index, whole: Scores
) -> tuple[int, int] | None:
    """Return the numbers of two matters that the words join, in the order told.

    They are among the best of the whole message, differ in guide or agency, and neither
    speaks for the other's part.
    """
    top = whole.best()[:BEST_OF_ALL]
    counted = {one for one in top if whole.fused[one] >= _least(whole, top)}
    cut = _PARTS if len(words) <= LONG else _JOINTS
    parts = cut.split(words, MOST_PARTS)[:MOST_PARTS]
    winners: list[tuple[int, Scores]] = []
    for part in parts if len(parts) > 1 else ():
        scores = score(index, part, whole=False)
        best = scores.best()
        if best and _clear(scores, best):
            winners.append((best[0], scores))
    for (first, one), (second, other) in pairwise(winners):
        own = one.ahead_of(first, second) >= LEAST_LEAD
        own = own and other.ahead_of(second, first) >= LEAST_LEAD
        both = {first, second} <= counted and top[0] in {first, second}
        if own and both and _apart(first, second, knowledge, index):
            return first, second
    return None


def several_matters(
    words: str, knowledge: Knowledge, index: Index, whole: Scores
) -> tuple[int, ...]:
    """Return three or more matters of a short message, in the order told; else ().

    Each speaks for a part of its own, and no two are of one guide and one agency.
    """
    if len(words) > LONG or not _AS_WELL.search(words):
        return ()
    top = whole.best()[:BEST_OF_SEVERAL]
    told: list[int] = []
    for part in _PARTS.split(words, MOST_PARTS)[:MOST_PARTS]:
        scores = score(index, part, whole=False)
        best = scores.best()[:1]
        fresh = best and best[0] in top and _speaks(scores, best[0])
        if fresh and all(_apart(best[0], one, knowledge, index) for one in told):
            told += best
    return tuple(told) if len(told) >= SEVERAL else ()


def _speaks(scores: Scores, number: int) -> bool:
    named = number in scores.keywords
    least = LEAST_EACH_NAMED if named else LEAST_EACH
    return (
        scores.strength[number] >= least and scores.ahead(number) >= LEAST_EACH_MARGIN
    )


def _least(whole: Scores, top: list[int]) -> float:
    return LEAST_SHARE * whole.fused[top[0]]


def _clear(scores: Scores, best: list[int]) -> bool:
    least = LEAST_NAMED if best[0] in scores.keywords else LEAST_STRENGTH
    strong = scores.strength[best[0]] >= least
    return strong and scores.ahead(best[0]) >= LEAST_MARGIN


def _apart(first: int, second: int, knowledge: Knowledge, index: Index) -> bool:
    one = knowledge.matters[index["matters"][first]]
    other = knowledge.matters[index["matters"][second]]
    return one.guide != other.guide or one.agency != other.agency
