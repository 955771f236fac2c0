"""Hear a danger in the words before anything else is made of them."""

import re
from bisect import bisect_left
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple, TypeAlias, cast

from bot.core.heard import Danger, Signal
from bot.core.knowledge import Knowledge, SafetyFamily, SafetyWords
from bot.understanding.composing import Phrases, Run
from bot.understanding.normalising import normalise

Whose: TypeAlias = Literal["self", "other", "denied"]

MOST_APART = 24
"""Characters that may stand between another person and the danger they are in."""
MOST_FILLERS = 8
"""Characters that may stand between a denial and what it denies."""
RETRACTED_WITHIN = 10
"""Characters between a danger and what takes it back: 想死 这话 是气话."""
OVER_WITHIN = 40
"""Characters in which words of the past, or of now, belong to a hint."""

_FILLERS = re.compile(
    "[有人给跟和向对我俺咱你他她们过再能会被让来去得要想说算真的是啥什么谁准备打]*"
)
_FIRST_PERSON = re.compile(
    "(?<![给跟对和让叫被问向])[我俺咱]"
    "(?!们?[妈娘爸爹哥姐弟妹家老奶爷婶叔姨姑舅娃儿女闺村同邻室朋怕劝拦该能看])"
)
"""我 as the one in danger; not 给我, and not 我妈, 我怕 (she may)."""
_REACH = 100
"""Characters before and after a danger in which anything belongs to it."""
_BREAKS = re.compile(r"[。!?\n]")
_COMMA = re.compile("[,;:、]")
_SAYS_SO = re.compile("[说讲话发写他她佢]|念叨|扬言")
_LINKS = frozenset({"的", "的是", "的人是", "的就是"})
"""What joins a danger to the person named after it: 想跳楼的是我邻居."""
_BARE_DENIALS = ("不", "没", "未", "没有", "不会", "不再", "不曾", "没再")


class Around(NamedTuple):
    """Hold where the words stand that take the danger away or give it to others."""

    denials: list[Run]
    retractions: list[Run]
    others: list[Run]
    over: list[Run]
    now: list[Run]


def danger(text: str, knowledge: Knowledge) -> Danger | None:
    """Return the gravest danger in the words, in the order of the knowledge.

    A danger that is only denied (没有想死) comes last, and says so. An idiom
    (急死了) hides what it covers; a longer phrase is no idiom any more.
    """
    words = normalise(text)
    families = tuple(knowledge.safety.values())
    found = _found(words, _compiled(families, knowledge.safety_words))
    around = Around(*(sorted(found.get((kind, ""), [])) for kind in Around._fields))
    heard = (_in_family(family, words, found, around) for family in families)
    return min(
        (one for one in heard if one is not None),
        key=lambda one: one.denied,
        default=None,
    )


class Compiled(NamedTuple):
    """Hold the phrases of all families, and whose each is: its kind and family."""

    phrases: Phrases
    owners: tuple[tuple[str, str], ...]


@lru_cache(maxsize=8)
def _compiled(families: tuple[SafetyFamily, ...], words: SafetyWords) -> Compiled:
    """Return every phrase compiled; safety is never read from a file of the cache."""
    lists = {(kind, ""): getattr(words, kind) for kind in Around._fields}
    for family in families:
        for kind in ("says", "hints", "denials"):
            lists[kind, family.name] = getattr(family, kind)
    owners = tuple(lists)
    every = (
        (phrase, number)
        for number, owner in enumerate(owners)
        for phrase in lists[owner]
    )
    return Compiled(Phrases(every, words.idioms), owners)


def _found(words: str, compiled: Compiled) -> dict[tuple[str, str], list[Run]]:
    """Return what stands in the words outside idioms, by kind and family."""
    found: dict[tuple[str, str], list[Run]] = {}
    for owner, run in compiled.phrases.found(words):
        found.setdefault(compiled.owners[owner], []).append(run)
    return found


def _in_family(
    family: SafetyFamily,
    words: str,
    found: dict[tuple[str, str], list[Run]],
    around: Around,
) -> Danger | None:
    denials = found.get(("denials", family.name), [])
    around = around._replace(denials=sorted(around.denials + denials))
    hints = found.get(("hints", family.name), [])
    runs = found.get(("says", family.name), []) + [
        run for run in hints if not _is_over(run, around)
    ]
    spoken: dict[Whose, list[str]] = {}
    for run in sorted(runs):
        said = spoken.setdefault(_whose(run, words, around), [])
        said.append(words[run.start : run.end])
    for whose in ("self", "other", "denied"):
        if whose in spoken:
            signal = cast("Signal", family.signal)
            said_so = tuple(dict.fromkeys(spoken[whose]))
            flags = whose == "denied", whose == "other"
            return Danger(family.name, signal, *flags, said_so)
    return None


def _is_over(run: Run, around: Around) -> bool:
    """Return whether the words say that it is past, and not that it goes on."""
    return _beside(run, around.over) and not _beside(run, around.now)


def _beside(run: Run, others: list[Run]) -> bool:
    return any(
        other.start - run.end <= OVER_WITHIN and run.start - other.end <= OVER_WITHIN
        for other in _near(run, others)
    )


def _near(run: Run, others: list[Run]) -> list[Run]:
    """Return those of the others, in order, that can have to do with the run."""
    first = bisect_left(others, (run.start - _REACH,))
    return others[first : bisect_left(others, (run.end + _REACH,))]


def _whose(run: Run, words: str, around: Around) -> Whose:
    if _is_denied(run, words, around):
        return "denied"
    if any(_names(other, run, words) for other in _near(run, around.others)):
        return "other"
    return "self"


def _is_denied(run: Run, words: str, around: Around) -> bool:
    """Return whether a denial stands before any part of it, or takes it back after."""
    if any(
        0 <= after.start - run.end <= RETRACTED_WITHIN
        for after in _near(run, around.retractions)
    ):
        return True
    if any(
        words.endswith(_BARE_DENIALS, before, start)
        for (_, before), (start, _) in pairwise(run.parts)
        if before < start
    ):
        return True
    return any(
        _denies(denial, start, words)
        for denial in _near(run, around.denials)
        if not _belongs_to(denial, run)
        for start, _ in run.parts
    )


def _denies(denial: Run, start: int, words: str) -> bool:
    """Return whether a denial ends right before, or runs into it: 不想, 想死."""
    if denial.start < start < denial.end:
        return True
    near = 0 <= start - denial.end <= MOST_FILLERS
    return near and bool(_FILLERS.fullmatch(words, denial.end, start))


def _belongs_to(denial: Run, run: Run) -> bool:
    """Return whether the denial is a part of the danger itself: 不想 in 不想活."""
    return any(start <= denial.start < end for start, end in run.parts)


def _names(other: Run, run: Run, words: str) -> bool:
    """Return whether the danger is the other person's, not the speaker's.

    No 我 may stand between them or in the danger: 我老公打我，我想死 is the speaker.
    Over a comma somebody must speak of them: 我妈走了，不想活了 is the speaker.
    """
    if other.start >= run.end:
        return words[run.end : other.start] in _LINKS
    if run.start - other.end > MOST_APART or _BREAKS.search(words, other.end, run.end):
        return False
    if _FIRST_PERSON.search(words, other.end, run.end):
        return False
    between = words[other.end : run.start]
    return not _COMMA.search(between) or bool(_SAYS_SO.search(between))
