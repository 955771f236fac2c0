"""Make the talk that leads to a spot: answers a citizen could really give."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice, product

from bot.core.facts import Case, Fact, Span, Value
from bot.core.knowledge import Knowledge
from bot.core.walking import MapError, Path, walk
from bot.proving.states import MATTER, Answer, State
from bot.proving.survey import Survey
from bot.proving.values import KNOWN

DAYS_AGO = (0, 4, 7, 12, 20, 40, 70, 200, 400, 800, 1200, 2200, 8000)
"""Days tried for a day question: one between any two of the law's limits."""
MOST_TRIES = 400
"""Combinations of days tried for one list of answers."""


@dataclass(frozen=True, slots=True)
class Talk:
    """Hold the answers that lead to a spot, days as days."""

    answers: tuple[tuple[str, Value], ...]

    def text(self, knowledge: Knowledge) -> str:
        """Return the answers in one line, as a citizen sees them."""
        if not self.answers:
            return "一开始就是"
        return "；".join(_answer(knowledge, *answer) for answer in self.answers)


def talk_to(
    survey: Survey, state: State, answer: Answer = None, *, far: bool = False
) -> Talk:
    """Return a talk that leads to a state; days that cannot be found stay open.

    `answer` is what is answered there, if that matters.
    """
    answers = state.answers(far=far)
    names = [name for name, _ in answers if name != MATTER]
    found = Talk(answers)
    for talk in dated(answers, survey.today):
        path = play(survey, talk)
        if path is not None and all(name in path.facts for name in names):
            found = talk if found == Talk(answers) else found
            if _passes(path, state.step):
                found = talk
                break
    return found if answer is None else Talk((*found.answers, answer))


def _passes(path: Path, step: str) -> bool:
    """Return whether a walk stands at a step or has gone through it."""
    here = path.here is not None and path.here.id == step
    asked = any(at == step for _, at in path.asked)
    return here or asked or any(one.id == step for one in path.steps)


def play(survey: Survey, talk: Talk) -> Path | None:
    """Walk the map with the answers of a talk; None where a gap lets it fall."""
    matter = next((str(v) for name, v in talk.answers if name == MATTER), None)
    facts = tuple(
        (name, Fact(value, "asked")) for name, value in talk.answers if name != MATTER
    )
    try:
        return walk(survey.knowledge, Case(matter, facts), survey.today)
    except (StopIteration, MapError):
        return None


def dated(answers: tuple[tuple[str, str], ...], today: date) -> Iterator[Talk]:
    """Return the answers with every combination of days put in."""
    open_days = [name for name, value in answers if value == KNOWN]
    tries = product(DAYS_AGO, repeat=len(open_days))
    for chosen in islice(tries, MOST_TRIES):
        days = {
            name: _day(today, ago) for name, ago in zip(open_days, chosen, strict=True)
        }
        yield Talk(tuple((name, days.get(name, value)) for name, value in answers))


def _day(today: date, ago: int) -> Span:
    day = today - timedelta(days=ago)
    return Span(day, day)


def _answer(knowledge: Knowledge, name: str, value: Value) -> str:
    if isinstance(value, Span):
        return f"{name}：{value.first.isoformat()}"
    if value == KNOWN:
        return f"{name}：说一个日子"
    question = knowledge.questions.get(name)
    options = question.options if question else ()
    label = next((one.label for one in options if one.id == value), value)
    return f"{name}：{label or value}"
