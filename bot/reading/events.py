"""Read the events of libyaml into nodes; whatever YAML adds to plain words is refused.

The tree is built from events, not composed: composing on the C loader dies on
100 KB of `[`.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from bot.reading.nodes import Mapping, Mark, Node, Scalar, Sequence
from bot.reading.sources import Found, Source

if TYPE_CHECKING:
    from yaml import error
    from yaml._yaml import Mark as CMark

    Spot = error.Mark | CMark


@dataclass(frozen=True, slots=True)
class Limits:
    """Bound what a file of words can be; more is a mistake or an attack."""

    depth: int = 24
    nodes: int = 120_000
    characters: int = 8000


LIMITS = Limits()


class MissingLibraryError(RuntimeError):
    """Tell that PyYAML was installed without libyaml."""


@dataclass(frozen=True, slots=True)
class SyntaxFault:
    """Keep where libyaml gave up, what it said, and where that began."""

    mark: Mark
    said: str
    began: Mark | None = None
    context: str = ""


@dataclass(frozen=True, slots=True)
class Tree:
    """Hold what was read of a file: its root, findings, and where reading broke off."""

    root: Node | None
    found: tuple[Found, ...] = ()
    fault: SyntaxFault | None = None


def read_tree(source: Source, limits: Limits = LIMITS) -> Tree:
    """Return the node tree of a source.

    Raises: MissingLibraryError when libyaml is not there.
    """
    loader = getattr(yaml, "CSafeLoader", None)
    if loader is None:
        raise MissingLibraryError(
            "这台机器的 PyYAML 没有带 libyaml，读不了资料；"
            "请重装 PyYAML 的二进制包，或先装 libyaml 再装 PyYAML。"
        )
    reader = _Reader(limits)
    fault = None
    try:
        for event in yaml.parse(source.text, Loader=loader):
            reader.take(event)
    except _TooMuchError:
        pass
    except yaml.YAMLError as error:
        fault = _fault(error)
    root = reader.root if fault is None and not reader.stopped else None
    return Tree(root, tuple(reader.found), fault)


class _TooMuchError(Exception):
    """Stop reading: what follows is no file of words."""


class _Open:
    """Keep a list or map that is not closed yet."""

    def __init__(self, event: Event | None) -> None:
        self.map = isinstance(event, MappingStartEvent)
        self.start = _mark(event.start_mark if event else None)
        self.flow = bool(getattr(event, "flow_style", False))
        self.items: list[Node] = []
        self.keys: dict[str, Scalar] = {}
        self.entries: list[tuple[Scalar, Node]] = []
        self.key: Scalar | None = None
        self.skips = False
        """Whether the value that comes belongs to a key that was refused."""

    def closed(self, end: Mark) -> Node:
        if self.map:
            return Mapping(tuple(self.entries), self.start, end, self.flow)
        return Sequence(tuple(self.items), self.start, end, self.flow)


class _Reader:
    """Keep what was read so far."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.stack = [_Open(None)]
        self.found: list[Found] = []
        self.documents = self.nodes = 0
        self.stopped = False

    @property
    def root(self) -> Node | None:
        items = self.stack[0].items
        return items[0] if items else None

    def take(self, event: Event) -> None:
        if type(event) is ScalarEvent:
            self._decorated(event)
            self._put(self._scalar(event), event)
        elif isinstance(event, MappingStartEvent | SequenceStartEvent):
            self._decorated(event)
            self._open(event)
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            self._put(self.stack.pop().closed(_mark(event.end_mark)), event)
        elif isinstance(event, AliasEvent):
            what = f"不能用“*{event.anchor}”引用别处"
            self._tell(event, "alias", what, "把内容直接写在这里")
            mark = _mark(event.start_mark)
            self._put(Scalar("", mark, mark), event)
        elif isinstance(event, DocumentStartEvent):
            self._document(event)

    def _document(self, event: Event) -> None:
        self.documents += 1
        if self.documents > 1:
            what = "一个文件里写了第二份内容（“---”后面又开始一份）"
            self._stop(event, "second-document", what, "一个文件只写一份，删掉“---”")

    def _decorated(self, event: Event) -> None:
        self.nodes += 1
        if self.nodes > self.limits.nodes:
            what = f"一个文件里的内容超过{self.limits.nodes}项"
            self._stop(event, "too-many", what, "拆成几个文件")
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if anchor:
            what = f"不能用“&{anchor}”起名"
            self._tell(event, "anchor", what, "整段文字以“&”开头时，给它加上引号")
        if tag:
            what = "不能用“!”标明类型"
            self._tell(event, "tag", what, "整段文字以“!”开头时，给它加上引号")

    def _scalar(self, event: ScalarEvent) -> Scalar:
        text = str(event.value)
        if len(text) > self.limits.characters:
            what = f"这段文字有{len(text)}字，超过{self.limits.characters}字"
            self._tell(event, "too-long", what, "拆短，或检查引号有没有收尾")
        style = event.style or ""
        return Scalar(text, _mark(event.start_mark), _mark(event.end_mark), style)

    def _open(self, event: Event) -> None:
        if len(self.stack) > self.limits.depth:
            what = f"一层套一层超过{self.limits.depth}层"
            self._stop(event, "too-deep", what, "检查缩进和括号")
        self.stack.append(_Open(event))

    def _put(self, node: Node, event: Event) -> None:
        top = self.stack[-1]
        if not top.map:
            top.items.append(node)
        elif top.key is None:
            top.key = self._key(top, node, event)
        else:
            if not top.skips:
                top.entries.append((top.key, node))
            top.key, top.skips = None, False

    def _key(self, top: _Open, node: Node, event: Event) -> Scalar:
        if not isinstance(node, Scalar):
            top.skips = True
            what = "键只能是一个名字，这里却是一组内容"
            right = "检查这里的括号；文字里的花括号、方括号要加引号"
            self.found.append(Found(node.start, "key", what, right))
            return Scalar("", node.start, node.start)
        first = top.keys.setdefault(node.text, node)
        if node.text == "<<":
            top.skips = True
            self._tell(event, "merge", "不能用“<<”合并别处的内容", "把内容直接写在这里")
        elif first is not node and not (node.empty and first.empty):
            top.skips = True
            what = f"“{node.text}”写了两次，第一次在第{first.start.line}行"
            self._tell(event, "doubled-key", what, "合成一处，或改一个名字")
        return node

    def _tell(self, event: Event, rule: str, what: str, right: str) -> None:
        self.found.append(Found(_mark(event.start_mark), rule, what, right))

    def _stop(self, event: Event, rule: str, what: str, right: str) -> None:
        self._tell(event, rule, what, right)
        self.stopped = True
        raise _TooMuchError


def _mark(mark: "Spot | None") -> Mark:
    """Return a mark of libyaml counted from 1: the one place where it is done."""
    return Mark(1, 1) if mark is None else Mark(mark.line + 1, mark.column + 1)


def _fault(error: yaml.YAMLError) -> SyntaxFault:
    at = getattr(error, "problem_mark", None)
    began = getattr(error, "context_mark", None)
    return SyntaxFault(
        _mark(at),
        str(getattr(error, "problem", None) or getattr(error, "reason", error)),
        _mark(began) if began is not None else None,
        str(getattr(error, "context", None) or ""),
    )
