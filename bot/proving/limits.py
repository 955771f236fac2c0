"""Prove the time limits: whose, from which day, for which years, by which article."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from bot.core.knowledge import (
    ALWAYS,
    Advise,
    Ask,
    Limit,
    Problem,
    Remedy,
    Validity,
    When,
)
from bot.proving.branches import when_text
from bot.proving.finding import error, warning
from bot.proving.survey import Survey
from bot.proving.values import day_questions, events_of

WHO = ("您", "部门", "单位")
"""Whom a time limit may bind."""
YOU = "您"
ONE_DAY = timedelta(days=1)


def check_limits(survey: Survey) -> Iterator[Problem]:
    """Return what a time limit lacks to be counted."""
    givers = day_questions(survey.knowledge)
    asked = _asked_above(survey)
    for remedy in survey.knowledge.remedies.values():
        for limit in remedy.limits:
            yield from _lacking(limit)
            yield from _starts(limit, givers, advised=remedy.name in asked)
        yield from _periods(remedy)
        yield from _defaults(remedy)
        yield from _never_asked(remedy, givers, asked)


def _lacking(limit: Limit) -> Iterator[Problem]:
    clock, place = limit.clock, limit.place
    if limit.who not in WHO:
        what = f"期限“{clock}”没写清是谁的期限：{limit.who or '（空）'}。"
        yield error(place, "limit-who", what, f"who 写{'、'.join(WHO)}之一。")
    if not limit.starts:
        what = f"期限“{clock}”没写从哪天起算。"
        yield error(place, "limit-start", what, "from 写上事件，例如 [received]。")
    if limit.length.amount <= 0:
        what = f"期限“{clock}”的长度是{limit.length.amount}。"
        yield error(place, "limit-length", what, "length 写大于0的数。")
    if limit.cap is not None and limit.cap.length.amount <= 0:
        what = f"期限“{clock}”的最长期限是{limit.cap.length.amount}。"
        yield error(place, "limit-length", what, "cap 的 length 写大于0的数。")
    if not limit.basis:
        what = f"期限“{clock}”没写依据。"
        yield error(place, "no-basis", what, "写上 basis: [法律名 条号]。")


def _starts(
    limit: Limit, givers: dict[str, tuple[str, ...]], *, advised: bool
) -> Iterator[Problem]:
    """Tell events that no question about a day gives."""
    questions = {name for names in givers.values() for name in names}
    for event in dict.fromkeys(events_of(limit)):
        if event in givers:
            continue
        what = f"期限“{limit.clock}”要从“{event}”起算，可是没有一个问日子的问题给出它。"
        right = f"改成：{'、'.join(sorted(set(givers) - questions))}之一。"
        counted = any(start in givers for start in limit.starts)
        tell = error if advised and not counted else warning
        yield tell(limit.place, "limit-start", what, right)


def _periods(remedy: Remedy) -> Iterator[Problem]:
    """Tell holes and overlaps between the years in which versions of a limit hold."""
    alike: dict[tuple[str, When], list[Limit]] = {}
    for limit in remedy.limits:
        alike.setdefault((limit.clock, limit.when), []).append(limit)
    for (clock, when), limits in alike.items():
        ordered = sorted(limits, key=lambda one: str(one.valid.start or ""))
        for one, other in pairwise(ordered):
            yield from _seam(clock, when, one, other)
    for limit in remedy.limits:
        if _backwards(limit.valid):
            what = f"期限“{limit.clock}”的 valid 终点早于起点。"
            yield error(limit.place, "valid-backwards", what, "from 要早于 to。")
    if _backwards(remedy.valid):
        what = f"途径“{remedy.name}”的 valid 终点早于起点。"
        yield error(remedy.place, "valid-backwards", what, "from 要早于 to。")


def _backwards(valid: Validity) -> bool:
    return bool(valid.start and valid.end and valid.end < valid.start)


def _seam(clock: str, when: When, one: Limit, other: Limit) -> Iterator[Problem]:
    end, start = one.valid.end, other.valid.start
    name = f"“{clock}”（{when_text(when)}）" if when else f"“{clock}”"
    if end is None or start is None or start <= end:
        what = f"期限{name}有两条同时有效，分不清用哪一条。"
        right = "用 valid 把两条的日期接起来，或者给一条写 when。"
        yield error(other.place, "valid-overlap", what, right)
    elif start > end + ONE_DAY:
        what = f"期限{name}从{end + ONE_DAY}到{start - ONE_DAY}没有一条有效。"
        yield error(other.place, "valid-hole", what, f"from 改成{end + ONE_DAY}。")


def _defaults(remedy: Remedy) -> Iterator[Problem]:
    """Tell a clock that has no limit left when no condition holds."""
    by_clock: dict[str, list[Limit]] = {}
    for limit in remedy.limits:
        by_clock.setdefault(limit.clock, []).append(limit)
    for clock, limits in by_clock.items():
        always = [
            number
            for number, one in enumerate(limits)
            if not one.when and one.valid == ALWAYS
        ]
        if all(one.when for one in limits):
            what = f"期限“{clock}”每条都带条件，条件都不成立时就没有日子。"
            yield warning(limits[-1].place, "limit-gap", what, "最后一条不写 when。")
        for limit in limits[min(always, default=len(limits)) + 1 :]:
            what = f"期限“{clock}”前面已有不带条件的一条，这条轮不到。"
            yield error(limit.place, "shadowed", what, "把带 when 的移到前面。")


def _asked_above(survey: Survey) -> dict[str, set[str]]:
    """Return for every remedy the facts asked on some way to its advice."""
    found: dict[str, set[str]] = {}
    asked: dict[str, frozenset[str]] = {}
    for name in survey.graph.order:
        step = survey.knowledge.steps[name]
        above = (asked.get(b, frozenset()) for b in survey.graph.before[name])
        own = {step.fact} if isinstance(step, Ask) and step.fact else set[str]()
        asked[name] = frozenset(own).union(*above)
        if isinstance(step, Advise):
            for advised in step.advised:
                found.setdefault(advised.remedy, set()).update(asked[name])
    return found


def _never_asked(
    remedy: Remedy, givers: dict[str, tuple[str, ...]], asked: dict[str, set[str]]
) -> Iterator[Problem]:
    """Tell a citizen's limit whose day no way to its advice ever asks."""
    limits = [one for one in remedy.limits if one.who == YOU and one.starts]
    if remedy.name not in asked or not limits:
        return
    days = {d for one in limits for start in one.starts for d in givers.get(start, ())}
    if days and not days & asked[remedy.name]:
        what = f"给出“{remedy.name}”的路都没问过起算的日子，算不出最后一天。"
        right = f"在前面先问：{'、'.join(sorted(days))}之一。"
        yield warning(limits[0].place, "day-never-asked", what, right)
