"""Prove the matters: enough ways to say them, none mistaken for another."""

from collections.abc import Iterator

from bot.core.answers import plain
from bot.core.knowledge import Problem
from bot.proving.finding import error, warning
from bot.proving.survey import Survey

FEWEST_SAYS = 6
"""Ways people put a matter, so that understanding has something to go by."""


def check_matters(survey: Survey) -> Iterator[Problem]:
    """Return matters that cannot be recognised, or not be told apart."""
    names: dict[str, str] = {}
    for matter in survey.knowledge.matters.values():
        if len(matter.says) < FEWEST_SAYS:
            what = f"事项“{matter.name}”只写了{len(matter.says)}种说法。"
            right = f"says 至少写{FEWEST_SAYS}种群众的说法。"
            yield warning(matter.place, "few-says", what, right)
        for words in dict.fromkeys(plain(w) for w in (matter.name, *matter.also)):
            other = names.setdefault(words, matter.name)
            if other != matter.name:
                what = f"事项“{other}”和“{matter.name}”都叫“{words}”，分不开。"
                yield error(matter.place, "same-name", what, "只留在一个事项里。")
    yield from _same_says(survey)


def _same_says(survey: Survey) -> Iterator[Problem]:
    said: dict[str, str] = {}
    for matter in survey.knowledge.matters.values():
        for words in dict.fromkeys(plain(one) for one in matter.says):
            other = said.setdefault(words, matter.name)
            if other != matter.name:
                what = f"“{words}”同时是“{other}”和“{matter.name}”的说法。"
                yield warning(matter.place, "same-says", what, "只留在一个事项里。")
