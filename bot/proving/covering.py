"""Tell what no story walks: steps, options, remedies; draft the talks that would."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from bot.core.facts import Span, Value
from bot.core.knowledge import UNSURE, Advise, Ask, Knowledge, Question
from bot.core.view import choices_of
from bot.core.walking import Path, walk
from bot.core.wording import plain_day
from bot.proving.playing import Played, Talking
from bot.proving.recording import recorded
from bot.proving.search import Spot, talk_where
from bot.proving.states import MATTER
from bot.proving.survey import Survey
from bot.proving.talks import Talk, talk_to
from bot.reading.stories import Story
from bot.understanding.turning import ASKING

Item: TypeAlias = tuple[str, ...]
"""步骤 with its name, 选项 with question and option, 途径 with its name."""
Chosen: TypeAlias = tuple[tuple[str, ...], frozenset[Item]]
"""What is said in a talk, and which of the wanted things it walks."""
MOST_TURNS = 40
"""Things said in one draft."""
CHANGE = "改"


@dataclass(frozen=True, slots=True)
class Draft:
    """Hold one drafted story and what it is the first to walk."""

    story: Story
    covers: tuple[Item, ...]


def items(knowledge: Knowledge) -> tuple[Item, ...]:
    """Return everything that stories should walk."""
    steps = (
        ("步骤", step.id)
        for step in knowledge.steps.values()
        if isinstance(step, Advise) or (isinstance(step, Ask) and step.fact)
    )
    options = (
        ("选项", question.name, option.id)
        for question in knowledge.questions.values()
        for option in question.options
        if not option.show
    )
    advising = (s for s in knowledge.steps.values() if isinstance(s, Advise))
    advised = {one.remedy: None for step in advising for one in step.advised}
    remedies = (("途径", name) for name in advised)
    return (*steps, *options, *remedies)


def covered(played: Iterable[Played]) -> frozenset[Item]:
    """Return what the played stories walked, chose and were offered."""
    found: set[Item] = set()
    for one in played:
        found |= _walked(one.walked, one.chosen, one.offered)
    return frozenset(found)


def drafts(survey: Survey, missing: Iterable[Item]) -> tuple[Draft, ...]:
    """Return few talks that together walk what is missing, as far as any can.

    Each time the talk is taken that walks most of what is left; then those are left
    out that the others make needless.
    """
    left = dict.fromkeys(missing)
    talks: dict[Item, Chosen] = {}
    for item in left:
        for talk in _driven(survey, item, frozenset(left)):
            if item in talk[1]:
                talks[item] = talk
                break
    chosen: list[tuple[tuple[str, ...], frozenset[Item]]] = []
    while talks:
        best = max(talks.values(), key=lambda talk: len(talk[1] & left.keys()))
        if not best[1] & left.keys():
            break
        chosen.append(best)
        for item in best[1]:
            left.pop(item, None)
    return tuple(_drafted(survey, needed) for needed in _needed(chosen))


def _walked(
    steps: Iterable[str], chosen: Iterable[tuple[str, str]], offered: Iterable[str]
) -> frozenset[Item]:
    found: set[Item] = {("步骤", name) for name in steps}
    found |= {("选项", *pair) for pair in chosen}
    return frozenset(found | {("途径", name) for name in offered})


def _needed(chosen: list[Chosen]) -> Iterator[Chosen]:
    """Leave out each talk whose items the others walk too; tell what each adds."""
    kept = list(chosen)
    for talk in reversed(chosen):
        others = frozenset[Item]().union(*(one[1] for one in kept if one is not talk))
        if talk[1] <= others:
            kept.remove(talk)
    seen: set[Item] = set()
    for said, walked in kept:
        yield said, walked - seen
        seen |= walked


def _drafted(survey: Survey, chosen: Chosen) -> Draft:
    said, walked = chosen
    first = min(walked)
    name = f"草稿：{'/'.join(first[1:])}"
    story = recorded(survey.knowledge, said, survey.today, name)
    return Draft(story, tuple(sorted(walked)))


def _driven(survey: Survey, item: Item, wanted: frozenset[Item]) -> Iterator[Chosen]:
    """Talk to an item as a citizen would; what a matter tells stands at first."""
    talk = _talk_to(survey, item)
    if talk is None:
        return
    answers = dict(talk.answers)
    matters = survey.knowledge.matters
    name = str(answers.pop(MATTER, "") or next(iter(matters)))
    told = {**answers, **dict(matters[name].tells)}
    for aims, numbered in ((told, False), (answers, False), (answers, True)):
        yield _Driver(survey, aims, wanted).run(name, numbered=numbered)


class _Driver:
    """Keep what one talk to a spot needs."""

    def __init__(
        self, survey: Survey, answers: dict[str, Value], wanted: frozenset[Item]
    ) -> None:
        self.answers, self.wanted = answers, wanted
        self.talking = Talking(survey.knowledge, survey.today)
        self.changed: set[str] = set()
        self.asked = ""

    def run(self, matter: str, *, numbered: bool) -> Chosen:
        self.talking.say(matter)
        if self.talking.state.case.matter != matter:
            self.talking.say(f"{ASKING}{matter}")
        for _ in range(MOST_TURNS):
            asked = self.talking.view.fact
            words = self._answer(numbered=numbered) if asked else self._change()
            if not words:
                break
            self.talking.say(words)
        said = tuple(line.said for line in self.talking.lines)
        found = _walked(self.talking.walked, self.talking.chosen, self.talking.offered)
        return said, found & self.wanted

    def _answer(self, *, numbered: bool) -> str:
        """Return what to answer; its number where the words were not understood."""
        fact = self.talking.view.fact
        question = self.talking.knowledge.questions[fact]
        again, self.asked = self.asked == fact, fact
        value = self.answers.get(fact) or self._fresh(question)
        if isinstance(value, Span):
            return plain_day(value.last)
        labels = {option.id: option.label for option in question.options}
        label = labels.get(value, UNSURE)
        return _number(question, label) if again or numbered else label

    def _change(self) -> str:
        """Return 改 N for an answer that stands in the way; nothing if none does."""
        talking = self.talking
        path = walk(talking.knowledge, talking.state.case, talking.today)
        for number, (name, fact) in enumerate(path.facts.items(), 1):
            other = name in self.answers and self.answers[name] != fact.value
            if other and name not in self.changed:
                self.changed.add(name)
                return f"{CHANGE}{number}"
        return ""

    def _fresh(self, question: Question) -> Value:
        """Return an option that no talk chose yet, if there is one."""
        for option in question.options:
            item = ("选项", question.name, option.id)
            chosen = (question.name, option.id) in self.talking.chosen
            if item in self.wanted and not chosen:
                return option.id
        return UNSURE


def _number(question: Question, label: str) -> str:
    return next(one.says for one in choices_of(question) if one.label == label)


def _talk_to(survey: Survey, item: Item) -> Talk | None:
    """Return the shortest talk on which an item lies."""
    match item:
        case ("步骤", name):
            states = survey.states.at.get(name, [])
            near = min(states, key=lambda state: state.least, default=None)
            return None if near is None else talk_to(survey, near)
        case ("选项", name, option):
            return _to_option(survey, name, option)
        case (_, name):
            return _to_remedy(survey, name)
        case _:
            return None


def _to_option(survey: Survey, name: str, option: str) -> Talk | None:
    steps = survey.knowledge.steps.values()
    states = [
        state
        for step in steps
        if isinstance(step, Ask) and step.fact == name
        for state in survey.states.at.get(step.id, ())
        if name not in state.facts
    ]
    near = min(states, key=lambda state: state.least, default=None)
    return None if near is None else talk_to(survey, near, (name, option))


def _to_remedy(survey: Survey, name: str) -> Talk | None:
    for step in survey.knowledge.steps.values():
        if isinstance(step, Advise):
            for one in step.advised:
                if one.remedy == name and survey.states.at.get(step.id):
                    spot = Spot(step.id, partial(_gives, name))
                    return talk_where(survey, spot, (n for n, _ in one.when))
    return None


def _gives(name: str, path: Path) -> bool:
    return any(one.advised.remedy == name for one in path.gathered)
