"""Tell what differs beside the map: offices, numbers, days, laws; and mere words."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar

from rapidfuzz.process import extractOne

from bot.core.knowledge import Guide, Knowledge, Law, Region
from bot.proving.changes import Aspect, Reworded
from bot.proving.texts import texts

T = TypeVar("T")
NONE, THERE = "没有", "有"
ALIKE = 30
"""Likeness of two texts, of 100, from which one is told as the other reworded."""


def besides(old: Knowledge, new: Knowledge) -> Iterator[Aspect]:
    """Return what came, went or changed among the things that cards name."""
    yield from _came_and_went("事项", old.matters, new.matters)
    yield from _came_and_went("问题", old.questions, new.questions)
    yield from _came_and_went("途径", old.remedies, new.remedies)
    yield from _options(old, new)
    yield from _changed("部门", old.agencies, new.agencies)
    yield from _changed("热线", old.hotlines, new.hotlines)
    yield from _changed("文书", old.documents, new.documents)
    yield from _changed("放假安排", old.years, new.years)
    yield from _changed("地区", _regions(old), _regions(new))
    yield from _changed("法律的效力", _currency(old), _currency(new))
    yield from _changed("谁审过", _reviews(old), _reviews(new))


def reworded(old: Knowledge, new: Knowledge) -> Iterator[Reworded]:
    """Return the texts that read otherwise, each old one beside its new one, once."""
    return iter(dict.fromkeys(_reworded(old, new)))


def _reworded(old: Knowledge, new: Knowledge) -> Iterator[Reworded]:
    before, after = Counter(_by_file(old)), Counter(_by_file(new))
    places = {(t.place.file, t.text): t.place for k in (old, new) for t in texts(k)}
    gone = list((before - after).elements())
    for file, text in (after - before).elements():
        here = [other for other_file, other in gone if other_file == file]
        found = extractOne(text, here, score_cutoff=ALIKE)
        was = found[0] if found else ""
        if found:
            gone.remove((file, was))
        yield Reworded(was, text, places[file, text])
    for key in gone:
        yield Reworded(key[1], "", places[key])


def _by_file(knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    """Return the texts by their files; where in a file one stands does not matter."""
    return ((text.place.file, text.text) for text in texts(knowledge))


def _came_and_went(
    kind: str, before: Mapping[str, object], after: Mapping[str, object]
) -> Iterator[Aspect]:
    for name in before:
        if name not in after:
            yield Aspect(f"{kind}“{name}”", THERE, NONE)
    for name in after:
        if name not in before:
            yield Aspect(f"{kind}“{name}”", NONE, "新加的")


def _options(old: Knowledge, new: Knowledge) -> Iterator[Aspect]:
    for name, question in new.questions.items():
        was = old.questions.get(name)
        if was is not None:
            before = {option.id: option.most for option in was.options}
            after = {option.id: option.most for option in question.options}
            kind = f"问题“{name}”的选项"
            yield from _came_and_went(kind, before, after)
            for option in before.keys() & after.keys():
                if before[option] != after[option]:
                    title = f"{kind}“{option}”的上限"
                    yield Aspect(title, str(before[option]), str(after[option]))


def _changed(
    kind: str, before: Mapping[T, object], after: Mapping[T, object]
) -> Iterator[Aspect]:
    """Tell things that changed alike in one line."""
    alike: dict[tuple[str, str], list[str]] = {}
    for name in {**before, **after}:
        old, new = before.get(name), after.get(name)
        if old != new:
            pair = _short(old, new), _short(new, old)
            alike.setdefault(pair, []).append(f"“{name}”")
    for (old_said, new_said), names in alike.items():
        yield Aspect(kind + "".join(names), old_said, new_said)


def _short(one: object, other: object) -> str:
    """Return the parts of a thing in which it differs from the other."""
    if one is None or other is None:
        return NONE if one is None else THERE
    names = (name for name in getattr(one, "__slots__", ()) if name != "place")
    parts = (
        _part(getattr(one, name))
        for name in names
        if getattr(one, name) != getattr(other, name)
    )
    return "，".join(parts)


def _part(value: object) -> str:
    """Return a plain value as it is, of many the plain ones or how many."""
    if isinstance(value, str | int | date) or value is None:
        return str(value) if value not in ("", None) else NONE
    many = tuple(value) if isinstance(value, tuple | frozenset) else (value,)
    words = "、".join(one for one in many if isinstance(one, str))
    return words or (f"{len(many)}项" if many else NONE)


def _regions(knowledge: Knowledge) -> dict[str, Region]:
    return {name: replace(one, notes=()) for name, one in knowledge.regions.items()}


def _reviews(knowledge: Knowledge) -> dict[str, Guide]:
    return {name: replace(one, matters=()) for name, one in knowledge.guides.items()}


def _currency(knowledge: Knowledge) -> dict[str, Law]:
    """Return what cards say of a law; which of its articles are held is no part."""
    return {
        name: replace(law, articles=(), as_of=None)
        for name, law in knowledge.laws.items()
    }
