"""Say how a node does not fit its shape, and what would."""

import re
from collections.abc import Collection, Iterator

from rapidfuzz.distance import OSA

from bot.reading.chinese_keys import in_english
from bot.reading.nearest import folded, nearest
from bot.reading.nodes import Mapping, Node, Scalar, kind_words
from bot.reading.shapes import Cases, Leaf, Many, Named, Pairs, Record, Shape, When
from bot.reading.sources import Found, Source
from bot.reading.values import fault_of

BARRED = "/：，、；｛｝【】［］"
"""Characters no name may hold: a slash joins names, the others are slips."""
QUOTED = re.compile(r"[“”‘’＂「]([^“”‘’＂「」]*)[“”‘’＂」]")
"""A name in Chinese quotes."""


def unfit(source: Source, node: Node, shape: Shape) -> Found:
    """Tell a node of the wrong form."""
    what = f"这里要写{shape.title}，写成了{kind_words(node)}"
    mended = ""
    if isinstance(shape, Many) and isinstance(node, Scalar) and "，" not in node.text:
        mended = source.mended(node, f"[{_written(node)}]")
    return Found(node.start, "wrong-kind", what, _form(shape), mended)


def _form(shape: Shape) -> str:
    match shape:
        case Many():
            return "写成 [甲, 乙]，或一行一个“- ”"
        case Record():
            return "写成“键: 值”，可以写的键：" + "、".join(shape.keys)
        case Named():
            return "写成“名字: 内容”，一个名字一行"
        case Pairs() | When():
            return "写成 {名字: 值}"
        case Cases():
            forms = (shape.text, shape.items, *(one for _, one in shape.records[:1]))
            return "；或".join(_form(form) for form in forms if form is not None)
        case _:
            return _only(shape)


def _only(leaf: Leaf) -> str:
    return f"只写一个{leaf.title}，不要括号和“- ”"


def _written(scalar: Scalar) -> str:
    quote = scalar.style if scalar.style in ("'", '"') else ""
    return f"{quote}{scalar.text}{quote}"


def named(source: Source, key: Scalar, shape: Named) -> tuple[str, Found | None]:
    """Return the name that a key gives, and what is wrong with it."""
    wrapped = None if key.style else QUOTED.fullmatch(key.text)
    name = key.text if wrapped is None else wrapped[1]
    if wrapped is not None:
        what = f"名字“{name}”外面用了中文引号"
        new = f'"{name}"' if name.isdigit() else name
        mended = source.mended(key, new)
        return name, Found(key.start, "quotes", what, f"写成 {new}", mended)
    barred = next((c for c in BARRED if c in name), "")
    if barred:
        what = f"{shape.title}的名字“{name}”里不能有“{barred}”"
        return name, Found(key.start, "name", what, "换一个名字")
    if not name.strip():
        return name, Found(key.start, "name", f"{shape.title}没有名字", "写上名字")
    fault = fault_of(shape.key, name)
    if fault is None:
        return name, None
    mended = "" if fault.text is None else source.mended(key, fault.text)
    return name, Found(key.start, fault.rule, fault.what, fault.right, mended)


def misnamed(
    source: Source, key: Scalar, shape: Record, given: Collection[str]
) -> Found:
    """Tell a key that the record does not know; one that stands there is not meant."""
    what = f"{shape.title}里没有“{key.text}”这个键"
    english = in_english(key.text, shape.keys)
    if english and english not in given:
        what, mended = "键要写英文的", source.mended(key, english)
        return Found(key.start, "chinese-key", what, f"写成 {english}", mended)
    meant = meant_by(key, shape, given)
    right = f"是不是“{meant}”？" if meant else "可以写：" + "、".join(shape.keys)
    near = meant and OSA.distance(meant, folded(key.text)) <= max(1, len(meant) // 3)
    mended = source.mended(key, meant) if near else ""
    return Found(key.start, "unknown-key", what, right, mended)


def meant_by(key: Scalar, shape: Record, given: Collection[str]) -> str:
    """Return the key that an unknown one is most like, if it is like any."""
    english = in_english(key.text, shape.keys)
    if english and english not in given:
        return english
    return nearest(key.text, [name for name in shape.keys if name not in given])


def missing(node: Mapping, shape: Record, given: Collection[str]) -> Iterator[Found]:
    """Tell the keys that must stand there and do not."""
    for name, key in shape.keys.items():
        if key.required and name not in given:
            what = f"{shape.title}里缺少“{name}”（{key.title}）"
            yield Found(node.start, "missing-key", what, f"补上 {name}: …")
