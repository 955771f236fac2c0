"""Prove the shape of the map: all reached, no circle, every way ends in advice."""

from collections.abc import Iterator

from bot.core.knowledge import NOWHERE, Ask, Enter, Problem
from bot.proving.finding import error, listed
from bot.proving.graph import circles, first_ways, reach, ways
from bot.proving.survey import Survey

PETITION_ROAD = "信访/"
"""The road of the petition stages; entering a matter never leads into it."""


def check_shape(survey: Survey) -> Iterator[Problem]:
    """Return what is wrong with the graph of the map."""
    yield from _dangling(survey)
    yield from _circles(survey)
    yield from _unreached(survey)
    yield from _dead_ends(survey)
    yield from _entering(survey)
    yield from _petition(survey)


def _dangling(survey: Survey) -> Iterator[Problem]:
    steps = survey.knowledge.steps
    for step in steps.values():
        for go, place in ways(step):
            if go not in steps:
                yield error(
                    place, "dangling", f"“{go}”这一步不存在。", "改成已有步骤的名字。"
                )
    for matter in survey.knowledge.matters.values():
        if matter.first not in steps:
            what = f"事项“{matter.name}”没有第一步。"
            yield error(matter.place, "dangling", what, "给它写上 steps。")
    if survey.knowledge.start not in steps:
        what = f"开头的一步“{survey.knowledge.start}”不存在。"
        yield error(NOWHERE, "dangling", what, "给路线图写上第一步。")


def _circles(survey: Survey) -> Iterator[Problem]:
    """Tell each circle at the way that closes it."""
    for circle in circles(survey.graph.roads):
        closing = survey.knowledge.steps[circle[-1]]
        place = next(place for go, place in ways(closing) if go == circle[0])
        way = " → ".join((*circle, circle[0]))
        yield error(
            place,
            "circle",
            f"路绕成了一个圈：{way}。",
            "把这里的 go 改到圈外，每条路都要走到指引。",
        )


def _unreached(survey: Survey) -> Iterator[Problem]:
    """Tell the head of each group of steps that nothing leads to."""
    lost = {
        name: step
        for name, step in survey.knowledge.steps.items()
        if name not in survey.graph.reached
    }
    told: set[str] = set()
    heads = [n for n in lost if not any(b in lost for b in survey.graph.before[n])]
    for name in (*heads, *lost):
        if name in told:
            continue
        group = reach(survey.graph.roads, (name,)) & lost.keys()
        told |= group
        after = [step for step in lost if step in group and step != name]
        what = f"走不到“{name}”这一步。"
        if after:
            what += f"跟着走不到的还有：{listed(after)}。"
        right = "让某个选项或分支的 go 指到它；用不着就删掉。"
        yield error(lost[name].place, "unreached", what, right)


def _dead_ends(survey: Survey) -> Iterator[Problem]:
    for step in survey.knowledge.steps.values():
        if isinstance(step, Ask) and not step.branches:
            yield error(
                step.place,
                "dead-end",
                f"走到“{step.id}”就断了，没有去处。",
                "写上 go，每条路都要走到指引。",
            )


def _entering(survey: Survey) -> Iterator[Problem]:
    """Tell every way from a matter to a step that enters a matter."""
    steps = survey.knowledge.steps
    enters = {name for name, step in steps.items() if isinstance(step, Enter)}
    firsts = (matter.first for matter in survey.knowledge.matters.values())
    inside = reach(survey.graph.roads, firsts)
    for name in sorted(inside):
        for go, place in first_ways(steps[name]).items():
            if go in enters:
                what = f"事项走到了“{go}”，它又会进入事项。"
                yield error(
                    place, "enter", what, "enter 只放在路线图上，事项不要走到它。"
                )
    for name in sorted(enters & set(firsts)):
        what = "事项的第一步不能又是进入事项。"
        yield error(steps[name].place, "enter", what, "写上问题或指引。")


def _petition(survey: Survey) -> Iterator[Problem]:
    """Tell every way from a matter into the road of the petition stages."""
    firsts = (matter.first for matter in survey.knowledge.matters.values())
    inside = reach(survey.graph.roads, firsts)
    for name in sorted(inside):
        if name.startswith(PETITION_ROAD):
            continue
        for go, place in first_ways(survey.knowledge.steps[name]).items():
            if go.startswith(PETITION_ROAD):
                what = f"进入事项以后又走进了“{go}”。"
                right = "信访各阶段由路线图先问，事项里直接给出指引。"
                yield error(place, "enter-petition", what, right)
