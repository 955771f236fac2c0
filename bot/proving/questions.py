"""Prove the questions: each changes something, none comes twice on one way."""

from collections.abc import Iterator

from bot.core.answers import plain
from bot.core.knowledge import Ask, Knowledge, Problem, Question
from bot.proving.finding import warning
from bot.proving.liveness import advice_names
from bot.proving.survey import Survey


def check_questions(survey: Survey) -> Iterator[Problem]:
    """Return questions that nobody asks, that change nothing, that come twice."""
    asking: dict[str, list[Ask]] = {}
    for step in survey.knowledge.steps.values():
        if isinstance(step, Ask) and step.fact:
            asking.setdefault(step.fact, []).append(step)
    read = _read_below(survey)
    for name, question in survey.knowledge.questions.items():
        steps = [s for s in asking.get(name, ()) if s.id in survey.graph.reached]
        if name not in asking:
            what = f"没有一步问“{name}”。"
            yield warning(question.place, "question-unused", what, "用上它，或者删掉。")
        elif steps and not any(name in read[step.id] for step in steps):
            yield from _idle(question, steps[0])
    yield from _twice(survey, asking)


def _idle(question: Question, step: Ask) -> Iterator[Problem]:
    if question.kind != "place":
        what = f"问了“{question.name}”，怎么答结果都一样。"
        yield warning(step.place, "idle-question", what, "删掉这一问，或者用上回答。")


def _read_below(survey: Survey) -> dict[str, frozenset[str]]:
    """Return for every step the facts that change something from there on."""
    found: dict[str, frozenset[str]] = {}
    for name in reversed(survey.graph.order):
        reads = _own_reads(survey, name)
        below = (found.get(go, frozenset()) for go in survey.graph.after[name])
        found[name] = reads.union(*below)
    return found


def _own_reads(survey: Survey, name: str) -> frozenset[str]:
    step = survey.knowledge.steps[name]
    names = set(advice_names(survey.knowledge, step))
    if isinstance(step, Ask) and len({branch.go for branch in step.branches}) > 1:
        names.update(tested for branch in step.branches for tested, _ in branch.when)
    return frozenset(names).union(*(survey.values.behind(name) for name in names))


def _twice(survey: Survey, asking: dict[str, list[Ask]]) -> Iterator[Problem]:
    """Tell two questions in the same words where one follows the other."""
    same: dict[str, list[str]] = {}
    for name in asking:
        question = survey.knowledge.questions.get(name)
        if question is not None:
            same.setdefault(plain(question.ask), []).append(name)
    for names in same.values():
        for name in names:
            for other in names:
                if name != other and _follows(survey, asking[name], asking[other]):
                    yield _twin(survey.knowledge, name, other)


def _follows(survey: Survey, steps: list[Ask], later: list[Ask]) -> bool:
    ids = {step.id for step in steps}
    return any(survey.graph.above(step.id) & ids for step in later)


def _twin(knowledge: Knowledge, name: str, other: str) -> Problem:
    what = f"同一条路上先问“{name}”，又用一样的话问“{other}”。"
    right = "合成一个问题，写在 questions.yaml，两处都用它的名字。"
    return warning(knowledge.questions[other].place, "asked-twice", what, right)
