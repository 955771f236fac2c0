"""Make of one message all that the talk needs: hear()."""

from dataclasses import replace
from datetime import date

from bot.core.facts import Value
from bot.core.heard import Danger, Heard, Ranked, Verdict
from bot.core.knowledge import Knowledge
from bot.understanding.cache import index_for
from bot.understanding.correcting import without_past_steps, without_taken_back
from bot.understanding.facts import told_options
from bot.understanding.matters import ranked, score
from bot.understanding.normalising import normalise
from bot.understanding.pairs import several_matters, two_matters
from bot.understanding.purposes import accuses, names_wrong, purposes
from bot.understanding.safety import danger
from bot.understanding.small_talk import small_talk
from bot.understanding.terms import asked_term
from bot.understanding.told_days import loose_days, told_days
from bot.understanding.verdict import WEAK, verdict

CANDIDATES = 3
"""Matters whose own questions are listened to when none is clear."""
ACCUSED_AMONG = 4
"""Matters among which an accusation beside the best one is looked for."""


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
        self.scores = score(self.index, without_past_steps(self.words))

    def heard(self, peril: Danger | None) -> Heard:
        sure = verdict(self.index, self.words, self.scores)
        matters = ranked(self.index, self.words, self.scores) if sure != "none" else ()
        second = None
        several = self.several()
        pair = () if several else self.pair(matters, sure)
        if several:
            matters, sure = _first(matters, several), "close"
        elif pair:
            matters, sure = _first(matters, pair), "clear"
            second = next(name for name in pair if name != matters[0].matter)
        meant = tuple(one.matter for one in matters)
        named = (meant[0], *pair) if pair else meant[: 1 if sure == "clear" else 0]
        aims = purposes(self.words, self.knowledge, named or meant[:1])
        heard = Heard(peril, aims, matters, sure, second, corrected=self.corrected)
        facts = self.facts(heard, named or meant[:CANDIDATES])
        return replace(heard, facts=facts, days=loose_days(self.words, self.today))

    def several(self) -> tuple[str, ...]:
        """Return the matters of a message that holds three or more; else ()."""
        found = several_matters(self.words, self.knowledge, self.index, self.scores)
        return tuple(self.index["matters"][number] for number in found)

    def pair(self, matters: tuple[Ranked, ...], sure: Verdict) -> tuple[str, ...]:
        """Return the two matters of the message; () when there are not two."""
        pair = two_matters(self.words, self.knowledge, self.index, self.scores)
        if pair is not None and matters:
            return tuple(self.index["matters"][number] for number in pair)
        accused = self.accused(matters) if sure == "clear" else None
        return (matters[0].matter, accused) if accused else ()

    def accused(self, matters: tuple[Ranked, ...]) -> str | None:
        """Return the accusation that stands beside a matter to be solved."""
        if accuses(self.knowledge, matters[0].matter) or not names_wrong(self.words):
            return None
        for one in matters[1:ACCUSED_AMONG]:
            number = self.index["matters"].index(one.matter)
            strong = self.scores.strength[number] >= WEAK
            if strong and accuses(self.knowledge, one.matter):
                return one.matter
        return None

    def facts(
        self, heard: Heard, matters: tuple[str, ...]
    ) -> tuple[tuple[str, Value], ...]:
        options = told_options(self.words, self.knowledge, self.index, matters)
        heard = replace(heard, facts=options)
        days = told_days(self.words, self.knowledge, self.index, heard, self.today)
        return (*options, *days)


def _first(matters: tuple[Ranked, ...], names: tuple[str, ...]) -> tuple[Ranked, ...]:
    """Return the matters with the named ones first."""
    return tuple(sorted(matters, key=lambda one: one.matter not in names))
