"""Say what a talk ends in, as far as a citizen's way depends on it."""

from typing import TypeAlias

from bot.core.advice import Advice, Item, advise
from bot.core.citing import cite
from bot.core.knowledge import UNSURE, Ask, Enter, Knowledge
from bot.core.wording import plain_day
from bot.proving.changes import Aspect
from bot.proving.states import MATTER
from bot.proving.survey import Survey
from bot.proving.talks import Talk, play

NOTHING = "没有"
MOST_QUESTIONS = 30
"""Questions answered with 不清楚 to bring a talk to its end."""


Result: TypeAlias = tuple[tuple[str, tuple[str, ...]], ...]
"""The sides of an outcome by name, each with what it holds: 去处, 顺序, 日子 …"""
WHOLE = frozenset({"去处", "顺序"})
"""Sides that are told whole; of the others only what came and went is told."""


def result_of(survey: Survey, talk: Talk) -> Result | None:
    """Return what a talk ends in; None where it does not come to advice."""
    path = play(survey, talk)
    if path is None or path.here is not None:
        return None
    advice = advise(survey.knowledge, path, survey.today)
    first = advice.items[0] if advice.items else None
    return (
        ("去处", _where(first)),
        ("顺序", _order(advice)),
        ("日子", _days(advice)),
        ("材料", _papers(advice)),
        ("出处", _sources(survey.knowledge, advice)),
    )


def aspects(before: Result | None, after: Result | None) -> tuple[Aspect, ...]:
    """Return the sides in which two outcomes differ."""
    if before is None or after is None:
        here = tuple("走得到指引" if one else "走不到指引" for one in (before, after))
        return () if before is after else (Aspect("去处", *here),)
    return tuple(
        _aspect(name, old, new)
        for (name, old), (_, new) in zip(before, after, strict=True)
        if old != new
    )


def _aspect(name: str, old: tuple[str, ...], new: tuple[str, ...]) -> Aspect:
    if name in WHOLE:
        return Aspect(name, " → ".join(old) or NOTHING, " → ".join(new) or NOTHING)
    gone = "；".join(one for one in old if one not in new)
    come = "；".join(one for one in new if one not in old)
    return Aspect(name, gone or NOTHING, come or NOTHING)


def completed(talk: Talk, matter: str, *surveys: Survey) -> Talk:
    """Return a talk that every map brings to its end: what it lacks is 不清楚."""
    for _ in range(MOST_QUESTIONS):
        for survey in surveys:
            path = play(survey, talk)
            match path.here if path else None:
                case Ask(fact=fact):
                    talk = Talk((*talk.answers, (fact, UNSURE)))
                    break
                case Enter():
                    talk = Talk((*talk.answers, (MATTER, matter)))
                    break
        else:
            return talk
    return talk


def _where(first: Item | None) -> tuple[str, ...]:
    if first is None:
        return ()
    rule = first.agency
    who = f"{rule.accepts}收、{rule.decides}办" if rule else "没写部门"
    if rule and rule.accepts == rule.decides:
        who = rule.accepts
    place = f"，{first.place_rule}" if first.place_rule else ""
    return (f"{first.remedy.name}（{who}{place}）",)


def _order(advice: Advice) -> tuple[str, ...]:
    names = (f"{item.remedy.name}{_choose(item)}" for item in advice.items)
    return (*names, *(f"（{one.remedy.name}被挡住）" for one in advice.closed))


def _choose(item: Item) -> str:
    return f"（{item.choose}）" if item.choose else ""


def _days(advice: Advice) -> tuple[str, ...]:
    lines = []
    for item in advice.items:
        for one in (item.deadline, *item.watched):
            if one is not None:
                length = f"{one.limit.length.amount}{one.limit.length.unit}"
                days = f"{plain_day(one.act_by)}至{plain_day(one.surely_over)}"
                known = f"，{days}" if one.act_by else ""
                lines.append(f"{one.clock}{length}{known}")
    return tuple(lines)


def _papers(advice: Advice) -> tuple[str, ...]:
    papers = advice.items[0].remedy.papers if advice.items else ()
    return tuple(sorted({*advice.bring, *papers}))


def _sources(knowledge: Knowledge, advice: Advice) -> tuple[str, ...]:
    """Return each source with what rests on it: a reason, a limit, a note."""
    found = [(item.remedy.name, item.basis) for item in advice.items]
    found += [
        (one.clock, one.basis)
        for item in advice.items
        for one in (item.deadline, *item.watched)
        if one is not None
    ]
    found += [(one.remedy.name, one.block.basis) for one in advice.closed]
    found += [("提示", note.basis) for note in (*advice.notes, *advice.unhappy)]
    found += [(f"{i.remedy.name}的办法", n.basis) for i in advice.items for n in i.how]
    cited = {(name, cite(knowledge, (one,))) for name, basis in found for one in basis}
    return tuple(f"{name}{source}" for name, source in sorted(cited))
