"""Check what no single key can: options fit their kind, the last branch is open."""

from collections.abc import Iterator

from bot.core.knowledge import UNSURE
from bot.reading.nodes import Mapping, Node, Scalar, Sequence
from bot.reading.sources import Found
from bot.reading.values import whole_of


def options_fit(node: Node) -> Iterator[Found]:
    """Tell options where none belong, and none where some belong."""
    assert isinstance(node, Mapping)
    kind, options = _kind(node), node.get("options")
    offers = kind in ("choice", "number")
    if offers and options is None:
        yield _at(node, "options", "这个问题没有选项", "写上 options，或写 kind: day")
    elif not offers and options is not None:
        right = f"kind: {kind} 的问题由群众自己说，删掉 options"
        yield _at(node, "options", "这种问题不写选项", right)
    elif isinstance(options, Mapping):
        yield from _options(options, kind)
    event = node.key("event")
    if event is not None and kind != "day":
        yield Found(event.start, "misplaced", "只有 kind: day 的问题才写 event", "删掉")


def ways_out(node: Node) -> Iterator[Found]:
    """Tell answers that lead nowhere."""
    assert isinstance(node, Mapping)
    options = node.get("options")
    if _kind(node) in ("day", "place"):
        if node.get("go") is None:
            yield _at(node, "go", "没有写回答以后去哪一步", "补上 go: 步骤名")
    elif node.key("go") is not None:
        yield _at(node, "go", "有选项的问题，go 写在每个选项里", "移到选项里")
    if isinstance(options, Mapping):
        for key, option in options.entries:
            if not isinstance(option, Mapping) or not (
                option.get("go") or option.get("show")
            ):
                what = f"选项“{key.text}”没有写去哪一步"
                yield Found(key.start, "no-way-on", what, "补上 go: 步骤名")


def last_is_open(node: Node) -> Iterator[Found]:
    """Tell a list of branches whose last one has a condition."""
    assert isinstance(node, Sequence)
    last = node.items[-1] if node.items else None
    if isinstance(last, Mapping) and last.get("when") is not None:
        what = "最后一个分支带着条件，其余的回答没有路可走"
        yield Found(last.start, "last-branch", what, "最后加一行 - {go: 步骤名}")


def stories_differ(node: Node) -> Iterator[Found]:
    """Tell two stories of one name."""
    assert isinstance(node, Sequence)
    seen: dict[str, int] = {}
    for item in node.items:
        name = item.get("story") if isinstance(item, Mapping) else None
        if isinstance(name, Scalar):
            line = seen.setdefault(name.text, name.start.line)
            if line != name.start.line:
                what = f"样例“{name.text}”在第{line}行已经有了"
                yield Found(name.start, "doubled-name", what, "换一个名字")


def limits_or_none(node: Node) -> Iterator[Found]:
    """Tell a remedy without a word on its time limit, or with both."""
    assert isinstance(node, Mapping)
    limits, none = node.key("limits"), node.key("no_limit")
    if limits is None and none is None:
        what = "没有写期限"
        yield Found(
            node.start, "limit", what, "写 limits，或写 no_limit 说明为什么没有"
        )
    elif limits is not None and none is not None:
        what = "limits 和 no_limit 不能都写"
        yield Found(none.start, "limit", what, "只留一个")


def _options(options: Mapping, kind: str) -> Iterator[Found]:
    if not options.entries:
        yield Found(options.start, "empty", "一个选项也没有", "至少写两个选项")
    for key, _ in options.entries:
        if key.text == UNSURE:
            what = "“不清楚”每个问题都有，不用写成选项"
            yield Found(key.start, "reserved", what, "删掉；去哪一步写在 unsure 里")
    if kind == "number":
        yield from _bounds(options)
        return
    for _, option in options.entries:
        most = option.key("most") if isinstance(option, Mapping) else None
        if most is not None:
            what = "只有 kind: number 的选项才写 most"
            yield Found(most.start, "misplaced", what, "删掉，或写 kind: number")


def _bounds(options: Mapping) -> Iterator[Found]:
    before = -1
    for at, (key, option) in enumerate(options.entries, 1):
        most = option.get("most") if isinstance(option, Mapping) else None
        bound = whole_of(most.text) if isinstance(most, Scalar) else None
        last = at == len(options.entries)
        if last and isinstance(option, Mapping) and most is not None:
            mark = option.key("most") or key
            what = "最后一个选项不写 most，它接住更大的数"
            yield Found(mark.start, "bounds", what, "删掉 most")
        elif not last and most is None:
            what = f"选项“{key.text}”没有写最多是几"
            yield Found(key.start, "bounds", what, "补上 most: 数")
        elif not last and bound is not None and bound <= before:
            assert most is not None
            yield Found(most.start, "bounds", "后一个 most 要比前一个大", "从小到大写")
        before = before if bound is None else bound


def _kind(node: Mapping) -> str:
    kind = node.get("kind")
    return kind.text if isinstance(kind, Scalar) else "choice"


def _at(node: Mapping, key: str, what: str, right: str) -> Found:
    found = node.key(key)
    start = node.start if found is None else found.start
    rule = "missing-key" if found is None else "misplaced"
    return Found(start, rule, what, right)
