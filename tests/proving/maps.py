"""Make small maps by hand for the parts of the proof."""

from datetime import date, timedelta

from bot.core.facts import Span
from bot.core.knowledge import (
    Advise,
    Advised,
    Ask,
    Branch,
    Knowledge,
    Length,
    Limit,
    Matter,
    Option,
    Question,
    Remedy,
    Step,
    When,
)

TODAY = date(2026, 11, 24)
LIMIT = Limit("甲期限", "您", Length(30, "日"), ("received",))
REMEDIES = {
    "甲": Remedy("甲", "A", "申请", limits=(LIMIT,)),
    "乙": Remedy("乙", "B", "申请", no_limit="没有期限。"),
}
DAY = Question("收到的日子", "哪一天收到的？", kind="day", event="received")


def a_day(ago: int) -> Span:
    """Return the day so many days ago."""
    day = TODAY - timedelta(days=ago)
    return Span(day, day)


def when(**facts: str) -> When:
    """Return a condition; several values are joined by a bar."""
    return tuple((name, frozenset(some.split("|"))) for name, some in facts.items())


def choice(name: str, *options: str) -> Question:
    """Return a question with these options."""
    return Question(name, f"{name}？", options=tuple(Option(o, o) for o in options))


def ask(step: str, fact: str, *branches: tuple[When, str]) -> Ask:
    """Return a step that asks; an empty fact only branches."""
    return Ask(step, fact, tuple(Branch(test, go) for test, go in branches))


def advise(step: str, *remedies: str, then: str | None = None) -> Advise:
    """Return a step that advises these remedies without a condition."""
    return Advise(step, tuple(Advised(name) for name in remedies), then=then)


def small_map(
    steps: tuple[Step, ...],
    questions: tuple[Question, ...],
    matters: tuple[Matter, ...] = (),
) -> Knowledge:
    """Return a map that starts at the first step."""
    return Knowledge(
        "1",
        steps[0].id,
        {step.id: step for step in steps},
        {question.name: question for question in questions},
        {matter.name: matter for matter in matters},
        {},
        REMEDIES,
        clocks={"甲期限": "甲"},
    )


def chain(count: int, unsure: str = "") -> Knowledge:
    """Return a map that asks so many questions in a row, in a matter of its own.

    With `unsure`, who is unsure is led to that step.
    """
    names = [f"问{number}" for number in range(count)]
    steps: list[Step] = []
    for name, following in zip(names, [*names[1:], "完"], strict=True):
        away = [(when(**{name: "不清楚"}), unsure)] if unsure else []
        steps.append(ask(f"事/{name}", name, *away, (when(), f"事/{following}")))
    return small_map(
        (*steps, advise("事/完", "乙")),
        tuple(choice(name, "甲", "乙") for name in names),
        (Matter("事", "域", "事/问0"),),
    )
