"""Cut words into clauses, and hear what takes the force from a phrase in one."""

import re
from collections.abc import Iterator

from bot.understanding.spotting import Hit

CLAUSE_ENDS = frozenset(",;。!?:、\n")
NEAR = 6
"""Characters before a phrase in which a denial belongs to it."""
FAR = 10
"""Characters before a phrase in which a doubt or another person belongs to it."""

WIDE = 30
"""Characters each way in which a clause is looked at."""

_CLAUSE = re.compile(r"[^,;。!?:\n]+")
_DENIAL = re.compile(
    r"(?:没有?|不|未|无|别|莫|冇|并非|不是|不曾|不算|拒绝)"
    r"(?:有|人|给|跟|和|向|对|我们?|俺|他们?|过|再|能|会|被|让|来|去|得)*$"
    r"|(?:没有?|未|还没)[^,;。!?]{0,3}[打写签开收拿见办交递送]到?了?$"
)
_NO_DENIAL = re.compile(
    r"不但|不光|不仅|不只|不久|不料|不管|不得不|没想到|没办法|没多久"
)
_DOUBT = re.compile(
    r"如果|要是|假如|万一|倘若|是不是|是否|有没有|要不要|能不能|会不会|该不该|可不可以"
    r"|打算|准备|想要|想去|怕|以后|将来|听说|据说"
)
_SOMEBODY_ELSE = re.compile(r"同事|邻居|别人|人家|朋友|同学|网友|别的人|其他人|隔壁")
_ASKED = re.compile(
    r"[^,;。!\n]{0,2}(?:吗|么|没有?)?\?|[^,;。!\n]{0,2}(?:吗|没有)(?:$|[,。])"
)


def clauses(words: str) -> Iterator[tuple[int, str]]:
    """Yield each clause with the place where it begins."""
    for found in _CLAUSE.finditer(words):
        yield found.start(), found.group()


def is_denied(words: str, hit: Hit) -> bool:
    """Return whether a denial stands right before the phrase: 还没收到判决书."""
    before = _before(words, hit, NEAR)
    return bool(_DENIAL.search(_NO_DENIAL.sub("□", before)))


def is_doubtful(words: str, hit: Hit) -> bool:
    """Return whether the phrase is asked, supposed, planned or of somebody else."""
    before = _before(words, hit, FAR)
    asked = _ASKED.match(words, hit.end)
    return bool(asked or _DOUBT.search(before) or _SOMEBODY_ELSE.search(before))


def _before(words: str, hit: Hit, most: int) -> str:
    """Return what stands before the phrase in its clause."""
    before = words[max(0, hit.start - most) : hit.start]
    for place in range(len(before) - 1, -1, -1):
        if before[place] in CLAUSE_ENDS:
            return before[place + 1 :]
    return before


def clause_around(words: str, hit: Hit) -> str:
    """Return the clause that the phrase stands in, 30 characters each way at most."""
    around = _before(words, hit, WIDE)
    for place in range(hit.start, min(len(words), hit.end + WIDE)):
        if words[place] in CLAUSE_ENDS:
            break
        around += words[place]
    return around
