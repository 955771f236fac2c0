"""Collect what the files define by name, and tell names that clash."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from rapidfuzz.distance import Levenshtein

from bot.core.knowledge import KNOWN, PASSED, PENDING, UNSURE, Problem
from bot.core.reasons import EVENTS
from bot.reading.checked import Checked, Definition
from bot.reading.nearest import folded
from bot.reading.nodes import Mapping as Map
from bot.reading.nodes import Node, Scalar, Sequence
from bot.reading.sources import Found, Source, problem

CLOCK_VALUES = (PENDING, PASSED, UNSURE)
DEFAULT_CLOCK = "期限"
"""A remedy's clock is called after it, with this at the end."""
GLOBAL = {
    "question": "问题",
    "matter": "事项",
    "remedy": "途径",
    "agency": "部门",
    "hotline": "电话",
    "online": "线上入口",
    "right": "权利",
    "document": "文书",
    "letter": "材料",
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


@dataclass(frozen=True, slots=True)
class Old:
    """Keep an old name where it stands, and the name now."""

    now: str
    scalar: Scalar
    source: Source


@dataclass(slots=True)
class Names:
    """Hold every name by kind; questions also with the values they may have."""

    of: dict[str, dict[str, Definition]] = field(default_factory=dict)
    values: dict[str, tuple[str, ...] | None] = field(default_factory=dict)
    """Fact → the values it may be held against; None for any region, nothing where
    the options could not be read."""
    kinds: dict[str, str] = field(default_factory=dict)
    """Question → its kind."""
    articles: dict[str, frozenset[str]] = field(default_factory=dict)
    """Law → its articles."""
    laws: dict[str, str] = field(default_factory=dict)
    """Law, as all ways of typing it agree on → its name."""
    was: dict[tuple[str, str], Old] = field(default_factory=dict)
    """Kind and old name → what it is called now; options as `问题/选项`."""

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
            if _asks(definition.node):
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


def _asks(node: Node) -> bool:
    """Return whether a step asks a question, be its key mistyped."""
    keys = ("ask", "options", "unsure")
    return isinstance(node, Map) and any(node.get(key) is not None for key in keys)


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
        was = Old(definition.name, old, definition.source)
        names.was.setdefault((definition.kind, old.text), was)
    if definition.kind == "law":
        _law(names, definition)


def _doubled(definition: Definition, first: Definition, title: str) -> Problem:
    place = first.source.place(first.key.start)
    what = f"{title}“{definition.name}”已经在 {place} 用过"
    found = Found(definition.key.start, "doubled-name", what, "换一个名字")
    return problem(definition.source, found)


def _law(names: Names, definition: Definition) -> None:
    articles = (
        definition.node.get("articles") if isinstance(definition.node, Map) else 0
    )
    numbers = (
        [key.text for key, _ in articles.entries] if isinstance(articles, Map) else []
    )
    names.articles[definition.name] = frozenset(numbers)
    names.laws.setdefault(folded(definition.name), definition.name)


def _question(names: Names, definition: Definition) -> None:
    node = definition.node
    kind = text_at(node, "kind") or "choice"
    names.kinds[definition.name] = kind
    options = node.get("options") if isinstance(node, Map) else None
    entries = options.entries if isinstance(options, Map) else ()
    if kind == "place":
        names.values[definition.name] = () if entries else None
        return
    ids = tuple(key.text for key, _ in entries if key.text != UNSURE)
    known = (KNOWN,) if kind == "day" else ids
    names.values[definition.name] = (*known, UNSURE) if known else ()
    for key, option in entries:
        for old in texts_at(option, "was"):
            was = Old(key.text, old, definition.source)
            names.was.setdefault(("option", f"{definition.name}/{old.text}"), was)


def _clashes(names: Names) -> Iterator[Problem]:
    """Tell names of one kind that stand for something else elsewhere."""
    for name, definition in names.known("clock").items():
        first = names.known("question").get(name)
        if first is not None:
            yield _doubled(definition, first, GLOBAL["clock"])
    for name, definition in names.known("question").items():
        if name in EVENTS:
            what = f"“{name}”是日子的种类，不能当问题的名字"
            found = Found(definition.key.start, "name", what, "换一个名字")
            yield problem(definition.source, found)
    yield from _old_and_used(names)
    yield from _almost_questions(names)


def _almost_questions(names: Names) -> Iterator[Problem]:
    """Warn of a step that only branches, named almost like a question."""
    questions = names.known("question")
    for definition in names.known("step").values():
        name = definition.name.partition("/")[2]
        if not isinstance(definition.node, Sequence) or name in questions:
            continue
        near = [one for one in questions if Levenshtein.distance(one, name) == 1]
        if near:
            what = f"步骤“{name}”不是问题的名字，这一步只看回答、不会问"
            right = f"要问就改成“{near[0]}”；不问就换一个不像的名字"
            found = Found(definition.key.start, "near-question", what, right)
            mended = definition.source.mended(definition.key, near[0])
            yield problem(
                definition.source,
                replace(found, mended=mended, severity="warning"),
            )


def _old_and_used(names: Names) -> Iterator[Problem]:
    for (kind, old), was in names.was.items():
        question, _, option = old.partition("/")
        used = old in names.known(kind) and was.now != old
        if kind == "option":
            used = option in (names.values.get(question) or ())
        if used:
            what = f"“{was.scalar.text}”还在用，不能又是“{was.now}”的旧名"
            found = Found(was.scalar.start, "was", what, "删掉这个旧名，或换名字")
            yield problem(was.source, found)
