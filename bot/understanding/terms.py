"""Hear a question about a word: 什么是复查, 复查是啥意思."""

import re

from bot.core.knowledge import Knowledge
from bot.understanding.normalising import normalise

_BEFORE = (
    r"(?:请问)?(?:什么(?:是|叫|叫做)|啥(?:是|叫)|(?:何|何为|何谓)|解释(?:一下|下)?)"
)
_AFTER = (
    r"(?:这个词)?(?:是|叫)?(?:个)?(?:什么|啥|何)(?:意思|含义|东西|玩意)?"
    r"|(?:这个词)?怎么(?:解释|理解)|(?:这个词)?指(?:的是)?(?:什么|啥)"
)
_ENDS = r"[呀啊呢吗的?!。,“”\"《》]*"
_QUESTIONS = (
    re.compile(rf"{_BEFORE}(?P<word>[^,。?!\n]{{1,14}}?){_ENDS}"),
    re.compile(rf"(?:请问)?(?P<word>[^,。?!\n]{{1,14}}?)(?:{_AFTER}){_ENDS}"),
)
_MARKS = '“”"《》‘’ '


def asked_term(words: str, knowledge: Knowledge) -> str:
    """Return the name of the term that the words ask the meaning of; else ''."""
    spoken = {
        found["word"].strip(_MARKS)
        for pattern in _QUESTIONS
        if (found := pattern.fullmatch(words))
    }
    if not spoken:
        return ""
    for term in knowledge.terms.values():
        if spoken & {normalise(name) for name in (term.name, *term.also)}:
            return term.name
    return ""
