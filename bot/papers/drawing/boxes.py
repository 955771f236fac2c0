"""Make boxes of the steps of a room: what each says and where its rows lead."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from bot.core.knowledge import (
    UNSURE,
    Advise,
    Ask,
    Branch,
    Enter,
    Knowledge,
    Question,
    When,
)
from bot.core.offices import agency_name

Shape: TypeAlias = Literal["question", "branch", "advice", "enter", "elsewhere"]


@dataclass(frozen=True, slots=True)
class Row:
    """Hold one line of a box; `go` is the box it leads to, `family` its colour."""

    text: str
    go: str = ""
    family: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """Hold one box of a picture."""

    id: str
    shape: Shape
    title: str
    rows: tuple[Row, ...]

    @property
    def next(self) -> tuple[str, ...]:
        """Return the boxes this one leads to, in reading order."""
        return tuple(dict.fromkeys(row.go for row in self.rows if row.go))


def boxes_of(knowledge: Knowledge, first: str) -> dict[str, Box]:
    """Return the boxes of a room, from its first step on, in reading order."""
    room = first.partition("/")[0]
    boxes: dict[str, Box] = {}
    waiting = [first]
    while waiting:
        name = waiting.pop(0)
        if name in boxes:
            continue
        boxes[name] = _box(knowledge, room, name)
        waiting = [*boxes[name].next, *waiting]
    return boxes


def _box(knowledge: Knowledge, room: str, name: str) -> Box:
    if name.partition("/")[0] != room:
        other, _, step = name.partition("/")
        return Box(name, "elsewhere", f"接着看：{other}", (Row(step),))
    step_ = knowledge.steps[name]
    match step_:
        case Ask():
            return _asking(knowledge, step_)
        case Advise():
            return _advice(knowledge, step_)
        case Enter():
            return Box(name, "enter", "进入您的事项", (Row("看所属领域的导引图"),))


def _asking(knowledge: Knowledge, step: Ask) -> Box:
    question = knowledge.questions.get(step.fact)
    title = question.ask if question else "按前面的回答分路"
    rows = tuple(_rows(knowledge, step, question))
    return Box(step.id, "question" if question else "branch", title, rows)


def _rows(knowledge: Knowledge, step: Ask, question: Question | None) -> Iterator[Row]:
    """Yield a row for each way out; answers that lead the same way share one."""
    for branch in step.branches:
        yield Row(_condition(knowledge, branch, question), branch.go)


def _condition(knowledge: Knowledge, branch: Branch, question: Question | None) -> str:
    if not branch.when:
        only = question is not None and question.kind in ("day", "place")
        return "答了" if only else f"其余、{UNSURE}"
    return "；".join(
        _values(knowledge, when, alone=bool(question and when[0] == question.name))
        for when in branch.when
    )


def _values(
    knowledge: Knowledge, when: tuple[str, frozenset[str]], *, alone: bool
) -> str:
    name, allowed = when
    question = knowledge.questions.get(name)
    labels = {o.id: o.label for o in question.options} if question else {}
    order = [*labels, *sorted(allowed.difference(labels))]
    said = "、".join(labels.get(value, value) for value in order if value in allowed)
    label = (question.label or name) if question else name
    return said if alone else f"{label}：{said}"


def _advice(knowledge: Knowledge, step: Advise) -> Box:
    rows = []
    for number, advised in enumerate(step.advised, 1):
        remedy = knowledge.remedies[advised.remedy]
        rules = advised.agencies or remedy.agencies
        agency = agency_name(knowledge, rules[-1].accepts) if rules else ""
        only = f"（{_when(knowledge, advised.when)}）" if advised.when else ""
        text = f"{number}. {remedy.name}{only}" + (f"：{agency}" if agency else "")
        rows.append(Row(text, family=remedy.family))
    if step.then:
        rows.append(Row(f"然后：{step.then.partition('/')[2]}", step.then))
    title = step.choose or ("指引" if step.advised else "到这里为止")
    return Box(step.id, "advice", title, tuple(rows))


def _when(knowledge: Knowledge, when: When) -> str:
    return "；".join(_values(knowledge, one, alone=False) for one in when)
