"""Explain a node that does not fit by the slip that made it so."""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.reading.fitting import QUOTED
from bot.reading.linescan import scan
from bot.reading.masking import mask
from bot.reading.nearest import folded
from bot.reading.nodes import Mapping, Mark, Node, Scalar, Sequence, is_null
from bot.reading.schema import english_keys
from bot.reading.slips import Slip, edited, mended, slips_of
from bot.reading.sources import Found, Source

SEPARATORS = re.compile(r"[ \u3000]*[，、；][ \u3000]*")
SIGNS = frozenset("：﹕:｛【［{[，、－—–−﹣‐‑＃\u3000")
"""Characters that no name holds; one in a key calls for a closer look."""
WIDE_SPACES = "\u3000 "
ITEM = re.compile(r"[ \t\u3000]*(?:- |[\t\u3000]+[a-z_]+[:：])")
"""A line that, inside a plain text, should be an item or a key of its own."""
SHORT = 6
"""Characters up to which words between commas look like a list of words."""
FEWEST = 3
"""Words from which a single item looks like a list of words."""


@dataclass(frozen=True, slots=True)
class CutOff:
    """Keep a key that is none, and what made it one."""

    key: Scalar
    found: Found


def cut_off(
    source: Source, node: Mapping, known: Collection[str] | None
) -> Iterator[CutOff]:
    """Return keys that a wrong colon or an English comma made.

    `known` are the keys of a record, None where any name may stand.
    """
    comma: Found | None = None
    for at, (key, value) in enumerate(node.entries):
        if known is not None and key.text in known:
            comma = None
            continue
        slip = _slip_in(source, key) if _doubtful(key, value, known) else None
        if slip is not None:
            yield CutOff(key, slip)
        elif node.flow and at and isinstance(value, Scalar) and value.empty:
            comma = comma or _by_comma(source, node, at, known)
            yield CutOff(key, comma)


def _doubtful(key: Scalar, value: Node, known: Collection[str] | None) -> bool:
    """Return whether a key may be none: most names are looked at no further."""
    return known is not None or is_null(value) or not SIGNS.isdisjoint(key.text)


def _by_comma(
    source: Source, node: Mapping, at: int, known: Collection[str] | None
) -> Found:
    key, (_, cut) = node.entries[at][0], node.entries[at - 1]
    slip = _slip_in(source, cut)
    if slip is not None and key.start.line == cut.start.line:
        return slip
    line = source.line(key.start.line)
    before = line[: key.start.column - 1]
    column = before.rfind(",") + 1 or key.start.column
    mark = Mark(key.start.line, column)
    if known is None:
        what = "花括号里的逗号后面只有名字，没有值"
        right = "一个事实有几个值时写成 {事实: [甲, 乙]}"
        return Found(mark, "cut-by-comma", what, right, _listed(source, node, at))
    what = f"花括号里的英文逗号把话切断了，“{key.text}”成了没有内容的键"
    right = "话里的逗号用“，”，或给整句加上引号"
    return Found(mark, "cut-by-comma", what, right, _joined(source, node, at))


def _joined(source: Source, node: Mapping, at: int) -> str:
    """Return the line with every comma that cut the words made Chinese."""
    line = source.line(node.entries[at][0].start.line)
    number = node.entries[at][0].start.line
    for key, value in reversed(node.entries[at:]):
        empty = isinstance(value, Scalar) and value.empty
        if empty and key.start.line == number and key.text not in english_keys():
            comma = line.rfind(",", 0, key.start.column - 1)
            if comma >= 0:
                line = f"{line[:comma]}，{line[key.start.column - 1 :]}"
    return line


def _listed(source: Source, node: Mapping, at: int) -> str:
    """Return the line with the value and the names after it put in brackets."""
    value = node.entries[at - 1][1]
    names = [key for key, _ in node.entries[at:]]
    line = source.line(value.start.line)
    last = names[-1]
    empty = all(is_null(below) for _, below in node.entries[at:])
    if not empty or not isinstance(value, Scalar) or last.end.line != value.start.line:
        return ""
    start, end = value.start.column - 1, last.end.column - 1
    return f"{line[:start]}[{line[start:end]}]{line[end:]}"


def instead_of(
    source: Source,
    node: Node,
    found: Found,
    allowed: Callable[[str], bool] | None = None,
) -> tuple[Found, ...]:
    """Return the slip that made a node wrong, or the finding itself.

    `allowed` tells whether a part between Chinese commas would be right alone.
    """
    slip = _slip_in(source, node)
    if slip is None and isinstance(node, Scalar) and allowed is not None:
        slip = _separated(source, node, allowed)
    return (found if slip is None else slip,)


