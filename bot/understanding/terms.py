"""Hear a question about a word or an office: 什么是复查, 国土局现在叫什么."""

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
_OFFICE = re.compile(
    r"(?:请问)?(?P<word>[^,。?!\n]{2,14}?)(?:现在|如今|改成|改)?"
    rf"(?:叫(?:什么|啥)|改叫(?:什么|啥)|归(?:哪里|哪儿|谁)管?|是哪家|管(?:什么|啥)){_ENDS}"
)
_MARKS = '“”"《》‘’ '


def asked_term(words: str, knowledge: Knowledge) -> str:
    """Return the term, or the agency, that the words ask about; else ''."""
    spoken = {
        found["word"].strip(_MARKS)
        for pattern in _QUESTIONS
        if (found := pattern.fullmatch(words))
    }
    for term in knowledge.terms.values():
        if spoken & {normalise(name) for name in (term.name, *term.also)}:
            return term.name
    office = _OFFICE.fullmatch(words)
    spoken |= {office["word"].strip(_MARKS)} if office else set()
    return _agency(spoken, knowledge) if spoken else ""


def _agency(spoken: set[str], knowledge: Knowledge) -> str:
    """Return the agency that bears a name today or bore it before; else ''."""
    for agency in knowledge.agencies.values():
        names = (agency.name, agency.label, *agency.also)
        if spoken & {normalise(name) for name in names}:
            return agency.name
    return ""
