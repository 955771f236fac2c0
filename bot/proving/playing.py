"""Play a story as a citizen would type it, and compare with what it expects."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from bot.core.advice import Advice, advise
from bot.core.cards import write_card
from bot.core.dialogue import State, step
from bot.core.knowledge import Knowledge, Place
from bot.core.layout import card_text, text_of
from bot.core.view import View, safety_page, safety_view, shown_instead, view
from bot.core.walking import Path, walk
from bot.reading.stories import CardExpectation, Story, Turn
from bot.understanding.turning import Endangered, PressedSafety, turn_for


@dataclass(frozen=True, slots=True)
class Line:
    """Keep one exchange of a played story."""

    said: str
    answered: str


@dataclass(frozen=True, slots=True)
class Failure:
    """Tell where a story went another way than it expects."""

    place: Place
    what: str
    line: int
    """Which exchange of the talk it is about, from 0."""


@dataclass(frozen=True, slots=True)
class Played:
    """Hold a played story: the talk, what failed, what it walked through."""

    story: Story
    lines: tuple[Line, ...]
    failures: tuple[Failure, ...]
    walked: frozenset[str]
    chosen: frozenset[tuple[str, str]]
    offered: frozenset[str]
    """The remedies that stood on some way of it."""


def play(knowledge: Knowledge, story: Story) -> Played:
    """Play one story from its first line to its cards."""
    playing = _Playing(knowledge, story)
    failures = (*playing.talk(), *playing.cards())
    return Played(
        story,
        tuple(playing.talking.lines),
        failures,
        frozenset(playing.talking.walked),
        frozenset(playing.talking.chosen),
        frozenset(playing.talking.offered),
    )


class Talking:
    """Talk on from a start; remember what was said and what was walked through."""

    def __init__(self, knowledge: Knowledge, today: date) -> None:
        self.knowledge, self.today = knowledge, today
        self.state = State(knowledge.version)
        self.lines: list[Line] = []
        self.walked: set[str] = set()
        self.chosen: set[tuple[str, str]] = set()
        self.offered: set[str] = set()

    @property
    def view(self) -> View:
        """Return what stands before the citizen now."""
        return view(self.knowledge, self.state, self.today)

    def say(self, words: str) -> str:
        """Take a citizen's words; return the answer as text."""
        text = text_of(self._said(words))
        self.lines.append(Line(words, text))
        return text

    def _said(self, words: str) -> View:
        match turn_for(words, self.knowledge, self.today):
            case Endangered(danger, matter):
                return safety_view(self.knowledge, danger, matter)
            case PressedSafety():
                return safety_page(self.knowledge)
            case event:
                card = shown_instead(self.knowledge, self.state, event)
                if card is not None:
                    return card
                self.state = step(self.knowledge, self.state, event)
                self._trace()
                return self.view

    def _trace(self) -> None:
        for case in self.state.cases:
            path = walk(self.knowledge, case, self.today)
            self.walked.update(step_id for _, step_id in path.asked)
            self.walked.update(advised.id for advised in path.steps)
            self.offered.update(one.advised.remedy for one in path.gathered)
            self.chosen.update(
                (name, fact.value)
                for name, fact in path.facts.items()
                if isinstance(fact.value, str)
            )


class _Playing:
    """Keep the moving parts of one played story."""

    def __init__(self, knowledge: Knowledge, story: Story) -> None:
        self.knowledge, self.story = knowledge, story
        self.talking = Talking(knowledge, story.date)

    @property
    def today(self) -> date:
        return self.story.date

    @property
    def last(self) -> int:
        return len(self.talking.lines) - 1

    def talk(self) -> tuple[Failure, ...]:
        return tuple(
            failure for turn in self.story.talk for failure in self._turn(turn)
        )

    def cards(self) -> tuple[Failure, ...]:
        expected, cases = self.story.cards, self.talking.state.cases
        failures = [
            failure
            for at, card in enumerate(expected[: len(cases)])
            for failure in self._card(at, card)
        ]
        if expected and len(expected) != len(cases):
            what = f"样例写了{len(expected)}张卡片，实际有{len(cases)}件事"
            failures.append(Failure(self.story.place, what, self.last))
        return tuple(failures)

    def _turn(self, turn: Turn) -> Iterator[Failure]:
        standing = self.talking.view
        if turn.asks and standing.fact != turn.asks:
            asked = standing.fact or standing.ask or "没有在问"
            what = f"这里应当在问“{turn.asks}”，实际是“{asked}”"
            yield Failure(turn.place, what, self.last + 1)
        text = self.talking.say(turn.say)
        yield from self._words(turn, text)

    def _card(self, at: int, expected: CardExpectation) -> Iterator[Failure]:
        state = replace(self.talking.state, at=at)
        path = walk(self.knowledge, state.case, self.today)
        matter = state.case.matter or ""
        if expected.matter and matter != expected.matter:
            what = f"第{at + 1}件应当是“{expected.matter}”，实际是“{matter}”"
            yield Failure(expected.place, what, self.last)
        if path.here is not None:
            what = f"第{at + 1}件还没走到指引，停在“{path.here.id}”"
            yield Failure(expected.place, what, self.last)
            return
        advice = advise(self.knowledge, path, self.today)
        for what in (*_remedies(expected, advice), *_days(expected, advice)):
            yield Failure(expected.place, what, self.last)
        yield from self._words(expected, self._card_text(state, path, advice))

    def _card_text(self, state: State, path: Path, advice: Advice) -> str:
        card = write_card(self.knowledge, state.case, (path, advice), self.today)
        return card_text(card)

    def _words(self, expected: Turn | CardExpectation, text: str) -> Iterator[Failure]:
        flat = text.replace("\n", "")
        for words in expected.must:
            if words not in flat:
                what = f"应当说到“{words}”，没有说"
                yield Failure(expected.place, what, self.last)
        for words in expected.must_not:
            if words in flat:
                what = f"不应当说“{words}”，却说了"
                yield Failure(expected.place, what, self.last)


def _remedies(expected: CardExpectation, advice: Advice) -> Iterator[str]:
    names = tuple(item.remedy.name for item in advice.items)
    if expected.remedies and names != expected.remedies:
        wanted, got = " → ".join(expected.remedies), " → ".join(names)
        yield f"途径应当是 {wanted}；实际是 {got}"


def _days(expected: CardExpectation, advice: Advice) -> Iterator[str]:
    found = {item.remedy.name: item.deadline for item in advice.items}
    for field, days in (
        ("act_by", expected.act_by),
        ("surely_over", expected.surely_over),
    ):
        for name, day in days:
            deadline = found.get(name)
            got = getattr(deadline, field) if deadline else None
            if got != day:
                yield f"“{name}”的{field}应当是{day}，实际是{got}"
