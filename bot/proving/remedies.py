"""Prove the remedies: agency, source, time limit, and that some way leads to each."""

from collections.abc import Iterator

from bot.core.knowledge import Advise, AgencyRule, Knowledge, Place, Problem, Remedy
from bot.proving.finding import error, warning
from bot.proving.survey import Survey


def check_remedies(survey: Survey) -> Iterator[Problem]:
    """Return what a remedy lacks to be advised."""
    knowledge = survey.knowledge
    used = _advised(survey)
    named = {
        name
        for remedy in knowledge.remedies.values()
        for name in (
            *(one.remedy for one in remedy.next),
            *(one.remedy for one in remedy.first),
        )
    }
    for name, remedy in knowledge.remedies.items():
        yield from _lacking(remedy)
        yield from _agencies(knowledge, name, remedy.agencies)
        yield from _pointing(remedy)
        if name not in used | named:
            what = f"没有一条路给出“{name}”这条途径。"
            right = "在该用它的指引里列上；用不着就删掉。"
            yield warning(remedy.place, "remedy-unused", what, right)
    yield from _overrides(survey)


def _advised(survey: Survey) -> set[str]:
    steps = (survey.knowledge.steps[name] for name in survey.graph.reached)
    return {
        advised.remedy
        for step in steps
        if isinstance(step, Advise)
        for advised in step.advised
    }


def _lacking(remedy: Remedy) -> Iterator[Problem]:
    name, place = remedy.name, remedy.place
    if not remedy.agencies:
        what = f"途径“{name}”没写由哪个部门收。"
        yield error(place, "no-agency", what, "写上 agency。")
    if not remedy.basis:
        what = f"途径“{name}”没写依据。"
        yield error(place, "no-basis", what, "写上 basis: [法律名 条号]。")
    if not remedy.limits and not remedy.no_limit:
        what = f"途径“{name}”既没写期限，也没说明为什么没有期限。"
        yield error(place, "no-limit", what, "写上 limits，或者用 no_limit 说明。")
    if remedy.limits and remedy.no_limit:
        what = f"途径“{name}”又写了期限，又说没有期限。"
        yield error(place, "no-limit", what, "limits 和 no_limit 只留一个。")


def _agencies(
    knowledge: Knowledge, name: str, rules: tuple[AgencyRule, ...]
) -> Iterator[Problem]:
    """Tell agency rules that leave a case without an agency, or come too late."""
    if rules and rules[-1].when:
        what = f"“{name}”的部门规则没有兜底，条件都不成立时不知道找谁。"
        yield error(rules[-1].place, "agency-gap", what, "最后一条不写 when。")
    for number, rule in enumerate(rules[:-1], 1):
        if not rule.when:
            what = f"“{name}”这条部门规则没有条件，后面{len(rules) - number}条轮不到。"
            yield error(rule.place, "shadowed", what, "把不带 when 的放在最后。")
    for rule in rules:
        for agency in dict.fromkeys((rule.accepts, rule.decides)):
            if agency not in knowledge.agencies:
                yield _unknown(rule.place, agency)


def _unknown(place: Place, agency: str) -> Problem:
    what = f"部门“{agency}”不在 agencies.yaml 里。"
    return error(place, "unknown-agency", what, "改成已有的部门名，或者补上它。")


def _pointing(remedy: Remedy) -> Iterator[Problem]:
    """Tell a remedy that points at itself."""
    for first in remedy.first:
        if first.remedy == remedy.name:
            what = f"“{remedy.name}”把自己写成了自己的前置。"
            yield error(first.place, "self-reference", what, "写上真正要先走的途径。")
    if remedy.name in remedy.excludes:
        what = f"“{remedy.name}”把自己写成了自己的二选一。"
        yield error(remedy.place, "self-reference", what, "从 excludes 里去掉自己。")


def _overrides(survey: Survey) -> Iterator[Problem]:
    for step in survey.knowledge.steps.values():
        if isinstance(step, Advise):
            for advised in step.advised:
                yield from _agencies(survey.knowledge, advised.remedy, advised.agencies)
    for matter in survey.knowledge.matters.values():
        for agency in (matter.agency, matter.second_agency):
            if agency and agency not in survey.knowledge.agencies:
                yield _unknown(matter.place, agency)
