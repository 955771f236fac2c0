"""Hold the nodes of a file against its shape; tell what does not fit."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from bot.reading.explaining import (
    cut_off,
    instead_of,
    long_way_round,
    unlisted,
)
from bot.reading.nearest import nearest
from bot.reading.nodes import Mapping, Node, Scalar, Sequence, is_null, kind_words
from bot.reading.shapes import (
    Cases,
    Key,
    Leaf,
    Many,
    Name,
    Named,
    Pairs,
    Record,
    Shape,
    Text,
    When,
)
from bot.reading.sources import Found, Source
from bot.reading.values import fault_of

BARRED = "/：，、｛｝【】［］"
"""Characters no name may hold: a slash joins names, the others are slips."""


@dataclass(frozen=True, slots=True)
class Use:
    """Keep a name that must be defined somewhere."""

    kind: str
    scalar: Scalar
    source: Source
    room: str = ""
    part: str = ""
    """What is needed of it: the article of a law."""


@dataclass(frozen=True, slots=True)
class Condition:
    """Keep a fact with the values it is held against."""

    fact: Scalar
    values: tuple[Scalar, ...]
    source: Source
    told: bool = False
    """Whether it tells the fact (so it must be a question) and does not test it."""


@dataclass(frozen=True, slots=True)
class Definition:
    """Keep a name where it is defined, with what stands under it."""

    kind: str
    name: str
    key: Scalar
    node: Node
    source: Source
    room: str = ""


@dataclass(slots=True)
class Checked:
    """Collect what a file holds and what is wrong there."""

    source: Source
    found: list[Found] = field(default_factory=list)
    defined: list[Definition] = field(default_factory=list)
    uses: list[Use] = field(default_factory=list)
    conditions: list[Condition] = field(default_factory=list)
    roots: list[Definition] = field(default_factory=list)
    """What the file as a whole defines: a law, a road, a guide, a region."""


def check(source: Source, node: Node, shape: Record) -> Checked:
    """Return everything that the root of a file says, and what is wrong there."""
    checking = _Checking(source)
    for kind in ("road", "guide", "law", "region"):
        name = node.get(kind) if isinstance(node, Mapping) else None
        if isinstance(name, Scalar) and kind in shape.keys:
            root = Definition(kind, name.text, name, node, source)
            checking.checked.roots.append(root)
            checking.room = name.text if kind == "road" else ""
    checking.visit(node, shape)
    return checking.checked


class _Checking:
    """Walk nodes and shapes side by side."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.checked = Checked(source)
        self.room = ""

    def visit(self, node: Node, shape: Shape) -> None:
        match shape:
            case Record():
                self._record(node, shape)
            case Named():
                self._named(node, shape)
            case Many():
                self._many(node, shape)
            case Cases():
                self._cases(node, shape)
            case Pairs() | When():
                self._pairs(node, shape)
            case _:
                self._leaf(node, shape)

    def _tell(self, *found: Found) -> None:
        self.checked.found += found

    # records

    def _record(self, node: Node, shape: Record) -> None:
        if not isinstance(node, Mapping):
            self._wrong(node, f"{shape.title}要写成一组“键: 值”", shape.keys)
            return
        found = list(self._keys(node, shape))
        self._tell(*found)
        for key, value in node.entries:
            known = shape.keys.get(key.text)
            if known is not None:
                self._value(key, value, known)
        if not found:
            for rule in shape.rules:
                self._tell(*rule(node))

    def _keys(self, node: Mapping, shape: Record) -> Iterator[Found]:
        """Tell unknown keys and missing ones; what a slip hides is not missing."""
        found = list(cut_off(self.source, node, shape.keys))
        told = {one.key for one in found}
        yield from (one.found for one in found)
        given = {key.text for key, _ in node.entries}
        missing = [
            name
            for name, key in shape.keys.items()
            if key.required and name not in given
        ]
        for key, _ in node.entries:
            if key.text not in shape.keys and key not in told:
                meant = nearest(key.text, shape.keys)
                missing = [name for name in missing if name != meant]
                yield self._unknown_key(key, shape, meant)
        if not found:
            yield from (_missing(node, shape, name) for name in missing)

    def _unknown_key(self, key: Scalar, shape: Record, meant: str) -> Found:
        what = f"{shape.title}里没有“{key.text}”这个键"
        right = f"是不是“{meant}”？" if meant else "可以写：" + "、".join(shape.keys)
        mended = self.source.mended(key, meant) if meant else ""
        return Found(key.start, "unknown-key", what, right, mended)

    def _value(self, key: Scalar, value: Node, known: Key) -> None:
        if not is_null(value):
            self.visit(value, known.shape)
        elif not known.nullable:
            what = f"“{key.text}”后面没有内容"
            right = f"写上{known.title}，或者整行删掉"
            self._tell(Found(key.start, "empty", what, right))

    # names

    def _named(self, node: Node, shape: Named) -> None:
        if not isinstance(node, Mapping):
            self._wrong(node, f"{shape.title}要写成“名字: 内容”，一个一行", None)
            return
        if len(node.entries) < shape.least:
            what, right = f"这里一个{shape.title}也没有", f"至少写一个{shape.title}"
            self._tell(Found(node.start, "empty", what, right))
        cut = list(cut_off(self.source, node, None))
        self._tell(*(one.found for one in cut))
        told = {one.key for one in cut}
        for key, value in node.entries:
            if key not in told:
                self._define(key, value, shape)

    def _define(self, key: Scalar, value: Node, shape: Named) -> None:
        barred = next((c for c in BARRED if c in key.text), "")
        if barred or not key.text.strip():
            what = f"{shape.title}的名字“{key.text}”里不能有“{barred}”"
            what = what if barred else f"{shape.title}没有名字"
            found = Found(key.start, "name", what, "换一个名字")
            self._tell(*instead_of(self.source, key, found))
        before = self.room
        self.room = key.text if shape.defines == "matter" else before
        self.checked.defined.append(
            Definition(shape.defines, key.text, key, value, self.source, self.room)
        )
        if not is_null(value):
            self.visit(value, shape.of)
        elif not isinstance(shape.of, Record) or _needs(shape.of):
            what, right = f"“{key.text}”后面没有内容", f"写上这个{shape.title}的内容"
            self._tell(Found(key.start, "empty", what, right))
        self.room = before

    # lists and choices

    def _many(self, node: Node, shape: Many) -> None:
        if not isinstance(node, Sequence):
            self._wrong(node, f"这里要写{shape.title}", None)
            return
        if len(node.items) < shape.least:
            found = Found(node.start, "empty", "列表是空的", f"写上{shape.title}")
            self._tell(found)
        if isinstance(shape.of, Text) and shape.of.short:
            self._tell(*unlisted(self.source, node))
        for item in node.items:
            self.visit(item, shape.of)
        for rule in shape.rules:
            self._tell(*rule(node))

    def _cases(self, node: Node, shape: Cases) -> None:
        match node:
            case Scalar() if shape.text is not None:
                self.visit(node, shape.text)
            case Sequence() if shape.items is not None:
                self.visit(node, shape.items)
            case Mapping() if shape.records:
                self.visit(node, _record_for(node, shape))
            case _:
                known = shape.records[-1][1].keys if shape.records else None
                self._wrong(node, f"{shape.title}的写法不对", known)

    # conditions

    def _pairs(self, node: Node, shape: Pairs | When) -> None:
        if not isinstance(node, Mapping):
            self._wrong(node, f"{shape.title}要写成 {{名字: 值}}", None)
            return
        cut = list(cut_off(self.source, node, None))
        self._tell(*(one.found for one in cut))
        told = {one.key for one in cut}
        for key, value in node.entries:
            if key in told:
                continue
            if is_null(value):
                what = f"“{key.text}”后面没有值"
                self._tell(Found(key.start, "empty", what, "写成 {名字: 值}"))
            elif isinstance(shape, When):
                self._condition(key, value, told=False)
            elif shape.key == Name("question", "问题"):
                self._condition(key, value, told=True)
            else:
                self._leaf(key, shape.key)
                self.visit(value, shape.value)

    def _condition(self, fact: Scalar, value: Node, *, told: bool) -> None:
        many = value.items if isinstance(value, Sequence) and not told else (value,)
        values = tuple(one for one in many if isinstance(one, Scalar))
        if len(values) < len(many) or not many:
            start = value.start
            what = f"“{fact.text}”的值写法不对"
            self._tell(Found(start, "wrong-kind", what, "写一个值，或 [值, 值]"))
            return
        self.checked.conditions.append(Condition(fact, values, self.source, told))

    # single values

    def _leaf(self, node: Node, leaf: Leaf) -> None:
        if not isinstance(node, Scalar):
            self._wrong(node, f"这里要写{leaf.title}", None)
            return
        if is_null(node) or not node.text.strip():
            self._tell(Found(node.start, "empty", "这里没有内容", f"写上{leaf.title}"))
            return
        slips = list(long_way_round(self.source, node))
        self._tell(*slips)
        if slips:
            return
        fault = fault_of(leaf, node.text)
        if fault is None:
            self._use(node, leaf)
            return
        mended = "" if fault.text is None else self.source.mended(node, fault.text)
        found = Found(node.start, fault.rule, fault.what, fault.right, mended)
        self._tell(*instead_of(self.source, node, found))

    def _use(self, node: Scalar, leaf: Leaf) -> None:
        if isinstance(leaf, Name):
            use = Use(leaf.of, node, self.source, self.room)
            self.checked.uses.append(use)
        elif leaf.title == "依据":
            law, _, article = node.text.partition(" ")
            use = Use("law", replace(node, text=law), self.source, part=article)
            self.checked.uses.append(use)

    def _wrong(self, node: Node, what: str, keys: object) -> None:
        words = f"{what}，这里却是{kind_words(node)}"
        found = Found(node.start, "wrong-kind", words)
        known = frozenset(keys) if isinstance(keys, dict) else frozenset[str]()
        self._tell(*instead_of(self.source, node, found, known))


def _needs(shape: Record) -> bool:
    return any(key.required for key in shape.keys.values())


def _missing(node: Mapping, shape: Record, name: str) -> Found:
    what = f"{shape.title}里缺少“{name}”（{shape.keys[name].title}）"
    right = shape.keys[name].note or f"补上 {name}: …"
    return Found(node.start, "missing-key", what, right)


def _record_for(node: Mapping, shape: Cases) -> Record:
    for mark, record in shape.records:
        if node.get(mark) is not None:
            return record
    keys = {key.text for key, _ in node.entries}
    return max(
        (record for _, record in reversed(shape.records)),
        key=lambda record: len(keys & record.keys.keys()),
    )
