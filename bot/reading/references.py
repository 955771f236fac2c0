"""Tell names that nothing defines, each with the nearest right one."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import groupby

from bot.core.knowledge import KNOWN, Problem
from bot.core.reasons import EVENTS
from bot.reading.checked import Checked, Condition, Use
from bot.reading.explaining import in_a_name
from bot.reading.names import Names
from bot.reading.nearest import folded, nearest
from bot.reading.nodes import Scalar
from bot.reading.sources import Found, Source, problem

TITLES = {
    "step": "步骤",
    "question": "问题",
    "fact": "问题或期限",
    "value": "选项",
    "matter": "事项",
    "remedy": "途径",
    "agency": "部门",
    "hotline": "电话",
    "document": "文书",
    "law": "法律",
    "article": "条",
    "region": "地区",
    "day": "问日子的问题",
    "clock": "期限",
    "start": "日子",
    "event": "日子的种类",
}
WHERE = {
    "agency": "agencies.yaml",
    "hotline": "hotlines.yaml",
    "document": "documents.yaml",
    "law": "laws/",
    "remedy": "remedies/",
    "question": "questions.yaml",
}
"""The file that a name must be added to when it is no slip."""
LOOKED_UP = {
    "fact": ("question", "remedy"),
    "value": ("question", "region"),
    "day": ("question",),
    "start": ("question",),
}
MOST_PLACES = 3
"""Further places named in a Problem; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Lost:
    """Keep a use of a name that nothing defines."""

    kind: str
    name: str
    source: Source
    scalar: Scalar
    right: str = ""
    mended: str = ""
    slip: Found | None = None


@dataclass(frozen=True, slots=True)
class Resolved:
    """Hold what is wrong with references, and how many broken files hide."""

    problems: tuple[Problem, ...]
    hidden: int


def resolve(
    files: Iterable[Checked], names: Names, broken: AbstractSet[str]
) -> Resolved:
    """Return a Problem for every name that nothing defines.

    `broken` are kinds whose files could not be read: what they may define is
    not told but counted.
    """
    lost = [one for checked in files for one in _lost(checked, names)]
    shown = [one for one in lost if one.slip or broken.isdisjoint(_of(one.kind))]
    told = [one for one in shown if one.source.touched.isdisjoint(_lines(one))]
    return Resolved(tuple(_problems(told, names)), len(lost) - len(shown))


def _of(kind: str) -> tuple[str, ...]:
    """Return the kinds of names among which a name of this kind is looked up."""
    return LOOKED_UP.get(kind, (kind,))


def _lines(lost: Lost) -> frozenset[int]:
    return frozenset((lost.scalar.start.line,))


def _lost(checked: Checked, names: Names) -> Iterator[Lost]:
    for use in checked.uses:
        yield from _of_use(use, names)
    for condition in checked.conditions:
        yield from _of_condition(condition, names)


# single names


def _of_use(use: Use, names: Names) -> Iterator[Lost]:
    match use.kind:
        case "step":
            yield from _step(use, names)
        case "law":
            yield from _law(use, names)
        case "day" | "start" | "event":
            yield from _day(use, names)
        case kind:
            known = names.known(kind)
            if use.scalar.text not in known:
                yield _found(use, kind, known, names)


def _step(use: Use, names: Names) -> Iterator[Lost]:
    steps, name = names.known("step"), use.scalar.text
    full = name if "/" in name else f"{use.room}/{name}"
    room = full.partition("/")[0]
    if full in steps and (room == use.room or room in names.known("road")):
        return
    own = [one.partition("/")[2] for one in steps if one.startswith(f"{use.room}/")]
    shared = [one for one in steps if one.partition("/")[0] in names.known("road")]
    yield _found(use, "step", shared if "/" in name else (*own, *shared), names)


def _law(use: Use, names: Names) -> Iterator[Lost]:
    law = names.laws.get(folded(use.scalar.text))
    if law is None:
        yield _found(use, "law", names.known("law"), names)
        return
    article = use.part.partition(".")[0]
    if article not in names.articles[law]:
        scalar = replace(use.scalar, text=f"{law} {article}")
        yield Lost("article", scalar.text, use.source, scalar)


