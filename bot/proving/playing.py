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


@dataclass(frozen=True, slots=True)
class Played:
    """Hold a played story: the talk, what failed, what it walked through."""

    story: Story
    lines: tuple[Line, ...]
    failures: tuple[Failure, ...]
    walked: frozenset[str]
    chosen: frozenset[tuple[str, str]]


def play(knowledge: Knowledge, story: Story) -> Played:
    """Play one story from its first line to its cards."""
    playing = _Playing(knowledge, story)
    failures = (*playing.talk(), *playing.cards())
    return Played(
        story,
        tuple(playing.lines),
        failures,
        frozenset(playing.walked),
        frozenset(playing.chosen),
    )


class _Playing:
    """Keep the moving parts of one played story."""

    def __init__(self, knowledge: Knowledge, story: Story) -> None:
        self.knowledge, self.story = knowledge, story
        self.state = State(knowledge.version)
        self.lines: list[Line] = []
        self.walked: set[str] = set()
        self.chosen: set[tuple[str, str]] = set()

    @property
    def today(self) -> date:
        return self.story.date

    def talk(self) -> tuple[Failure, ...]:
        return tuple(
            failure for turn in self.story.talk for failure in self._turn(turn)
        )

    def cards(self) -> tuple[Failure, ...]:
        expected, cases = self.story.cards, self.state.cases
        failures = [
            failure
            for at, card in enumerate(expected[: len(cases)])
            for failure in self._card(at, card)
        ]
        if expected and len(expected) != len(cases):
            what = f"样例写了{len(expected)}张卡片，实际有{len(cases)}件事"
            failures.append(Failure(self.story.place, what))
        return tuple(failures)

    def _turn(self, turn: Turn) -> Iterator[Failure]:
        standing = view(self.knowledge, self.state, self.today)
        if turn.asks and standing.fact != turn.asks:
            asked = standing.fact or standing.ask or "没有在问"
            yield Failure(turn.place, f"这里应当在问“{turn.asks}”，实际是“{asked}”")
        text = text_of(self._said(turn.say))
        self.lines.append(Line(turn.say, text))
        yield from _words(turn.place, text, turn.must, turn.must_not)

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
                return view(self.knowledge, self.state, self.today)

    def _trace(self) -> None:
        for case in self.state.cases:
            path = walk(self.knowledge, case, self.today)
            self.walked.update(step_id for _, step_id in path.asked)
            self.walked.update(advised.id for advised in path.steps)
            self.chosen.update(
                (name, fact.value)
                for name, fact in path.facts.items()
                if isinstance(fact.value, str)
            )

    def _card(self, at: int, expected: CardExpectation) -> Iterator[Failure]:
        state = replace(self.state, at=at)
        path = walk(self.knowledge, state.case, self.today)
        matter = state.case.matter or ""
        if expected.matter and matter != expected.matter:
            what = f"第{at + 1}件应当是“{expected.matter}”，实际是“{matter}”"
            yield Failure(expected.place, what)
        if path.here is not None:
            what = f"第{at + 1}件还没走到指引，停在“{path.here.id}”"
            yield Failure(expected.place, what)
            return
        advice = advise(self.knowledge, path, self.today)
        yield from _remedies(expected, advice)
        yield from _days(expected, advice)
        text = self._card_text(state, path, advice)
        yield from _words(expected.place, text, expected.must, expected.must_not)

    def _card_text(self, state: State, path: Path, advice: Advice) -> str:
        card = write_card(self.knowledge, state.case, (path, advice), self.today)
        return card_text(card)


def _remedies(expected: CardExpectation, advice: Advice) -> Iterator[Failure]:
    names = tuple(item.remedy.name for item in advice.items)
    if expected.remedies and names != expected.remedies:
        wanted, got = " → ".join(expected.remedies), " → ".join(names)
        yield Failure(expected.place, f"途径应当是 {wanted}；实际是 {got}")


def _days(expected: CardExpectation, advice: Advice) -> Iterator[Failure]:
    found = {item.remedy.name: item.deadline for item in advice.items}
    for field, days in (
        ("act_by", expected.act_by),
        ("surely_over", expected.surely_over),
    ):
        for name, day in days:
            deadline = found.get(name)
            got = getattr(deadline, field) if deadline else None
            if got != day:
                yield Failure(
                    expected.place, f"“{name}”的{field}应当是{day}，实际是{got}"
                )


def _words(
    place: Place, text: str, must: tuple[str, ...], must_not: tuple[str, ...]
) -> Iterator[Failure]:
    flat = text.replace("\n", "")
    for words in must:
        if words not in flat:
            yield Failure(place, f"应当说到“{words}”，没有说")
    for words in must_not:
        if words in flat:
            yield Failure(place, f"不应当说“{words}”，却说了")
