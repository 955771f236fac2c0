"""Hold the nodes of a file against its shape; tell what does not fit."""

from dataclasses import replace
from functools import partial

from bot.reading.checked import Checked, Condition, Definition, Use
from bot.reading.chinese_keys import in_english
from bot.reading.explaining import (
    CutOff,
    cut_off,
    instead_of,
    long_way_round,
    unlisted,
)
from bot.reading.fitting import meant_by, misnamed, missing, named, unfit
from bot.reading.nodes import Mapping, Node, Scalar, Sequence, is_null
from bot.reading.shapes import (
    Cases,
    Cited,
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
from bot.reading.values import BLANK, fault_of

FILL = "换成您的话；用不着，就把这一行删掉"
ROOTS = ("road", "guide", "law", "region")
"""Keys whose text names the whole file."""


def check(source: Source, node: Node, shape: Record) -> Checked:
    """Return everything that the root of a file says, and what is wrong there."""
    checking = _Checking(source)
    for kind in ROOTS:
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
        """The matter or road whose steps are being read."""

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

    def _wrong(self, node: Node, shape: Shape) -> None:
        found = unfit(self.source, node, shape)
        self._tell(*instead_of(self.source, node, found))

    def _cut(self, node: Mapping, keys: Record | None) -> list[CutOff]:
        """Tell the keys that a slip made, and return them."""
        cut = list(cut_off(self.source, node, None if keys is None else keys.keys))
        self._tell(*dict.fromkeys(one.found for one in cut))
        return cut

    # records

    def _record(self, node: Node, shape: Record) -> None:
        if not isinstance(node, Mapping):
            self._wrong(node, shape)
            return
        self._keys(node, shape)
        for key, value in node.entries:
            known = shape.keys.get(key.text)
            if known is not None:
                self._value(key, value, known)
        for rule in shape.rules:
            self._tell(*rule(node))

    def _keys(self, node: Mapping, shape: Record) -> None:
        """Tell unknown keys and missing ones."""
        cut = {one.key for one in self._cut(node, shape)}
        given = {key.text for key, _ in node.entries}
        meant: set[str] = set()
        for key, _ in node.entries:
            if key.text not in shape.keys and key not in cut:
                self._tell(misnamed(self.source, key, shape, given))
                meant.add(meant_by(key, shape, given))
        self._tell(*missing(node, shape, given | meant))

    def _value(self, key: Scalar, value: Node, known: Key) -> None:
        nothing = is_null(value) or (isinstance(value, Scalar) and not value.text)
        if not nothing:
            self.visit(value, known.shape)
        elif not known.nullable:
            what = f"“{key.text}”后面没有内容"
            right = f"写上{known.title}，或者整行删掉"
            self._tell(Found(key.start, "empty", what, right))

    # names

    def _named(self, node: Node, shape: Named) -> None:
        if not isinstance(node, Mapping):
            self._wrong(node, shape)
            return
        if len(node.entries) < shape.least:
            what, right = f"这里一个{shape.title}也没有", f"至少写一个{shape.title}"
            self._tell(Found(node.start, "empty", what, right))
        cut = self._cut(node, None)
        for key, value in node.entries:
            if all(one.key != key for one in cut):
                self._define(key, value, shape)

    def _define(self, key: Scalar, value: Node, shape: Named) -> None:
        name, found = named(self.source, key, shape)
        if found is not None:
            allowed = partial(_nearly, shape.key)
            self._tell(*instead_of(self.source, key, found, allowed))
        before = self.room
        self.room = name if shape.defines == "matter" else before
        definition = Definition(shape.defines, name, key, value, self.source, self.room)
        self.checked.defined.append(definition)
        if not is_null(value):
            self.visit(value, shape.of)
        elif not isinstance(shape.of, Record) or shape.of.needs:
            what, right = f"“{key.text}”后面没有内容", f"写上这个{shape.title}的内容"
            self._tell(Found(key.start, "empty", what, right))
        self.room = before

    # lists and choices

    def _many(self, node: Node, shape: Many) -> None:
        if not isinstance(node, Sequence):
            self._wrong(node, shape)
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
                self._wrong(node, shape)

    # conditions

    def _pairs(self, node: Node, shape: Pairs | When) -> None:
        if not isinstance(node, Mapping):
            self._wrong(node, shape)
            return
        if not node.entries:
            self._tell(Found(node.start, "empty", "这里是空的", "写成 {名字: 值}"))
        cut = self._cut(node, None)
        for key, value in node.entries:
            if any(one.key == key for one in cut):
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
            what = f"“{fact.text}”的值写法不对"
            right = "写一个值" if told else "写一个值，或 [值, 值]"
            self._tell(Found(value.start, "wrong-kind", what, right))
            return
        self.checked.conditions.append(Condition(fact, values, self.source, told))

    # single values

    def _leaf(self, node: Node, leaf: Leaf) -> None:
        if not isinstance(node, Scalar):
            self._wrong(node, leaf)
            return
        if is_null(node) or not node.text.strip():
            self._tell(Found(node.start, "empty", "这里没有内容", f"写上{leaf.title}"))
            return
        if BLANK in node.text:
            self._tell(Found(node.start, "unfilled", "这里还没有填", FILL))
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
        self._tell(*instead_of(self.source, node, found, partial(_nearly, leaf)))

    def _use(self, node: Scalar, leaf: Leaf) -> None:
        if isinstance(leaf, Name):
            use = Use(leaf.of, node, self.source, self.room)
            self.checked.uses.append(use)
        elif isinstance(leaf, Cited):
            law, _, article = node.text.partition(" ")
            use = Use("law", replace(node, text=law), self.source, part=article)
            self.checked.uses.append(use)


def _nearly(leaf: Leaf, text: str) -> bool:
    """Return whether a text is such a value, or would be with a slip mended."""
    fault = fault_of(leaf, text)
    return fault is None or fault.text is not None


def _record_for(node: Mapping, shape: Cases) -> Record:
    """Return the record whose marking key stands there, or the one most like it."""
    keys = {key.text for key, _ in node.entries}
    for mark, record in shape.records:
        if any(mark in (key, in_english(key, record.keys)) for key in keys):
            return record
    records = [record for _, record in reversed(shape.records)]
    return max(records, key=lambda record: len(keys & record.keys.keys()))
