"""Prove that nobody who accuses this office is sent back to it."""

from collections.abc import Iterator, Mapping

from bot.core.knowledge import UNSURE, Advise, Knowledge, Place, Problem, When
from bot.proving.finding import error
from bot.proving.graph import reach
from bot.proving.states import explore, spread
from bot.proving.survey import Survey
from bot.proving.texts import Text, texts

OWN_OFFICE = ("本单位", "本窗口")
"""What a question or an answer says that asks whether it is this very office."""
YES = "是"
HAND_IN_HERE = ("本窗口", "交给我们", "交到这里")


def check_accused(survey: Survey) -> Iterator[Problem]:
    """Return what tells people to hand in here on ways that accuse this office."""
    sending = {
        text.place: text
        for text in texts(survey.knowledge)
        if text.kind in ("card", "say") and _sends_here(text.text)
    }
    if not sending:
        return
    for name, values in accusing(survey.knowledge).items():
        for step in _steps(survey, name, values):
            for place in _places(survey.knowledge, step):
                text = sending.get(place)
                if text is not None and _may_hold(text.when, name, values):
                    yield _problem(text)


def accusing(knowledge: Knowledge) -> Mapping[str, frozenset[str]]:
    """Return the questions and their answers that accuse this very office."""
    found: dict[str, frozenset[str]] = {}
    for name, question in knowledge.questions.items():
        asked = any(words in name for words in OWN_OFFICE)
        values = frozenset(
            option.id
            for option in question.options
            if (asked and option.id == YES)
            or any(words in option.id for words in OWN_OFFICE)
        )
        if values:
            found[name] = values
    return found


def _steps(survey: Survey, name: str, values: frozenset[str]) -> Iterator[Advise]:
    """Return the advice that such an answer may lead to."""
    steps = survey.knowledge.steps
    asking = [s for s in survey.graph.order if getattr(steps[s], "fact", "") == name]
    below = reach(survey.graph.after, asking)
    states = explore(survey.ground, frozenset((name,)))
    for step_id in survey.graph.order:
        step = steps[step_id]
        if step_id in below and isinstance(step, Advise):
            for state in states.at.get(step_id, ()):
                if values & set(spread(survey.values, state, name)):
                    yield step
                    break


def _places(knowledge: Knowledge, step: Advise) -> Iterator[Place]:
    """Return where the texts of a step and of the remedies it advises stand."""
    yield step.place
    yield from (note.place for note in (*step.notes, *step.bring, *step.unhappy))
    for one in step.advised:
        remedy = knowledge.remedies[one.remedy]
        yield from (one.place, remedy.place)
        notes = (*remedy.how, *remedy.duration, *remedy.fee)
        yield from (note.place for note in notes)
        yield from (following.place for following in remedy.next)


def _may_hold(when: When, name: str, values: frozenset[str]) -> bool:
    return all(values & (some - {UNSURE}) for tested, some in when if tested == name)


def _sends_here(text: str) -> bool:
    return any(words in text for words in HAND_IN_HERE)


def _problem(text: Text) -> Problem:
    found = next(words for words in HAND_IN_HERE if words in text.text)
    what = f"反映的就是本单位，却让人交到“{found}”：{text.text}"
    return error(text.place, "own-office", what, "改成交给上一级或纪检监察机关。")
