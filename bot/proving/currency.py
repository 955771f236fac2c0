"""Gather what rests on law that may no longer read as we hold it (待核实)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.core.citing import doubtful
from bot.core.knowledge import Currency, Knowledge, Law, Place, Problem
from bot.proving.citing import uses
from bot.proving.finding import warning
from bot.proving.survey import Survey
from bot.proving.texts import Text, texts

GONE = ("replaced", "repealed")
"""Laws whose article numbers no longer hold."""

_ARTICLE = re.compile(r"第[0-9一二三四五六七八九十百零]+条")


@dataclass(frozen=True, slots=True)
class Flag:
    """Tell that something rests on an article that staff should look up anew."""

    law: str
    article: str
    currency: Currency
    note: str
    by: str
    place: Place


def flagged(knowledge: Knowledge) -> tuple[Flag, ...]:
    """Return everything that rests on doubtful law; the card says so by itself."""
    found: dict[tuple[str, str, str], Flag] = {}
    for use in uses(knowledge):
        law = knowledge.laws.get(use.citation.law)
        if law is not None and doubtful(law, use.citation.article):
            key = (law.name, use.citation.article, use.by)
            flag = Flag(
                law.name,
                use.citation.article,
                law.currency,
                law.note,
                use.by,
                use.place,
            )
            found.setdefault(key, flag)
    return tuple(found.values())


def check_currency(survey: Survey) -> Iterator[Problem]:
    """Return texts that name an article number of law that is gone."""
    gone = {law for law in survey.knowledge.laws.values() if law.currency in GONE}
    for text in texts(survey.knowledge):
        number = _ARTICLE.search(text.text)
        law = _law_of(survey.knowledge, text, gone) if number else None
        if number and law is not None:
            what = f"文字里写了《{law.name}》{number.group()}，这部法律已被取代或废止。"
            right = "去掉条号；卡片会自己加上“请向窗口核实”。"
            yield warning(text.place, "gone-article", what, right)


def _law_of(knowledge: Knowledge, text: Text, gone: set[Law]) -> Law | None:
    """Return the gone law a text names, or alone rests on."""
    named = [law for law in knowledge.laws.values() if law.name in text.text]
    if named:
        longest = max(named, key=lambda law: len(law.name))
        return longest if longest in gone else None
    cited = [knowledge.laws.get(citation.law) for citation in text.basis]
    if cited and all(law in gone for law in cited):
        return cited[0]
    return None
