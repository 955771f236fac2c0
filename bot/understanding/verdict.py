"""Judge how sure the best matter is: clear, close to others, thin, or none."""

import re

from bot.core.heard import Verdict
from bot.understanding.index import Index
from bot.understanding.matters import Scores, score
from bot.understanding.normalising import HAN

FIRST = ((-0.2, 0.36), (0.3, 0.25), (0.36, 0.09))
"""How far ahead by score, and by strength, the best must be to be named at once.

On the visible half of the messages (title and body) what is named at once is right
for the field 86 times of 100 and for the agency 73; what is offered, 80 and 61.
"""
AHEAD = 0.35
"""How far ahead by score it must be when the message is hardly more than its name."""
STRONG, WEAK, NOTHING = 2.5, 1.2, 0.7
"""Rare pairs that must speak for a matter: to be clear, to be offered, to be heard."""
SHORT, SAID_ENOUGH = 20, 1.8
"""汉字 below which a message without a name of the matter must say this much."""
NAME_SHARE = 0.5
"""Share of a message that, being a name of the matter, says enough (家暴)."""
HOMONYMS = (
    "复核",
    "复查",
    "申诉",
    "仲裁",
    "答复",
    "受理",
    "鉴定",
    "认定",
    "复议",
    "不满意",
)
"""Words of several procedures; alone they never decide between matters."""
FILLERS = tuple(
    "申请 提起 提出 要求 怎么 怎样 如何 不服 书面 结果 决定 裁决 意见 书 想 要 "
    "去 找谁 找 哪里 哪 办 我 的 了 不 可以 能 吗 请问 问 多久 期限 材料 没有 "
    "给 输 赢 维持 下来".split()
)
"""Words that stand beside a homonym and do not tell which procedure is meant."""

_HAN = re.compile(rf"[{HAN}]")
_HOMONYMS = re.compile("|".join(HOMONYMS))
_FILLERS = re.compile("|".join(sorted(FILLERS, key=len, reverse=True)))


def verdict(index: Index, words: str, scores: Scores) -> Verdict:
    """Return how sure the best matter is."""
    best = scores.best()
    if not best or not _heard(scores, best[0]):
        return "none"
    if rests_on_homonym(index, words, best[0], scores):
        return "close"
    strength = scores.strength[best[0]]
    ahead, lead = scores.ahead(best[0]), scores.lead(best[0])
    first = any(ahead >= by_score and lead >= by_words for by_score, by_words in FIRST)
    letters = len(_HAN.findall(words))
    named = sum(map(len, scores.keywords.get(best[0], ())))
    enough = strength >= STRONG or (named and strength >= WEAK)
    if (first and enough) or (ahead >= AHEAD and named > letters * NAME_SHARE):
        return "clear"
    least = SAID_ENOUGH if letters < SHORT and not named else WEAK
    return "thin" if strength < least and not named else "close"


def _heard(scores: Scores, number: int) -> bool:
    """Return whether enough speaks for the matter; a word of it always does."""
    return number in scores.keywords or scores.strength[number] >= NOTHING


def rests_on_homonym(index: Index, words: str, number: int, scores: Scores) -> bool:
    """Return whether only words of several procedures speak for the matter."""
    if not _HOMONYMS.search(words):
        return False
    rest = score(index, _HOMONYMS.sub("□", words), whole=False).strength[number]
    named = any(_bare(word) for word in scores.keywords.get(number, []))
    return rest < WEAK and not named


def _bare(word: str) -> str:
    """Return what a word holds beside homonyms and fillers."""
    return _FILLERS.sub("", _HOMONYMS.sub("", word))
