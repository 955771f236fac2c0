"""Put word groups (词组) into the phrases that name them: 〈家里人〉…打我."""

import re
from collections.abc import Iterator, Mapping
from itertools import product

from bot.reading.nearest import suggestion
from bot.reading.nodes import Mapping as Map
from bot.reading.nodes import Mark, Node, Scalar, Sequence
from bot.reading.sources import Found

GROUPS = "groups"
_NAMED = re.compile(r"[〈《<]([^〈〉《》<>]*)[〉》>]")
_LONE = re.compile(r"[〈〉《》<>]")
_CHOICES = re.compile(r"[(（]([^()（）]*)[)）]")
_BRACKET = re.compile(r"[()（）]")
_UNFIT_IN_GROUP = re.compile(r"…|\.{3}|[+＋]")


def groups_known(node: Node) -> Iterator[Found]:
    """Tell phrases that name a group nobody has written, or brackets left open."""
    assert isinstance(node, Map)
    known: list[str] = []
    groups = node.get(GROUPS)
    every = groups.entries if isinstance(groups, Map) else ()
    names = [name.text for name, _ in every]
    for name, items in every:
        for item in _scalars(items):
            yield from _unknown(item, known, names)
            yield from _unfit(item)
        known.append(name.text)
    for key, value in node.entries:
        if key.text != GROUPS:
            for item in _scalars(value):
                yield from _unknown(item, names, names)


def groups_of(node: Node) -> dict[str, tuple[str, ...]]:
    """Return the words of every group, groups in groups put in."""
    groups: dict[str, tuple[str, ...]] = {}
    value = node.get(GROUPS) if isinstance(node, Map) else None
    for name, items in value.entries if isinstance(value, Map) else ():
        words = (
            word
            for item in _scalars(items)
            for word in _spelled(composed(item.text, groups))
        )
        groups[name.text] = tuple(dict.fromkeys(words))
    return groups


def composed(phrase: str, groups: Mapping[str, tuple[str, ...]]) -> str:
    """Return the phrase with the words of its groups in place of their names."""

    def spelled(found: re.Match[str]) -> str:
        return "|".join(groups[found[1].strip()])

    within = _CHOICES.sub(lambda found: _NAMED.sub(spelled, found[0]), phrase)
    return _NAMED.sub(lambda found: f"({spelled(found)})", within)


def _spelled(item: str) -> Iterator[str]:
    """Yield every word that an item of a group stands for."""
    pieces = [
        piece.replace("｜", "|").split("|") if number % 2 else [piece]
        for number, piece in enumerate(_CHOICES.split(item))
    ]
    yield from ("".join(chosen) for chosen in product(*pieces))


def _unknown(item: Scalar, known: list[str], names: list[str]) -> Iterator[Found]:
    for found in _NAMED.finditer(item.text):
        name = found[1].strip()
        if name in known:
            continue
        mark = _mark(item, found.start(1))
        if name in names:
            what = f"词组“{name}”写在后面，这里还用不到"
            yield Found(mark, "unknown-group", what, f"把“{name}”移到前面")
            continue
        right = suggestion(name, names) or f"先在 {GROUPS} 里写上它"
        yield Found(mark, "unknown-group", f"没有叫“{name}”的词组", right)
    if _BRACKET.search(_CHOICES.sub("", item.text)):
        what = "括号没有配成一对，或者套着括号"
        yield Found(item.start, "lone-bracket", what, "写成(甲|乙)，分成两条来写")
    for lone in _LONE.finditer(
        _NAMED.sub(lambda found: "□" * len(found[0]), item.text)
    ):
        what = f"“{lone[0]}”没有配成一对"
        yield Found(_mark(item, lone.start()), "lone-bracket", what, "写成〈词组名〉")


def _unfit(item: Scalar) -> Iterator[Found]:
    for found in _UNFIT_IN_GROUP.finditer(item.text):
        what = f"词组里只写词，不写“{found[0]}”"
        yield Found(_mark(item, found.start()), "no-word", what, "移到说法里去写")


def _mark(item: Scalar, offset: int) -> Mark:
    quote = 1 if item.style in ("'", '"') else 0
    return Mark(item.start.line, item.start.column + offset + quote)


def _scalars(node: Node) -> Iterator[Scalar]:
    match node:
        case Scalar():
            yield node
        case Sequence():
            for item in node.items:
                yield from _scalars(item)
        case Map():
            for _, value in node.entries:
                yield from _scalars(value)
