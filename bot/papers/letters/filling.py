"""Fill a letter from the answers of a talk; who files it is written by hand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from bot.core import blanks
from bot.core.addresses import addressee, where_lines
from bot.core.advice import Item
from bot.core.citing import cite, doubts, each_once
from bot.core.facts import Fact, Span
from bot.core.knowledge import UNSURE, Knowledge, Letter, Note
from bot.core.offices import PLACE
from bot.core.phrases import say
from bot.core.reasons import day_words
from bot.core.timing import Known, days_of, holds
from bot.core.wording import day_text, value_text

Kind: TypeAlias = Literal["head", "line", "hint", "row"]
BLANK, DAY_BLANK, WHERE_BLANK = "____________", "____年__月__日", "__________________"
PROCEDURE = "信访程序"
"""The guide whose matters are steps of a procedure, not what one petitions about."""
NUMBERS = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Block:
    """Hold one line of a filled letter, and what it is."""

    kind: Kind
    text: str = ""


@dataclass(frozen=True, slots=True)
class Filled:
    """Hold a letter ready to be laid out; the slip below the cut is not filed."""

    name: str
    title: str
    blocks: tuple[Block, ...]
    to: str
    attach: tuple[str, ...]
    sign: tuple[str, ...]
    slip: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Situation:
    """Hold what a talk has found out; without a talk every mark stays blank."""

    today: date
    matter: str = ""
    facts: Mapping[str, Fact] = field(default_factory=dict)
    item: Item | None = None


def fill(knowledge: Knowledge, letter: Letter, situation: Situation) -> Filled:
    """Return the letter with its marks filled, as far as the talk knows them."""
    return _Filling(knowledge, letter, situation).run()


class _Filling:
    """Keep what filling one letter needs at every line."""

    def __init__(
        self, knowledge: Knowledge, letter: Letter, situation: Situation
    ) -> None:
        self.knowledge, self.letter, self.situation = knowledge, letter, situation
        self.known = Known(situation.facts)
        self.days = days_of(knowledge, self.known)

    def run(self) -> Filled:
        letter = self.letter
        return Filled(
            letter.name,
            letter.title,
            tuple(self._blocks()),
            self._to(),
            tuple(self._said(letter.attach)),
            letter.sign,
            () if letter.bare else tuple(self._slip()),
        )

    def _blocks(self) -> Iterator[Block]:
        for number, part in zip(NUMBERS, self.letter.parts, strict=False):
            yield Block("head", f"{number}、{part.title}")
            for text in self._said(part.lines):
                yield Block("line", text)
            if part.hint:
                yield Block("hint", part.hint)
            yield from [Block("row")] * part.rows

    def _said(self, notes: tuple[Note, ...]) -> Iterator[str]:
        today = self.situation.today
        for note in notes:
            if holds(self.knowledge, note.when, self.known, today):
                yield self._filled(note.text)

    def _filled(self, text: str) -> str:
        return blanks.MARK.sub(lambda found: self._value(found[1]), text)

    def _value(self, name: str) -> str:
        match name:
            case blanks.AGENCY:
                return self._agency()
            case blanks.MATTER:
                return self._matter() or BLANK
            case blanks.WHERE:
                return self._region() or WHERE_BLANK
            case _:
                return self._answer(name)

    def _matter(self) -> str:
        """Return what it is about; a step of the petition road is no such thing."""
        matter = self.knowledge.matters.get(self.situation.matter)
        return "" if matter is None or matter.guide == PROCEDURE else matter.name

    def _answer(self, name: str) -> str:
        """Return an answer in words; a day that is not sure is written by hand."""
        span = self.days.get(name)
        question = self.knowledge.questions.get(name)
        if span is not None:
            return day_words(span.first) if span.first == span.last else DAY_BLANK
        if question is None or question.kind == "day":
            return DAY_BLANK
        fact = self.situation.facts.get(name)
        if fact is None or fact.value == UNSURE or isinstance(fact.value, Span):
            return BLANK
        return value_text(question, fact.value)

    # who gets it

    def _region(self) -> str:
        fact = self.situation.facts.get(PLACE)
        place = str(fact.value) if fact else UNSURE
        return "" if place == UNSURE else place

    def _to(self) -> str:
        to = self.letter.to
        if to == blanks.NOBODY:
            return ""
        return self._filled(to) if to else self._agency()

    def _agency(self) -> str:
        """Return who decides; without a talk only where there is but one."""
        item, remedies = self.situation.item, self.knowledge.remedies
        opens = [remedies[name] for name in self.letter.remedies]
        rules = opens[0].agencies if item is None and opens else ()
        if item is not None and item.agency is not None:
            rules = (item.agency,)
        names = {rule.decides for rule in rules}
        if len(names) != 1:
            return BLANK * 2
        return addressee(self.knowledge, names.pop(), self._region())

    # what the citizen keeps

    def _slip(self) -> Iterator[str]:
        k, item = self.knowledge, self.situation.item
        if item is not None:
            yield from where_lines(k, item, self.situation.facts)
            yield from self._day(item)
        else:
            yield say(k, "where_call")
        yield from filter(None, (self.letter.copies,))
        yield from self._said(self.letter.how)
        yield (item.remedy.proof if item else "") or say(k, "proof_default")
        bases = [self.letter.basis, *(note.basis for note in self.letter.how)]
        basis = each_once(bases)
        yield say(k, "letter_basis", basis=cite(k, basis))
        yield from doubts(k, basis)
        yield say(k, "letter_source", version=k.version)

    def _day(self, item: Item) -> Iterator[str]:
        found = item.deadline
        if found is not None and found.act_by and not item.expired:
            day = day_text(found.act_by, self.situation.today)
            yield say(self.knowledge, "letter_day", day=day)