def _day(use: Use, names: Names) -> Iterator[Lost]:
    name = use.scalar.text
    days = [one for one, kind in names.kinds.items() if kind == "day"]
    known = {"day": days, "event": list(EVENTS), "start": [*EVENTS, *days]}[use.kind]
    if name not in known:
        yield _found(use, use.kind, known, names)


# conditions


def _of_condition(condition: Condition, names: Names) -> Iterator[Lost]:
    fact, source = condition.fact, condition.source
    known = names.kinds if condition.told else names.values
    if fact.text not in known:
        use = Use("question" if condition.told else "fact", fact, source)
        yield _found(use, use.kind, known, names)
        return
    values = names.values[fact.text]
    if values == ():
        return
    if condition.told:
        values = tuple(one for one in values or () if one != KNOWN)
    allowed = names.known("region") if values is None else values
    for value in condition.values:
        if value.text not in allowed and (values is not None or value.text != "不清楚"):
            yield _found(
                Use("value", value, source, fact.text), "value", allowed, names
            )


def _found(use: Use, kind: str, known: Iterable[str], names: Names) -> Lost:
    known = tuple(known)
    name = use.scalar.text
    where = f"{use.room}/{name}" if kind == "value" else name
    old = names.was.get(("option", where) if kind == "value" else (kind, where))
    right = nearest(name, known) if old is None else old.now
    mended = _mended(use, right) if right else ""
    slip = in_a_name(use.source, use.scalar, frozenset(known))
    return Lost(kind, where, use.source, use.scalar, right, mended, slip)


def _mended(use: Use, right: str) -> str:
    text = f"{right} {use.part}" if use.part else right
    quote = use.scalar.style
    return use.source.mended(use.scalar, f"{quote}{text}{quote}")


# telling


def _problems(lost: list[Lost], names: Names) -> Iterator[Problem]:
    for one in lost:
        if one.slip is not None:
            yield problem(one.source, one.slip)
    rest = sorted((one for one in lost if one.slip is None), key=_name)
    for kind, group in groupby(rest, key=lambda one: one.kind):
        members = list(group)
        if kind in WHERE and not names.known(kind) and len(members) > 1:
            yield _nothing_there(kind, _in_order(members))
            continue
        for _, same in groupby(members, key=_name):
            yield _told(_in_order(list(same)))


def _name(lost: Lost) -> tuple[str, str]:
    return lost.kind, lost.name


def _in_order(lost: list[Lost]) -> list[Lost]:
    return sorted(lost, key=lambda one: one.source.place(one.scalar.start))


def _nothing_there(kind: str, lost: list[Lost]) -> Problem:
    what = f"资料里还没有写过任何{TITLES[kind]}，{len(lost)}处用到的都查不到"
    right = f"先在 {WHERE[kind]} 里写上"
    return problem(
        lost[0].source, Found(lost[0].scalar.start, f"unknown-{kind}", what, right)
    )


def _told(lost: list[Lost]) -> Problem:
    first = lost[0]
    what = f"没有叫“{first.name}”的{TITLES[first.kind]}"
    if first.kind == "value":
        fact, _, value = first.name.partition("/")
        what = f"“{fact}”没有“{value}”这个选项"
    elif first.kind == "article":
        law, _, article = first.name.rpartition(" ")
        what = f"“{law}”里没有登记第{article}条"
    found = Found(
        first.scalar.start,
        f"unknown-{first.kind}",
        what + _elsewhere(lost[1:]),
        _right(first),
        first.mended,
    )
    return problem(first.source, found)


def _right(lost: Lost) -> str:
    where = WHERE.get(lost.kind, "")
    if lost.kind == "article":
        return "把这一条写进 laws/ 里那部法律的 articles，或改条号"
    if lost.right:
        return f"是不是“{lost.right}”？"
    return f"先在 {where} 里写上它，或换一个名字" if where else "换一个已有的名字"


def _elsewhere(others: list[Lost]) -> str:
    if not others:
        return ""
    places = [str(one.source.place(one.scalar.start)) for one in others[:MOST_PLACES]]
    more = "等" if len(others) > MOST_PLACES else ""
    return f"（另有{len(others)}处：{'、'.join(places)}{more}）"