def long_way_round(source: Source, node: Scalar) -> Iterator[Found]:
    """Tell a text into which a wrong colon or dash drew what should be a key.

    A plain text over several lines takes in every line that is no YAML.
    """
    if node.style:
        return
    first, last = node.start.line, node.end.line
    if first == last:
        if re.match(r"[a-z_]+[ \u3000]*[:：﹕]", node.text):
            inside = _slip_in(source, node)
            if inside is not None:
                yield inside
        return
    numbers = range(first, last + 1)
    if any(ITEM.match(source.line(number)) for number in numbers[1:]):
        yield from (one for one in _scanned(source) if one.mark.line in numbers)
        return
    for number in numbers:
        column = node.start.column if number == first else 1
        line = source.line(number)
        slip = next((one for one in slips_of(mask(line)) if one.sure), None)
        if slip is not None and slip.column >= column:
            yield _told(source, number, slip)


def unlisted(source: Source, node: Sequence) -> Iterator[Found]:
    """Warn of a list of words that Chinese commas made one word."""
    only = node.items[0] if len(node.items) == 1 else None
    if not node.flow or not isinstance(only, Scalar) or only.style:
        return
    words = SEPARATORS.split(only.text)
    if len(words) >= FEWEST and all(0 < len(word) <= SHORT for word in words):
        found = _commas(source, only, "这里用中文逗号、顿号分开，会当成一个词")
        yield Found(
            found.mark, "comma", found.what, found.right, found.mended, "warning"
        )


def in_a_name(source: Source, scalar: Scalar, known: Collection[str]) -> Found | None:
    """Return the slip that made a name unknown, None when it is no slip."""
    text = scalar.text
    quoted = QUOTED.fullmatch(text)
    if quoted is not None and quoted[1] in known and not scalar.style:
        what = "名字外面用了中文引号"
        right, new = "去掉引号，或改成英文引号", _quoted(quoted[1])
        mended = source.mended(scalar, new)
        return Found(scalar.start, "quotes", what, right, mended)
    head = text.split("＃", 1)[0].strip(WIDE_SPACES)
    if "＃" in text and head in known and not scalar.style:
        mark = _at(scalar, text.index("＃"))
        what, right = "“＃”是全角的，后面的话成了名字的一部分", "改成“ #”"
        rest = text[text.index("＃") + 1 :]
        mended = source.mended(scalar, f"{head} #{rest}")
        return Found(mark, "comment", what, right, mended)
    return _separated(source, scalar, {folded(one) for one in known}.__contains__)


def _separated(
    source: Source, scalar: Scalar, allowed: Callable[[str], bool]
) -> Found | None:
    parts = SEPARATORS.split(scalar.text)
    if len(parts) < 2 or scalar.style or not any(map(allowed, parts)):
        return None
    if _inside_list(source, scalar):
        return _commas(source, scalar, "列表里用了中文逗号、顿号分开")
    mark = _separator(scalar)
    mended = source.mended(scalar, f"[{', '.join(parts)}]")
    what = "几个名字用中文逗号、顿号连成了一个"
    return Found(mark, "comma", what, "写成 [甲, 乙]；只能写一个的，就只留一个", mended)


def _commas(source: Source, scalar: Scalar, what: str) -> Found:
    mended = source.mended(scalar, SEPARATORS.sub(", ", scalar.text))
    right = "改成英文逗号加一个空格“, ”"
    return Found(_separator(scalar), "comma", what, right, mended)


def _separator(scalar: Scalar) -> Mark:
    hit = re.search(r"[，、；]", scalar.text)
    return _at(scalar, hit.start() if hit else 0)


def _at(scalar: Scalar, offset: int) -> Mark:
    if scalar.start.line != scalar.end.line:
        return scalar.start
    return Mark(scalar.start.line, scalar.start.column + offset)


def _quoted(text: str) -> str:
    return f'"{text}"' if text.isdigit() else text


def _inside_list(source: Source, scalar: Scalar) -> bool:
    line = source.line(scalar.start.line)
    before = line[: scalar.start.column - 1].rstrip()
    return before.endswith(("[", ","))


def _slip_in(source: Source, node: Node) -> Found | None:
    """Return a slip of the line that lies within the node."""
    number, column = node.start.line, node.start.column
    end = node.end.column if node.end.line == number else len(source.line(number)) + 1
    for slip in slips_of(mask(source.line(number))):
        if column - 1 <= slip.column <= max(end, column):
            return _told(source, number, slip)
    if source.line(number).startswith(("\u3000", "\t")):
        return next((one for one in _scanned(source) if one.mark.line == number), None)
    return None


@lru_cache(maxsize=2)
def _scanned(source: Source) -> tuple[Found, ...]:
    return tuple(scan(source))


def _told(source: Source, number: int, slip: Slip) -> Found:
    line = source.line(number)
    fixed = mended(line)
    fixed = edited(line, slip) if fixed == line else fixed
    return Found(Mark(number, slip.column), slip.rule, slip.what, slip.right, fixed)
