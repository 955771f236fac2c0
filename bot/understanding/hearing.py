"""Make of one message all that the talk needs: hear()."""

from dataclasses import replace
from datetime import date

from bot.core.heard import Danger, Heard, Ranked
from bot.core.knowledge import Knowledge
from bot.understanding.cache import index_for
from bot.understanding.correcting import without_taken_back
from bot.understanding.facts import told_options
from bot.understanding.matters import ranked, score
from bot.understanding.normalising import normalise
from bot.understanding.pairs import two_matters
from bot.understanding.purposes import purposes
from bot.understanding.safety import danger
from bot.understanding.small_talk import small_talk
from bot.understanding.terms import asked_term
from bot.understanding.told_days import told_days
from bot.understanding.verdict import verdict

CANDIDATES = 3
"""Matters whose own questions are listened to when none is clear."""


def hear(text: str, knowledge: Knowledge, today: date) -> Heard:
    """Return what the words say; never raises, and keeps none of them but reasons."""
    words = normalise(text)
    peril = danger(words, knowledge)
    talk = small_talk(words)
    if talk:
        return Heard(peril, talk=talk)
    term = asked_term(words, knowledge)
    if term:
        return Heard(peril, term=term)
    return _Hearing(words, knowledge, today).heard(peril)


class _Hearing:
    """Keep what hearing one message needs."""

    def __init__(self, words: str, knowledge: Knowledge, today: date) -> None:
        self.knowledge, self.today = knowledge, today
        self.index = index_for(knowledge)
        self.words, self.corrected = without_taken_back(words)
        self.scores = score(self.index, self.words)

    def heard(self, peril: Danger | None) -> Heard:
        sure = verdict(self.index, self.words, self.scores)
        matters = ranked(self.index, self.words, self.scores) if sure != "none" else ()
        pair = self.pair() if matters else None
        second = None
        if pair is not None:
            names = [self.index["matters"][number] for number in pair]
            matters, sure = _first(matters, names), "clear"
            second = next(n for n in names if n != matters[0].matter)
        meant = [one.matter for one in matters]
        named = tuple(meant[:1]) if sure == "clear" else ()
        if second:
            named = (*named, second)
        aims = purposes(self.words, self.knowledge, named or tuple(meant[:1]))
        facts = told_options(
            self.words,
            self.knowledge,
            self.index,
            named or tuple(meant[:CANDIDATES]),
        )
        heard = Heard(
            peril, aims, matters, sure, second, facts, corrected=self.corrected
        )
        days = told_days(self.words, self.knowledge, self.index, heard, self.today)
        return replace(heard, facts=(*facts, *days))

    def pair(self) -> tuple[int, int] | None:
        return two_matters(self.words, self.knowledge, self.index, self.scores)


def _first(matters: tuple[Ranked, ...], names: list[str]) -> tuple[Ranked, ...]:
    """Return the matters with the named ones first."""
    return tuple(sorted(matters, key=lambda one: one.matter not in names))
