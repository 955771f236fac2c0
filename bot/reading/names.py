"""Collect what the files define by name, and tell names that clash."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from bot.core.knowledge import PASSED, PENDING, UNSURE, Problem
from bot.core.reasons import EVENTS
from bot.reading.checking import Checked, Definition
from bot.reading.nearest import folded
from bot.reading.nodes import Mapping as Map
from bot.reading.nodes import Node, Scalar, Sequence
from bot.reading.sources import Found, problem

CLOCK_VALUES = (PENDING, PASSED, UNSURE)
DEFAULT_CLOCK = "期限"
"""A remedy's clock is called after it, with this at the end."""
GLOBAL = {
    "question": "问题",
    "matter": "事项",
    "remedy": "途径",
    "agency": "部门",
    "hotline": "电话",
    "document": "文书",
    "law": "法律",
    "region": "地区",
    "guide": "导引图",
    "room": "事项或路",
    "clock": "期限",
    "step": "步骤",
    "year": "年份",
    "term": "名词",
    "family": "安全词",
    "phrase": "用语",
}
"""Kinds of names of which there may be one each in the whole knowledge."""


@dataclass(slots=True)
class Names:
    """Hold every name by kind; questions also with the values they may have."""

    of: dict[str, dict[str, Definition]] = field(default_factory=dict)
    values: dict[str, tuple[str, ...] | None] = field(default_factory=dict)
    """Fact → the values it may be held against; None for any region."""
    kinds: dict[str, str] = field(default_factory=dict)
    """Question → its kind."""
    articles: dict[str, frozenset[str]] = field(default_factory=dict)
    """Law → its articles."""
    laws: dict[str, str] = field(default_factory=dict)
    """Law, as all ways of typing it agree on → its name."""
    was: dict[tuple[str, str], str] = field(default_factory=dict)
    """Kind and old name → the name now; options as `问题/选项`."""

    def known(self, kind: str) -> Mapping[str, Definition]:
        """Return the names of a kind."""
        return self.of.get(kind, {})


def collect(files: Iterable[Checked]) -> tuple[Names, tuple[Problem, ...]]:
    """Return all names and every clash."""
    names = Names()
    problems: list[Problem] = []
    for checked in files:
        for definition in (*checked.roots, *checked.defined):
            for one in _meant(definition):
                problems += _add(names, one)
    for definition in names.known("question").values():
        _question(names, definition)
    for name in names.known("clock"):
        names.values.setdefault(name, CLOCK_VALUES)
    problems += _clashes(names)
    return names, tuple(problems)


def text_at(node: Node | None, key: str) -> str:
    """Return the text of a key; nothing when there is none."""
    value = node.get(key) if isinstance(node, Map) else None
    return value.text if isinstance(value, Scalar) else ""


def texts_at(node: Node | None, key: str) -> tuple[Scalar, ...]:
    """Return the texts in the list of a key."""
    value = node.get(key) if isinstance(node, Map) else None
    items = value.items if isinstance(value, Sequence) else ()
    return tuple(item for item in items if isinstance(item, Scalar))


def _meant(definition: Definition) -> Iterator[Definition]:
    """Return a definition as the whole knowledge knows it, and what comes with it."""
    match definition.kind:
        case "step":
            name = f"{definition.room}/{definition.name}"
            yield _as(definition, "step", name)
            if text_at(definition.node, "ask"):
                yield _as(definition, "question", definition.name)
        case "matter" | "road":
            yield definition
            yield _as(definition, "room", definition.name)
        case "remedy":
            yield definition
            yield from _clocks(definition)
        case "option" | "article":
            return
        case _:
            yield definition


def _as(definition: Definition, kind: str, name: str) -> Definition:
    return Definition(
        kind,
        name,
        definition.key,
        definition.node,
        definition.source,
        definition.room,
    )


def _clocks(remedy: Definition) -> Iterator[Definition]:
    limits = remedy.node.get("limits") if isinstance(remedy.node, Map) else None
    items = limits.items if isinstance(limits, Sequence) else ()
    seen: set[str] = set()
    for limit in items:
        name = text_at(limit, "clock") or f"{remedy.name}{DEFAULT_CLOCK}"
        clock = limit.get("clock") if isinstance(limit, Map) else None
        if name not in seen:
            seen.add(name)
            key = clock if isinstance(clock, Scalar) else remedy.key
            yield Definition("clock", name, key, limit, remedy.source, remedy.name)


def _add(names: Names, definition: Definition) -> Iterator[Problem]:
    table = names.of.setdefault(definition.kind, {})
    first = table.setdefault(definition.name, definition)
    if first is not definition:
        yield _doubled(definition, first, GLOBAL.get(definition.kind, "名字"))
        return
    for old in texts_at(definition.node, "was"):
        names.was.setdefault((definition.kind, old.text), definition.name)
    if definition.kind == "law":
        _law(names, definition)


def _doubled(definition: Definition, first: Definition, title: str) -> Problem:
    place = first.source.place(first.key.start)
    what = f"{title}“{definition.name}”已经在 {place} 用过"
    found = Found(definition.key.start, "doubled-name", what, "换一个名字")
    return problem(definition.source, found)


def _law(names: Names, definition: Definition) -> None:
    articles = definition.node.get("articles") if isinstance(definition.node, Map) else 0
    numbers = [key.text for key, _ in articles.entries] if isinstance(articles, Map) else []
    names.articles[definition.name] = frozenset(numbers)
    names.laws.setdefault(folded(definition.name), definition.name)


def _question(names: Names, definition: Definition) -> None:
    node = definition.node
    kind = text_at(node, "kind") or "choice"
    names.kinds[definition.name] = kind
    if kind == "place":
        names.values[definition.name] = None
        return
    options = node.get("options") if isinstance(node, Map) else None
    entries = options.entries if isinstance(options, Map) else ()
    ids = tuple(key.text for key, _ in entries if key.text != UNSURE)
    names.values[definition.name] = (*ids, UNSURE)
    for key, option in entries:
        for old in texts_at(option, "was"):
            old_name = f"{definition.name}/{old.text}"
            names.was.setdefault(("option", old_name), key.text)


def _clashes(names: Names) -> Iterator[Problem]:
    """Tell names of one kind that stand for something else elsewhere."""
    for one, other in (("clock", "question"), ("question", "event")):
        for name, definition in names.known(one).items():
            first = names.known(other).get(name)
            if first is not None:
                yield _doubled(definition, first, GLOBAL[one])
    for name, definition in names.known("question").items():
        if name in EVENTS:
            what = f"“{name}”是日子的种类，不能当问题的名字"
            found = Found(definition.key.start, "name", what, "换一个名字")
            yield problem(definition.source, found)
    for (kind, old), now in names.was.items():
        definition = names.known(kind).get(old)
        if definition is not None and old != now:
            what = f"“{old}”还在用，又写成了“{now}”的旧名"
            found = Found(definition.key.start, "was", what, "删掉那个旧名，或换名字")
            yield problem(definition.source, found)
