"""Read single values: numbers, days, true or false, citations."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from unicodedata import normalize

from bot.core.numbers import said_number
from bot.reading.nearest import nearest
from bot.reading.shapes import (
    Choice,
    Cited,
    Day,
    Days,
    Leaf,
    Name,
    Text,
    Truth,
    Whole,
)

CITATION = re.compile(r"(\S+) (\d+(?:-\d+)?)((?:\.\d+){0,2})")
LOOSE_CITATION = re.compile(
    r"《?(?P<law>.+?)》?\s*第?(?P<article>\d+|(?<=第)[一二三四五六七八九十百零]+(?=条))"
    r"条?(?:(?:-|之)(?P<of>\d+|[一二三四五]))?(?P<part>(?:\.\d+){0,2})"
)
COUNTED = re.compile(
    r"([\d〇零一二两三四五六七八九十百千]+?)\s*个?(?:工作日|日|天|月|年|小时|人|位)?"
)
WIDE_DIGIT = re.compile("[０-９]")
BLANK = "〔填"
"""What a blank of a skeleton begins with; nobody writes it by chance."""
ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
LOOSE_DAY = re.compile(r"(\d{4})\s*[-年./]\s*(\d{1,2})\s*[-月./]\s*(\d{1,2})\s*日?")
DASHES = str.maketrans("－—–−‐", "-----")
QUOTES = "“”‘’「」『』＂＇"
YES = frozenset("是 对 有 yes on y True TRUE".split())
NO = frozenset("否 不是 无 no off n False FALSE".split())
LONGEST_SPAN_DAYS = 62  # no announced rest is longer; a span beyond it is a slip


@dataclass(frozen=True, slots=True)
class Fault:
    """Say why a value will not do; `text` is what would."""

    rule: str
    what: str
    right: str = ""
    text: str | None = None


def day_of(text: str) -> date | None:
    """Return the day of 2026-12-01; None when it is none."""
    if not ISO.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def days_of(text: str) -> tuple[date, ...]:
    """Return every day of a day or of first..last; nothing when it is neither."""
    first, _, last = text.partition("..")
    start, end = day_of(first), day_of(last or first)
    if start is None or end is None or end < start:
        return ()
    return tuple(start + timedelta(days=n) for n in range((end - start).days + 1))


def citation_of(text: str) -> tuple[str, str, str] | None:
    """Return law, article and part of a citation; None when it is none."""
    found = CITATION.fullmatch(text)
    return None if found is None else (found[1], found[2], found[3])


def whole_of(text: str) -> int | None:
    """Return a whole number; None when it is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def fault_of(leaf: Leaf, text: str) -> Fault | None:
    """Return why a text is no such value; None when it is."""
    match leaf:
        case Text():
            return _text(leaf, text)
        case Choice():
            return _choice(leaf, text)
        case Whole():
            return _whole(leaf, text)
        case Day() | Days():
            return _days(leaf, text)
        case Truth():
            return _truth(text)
        case Cited():
            return _cited(text)
        case Name():
            return None


def plainer(text: str) -> str:
    """Return a text without the quotes, spaces and widths an input method adds."""
    return normalize("NFKC", text).translate(DASHES).strip(QUOTES + " ")


def _text(leaf: Text, text: str) -> Fault | None:
    if leaf.most and len(text) > leaf.most:
        what = f"这里有{len(text)}字，最多{leaf.most}字"
        return Fault("too-long", what, "只留最要紧的几个字")
    if leaf.form and not re.fullmatch(leaf.form, text, re.ASCII):
        plain = plainer(text)
        right = plain if re.fullmatch(leaf.form, plain, re.ASCII) else None
        rule = "digits" if right and WIDE_DIGIT.search(text) else "form"
        return Fault(rule, f"“{text}”不是{leaf.title}", f"写成 {leaf.like}", right)
    return None


def _choice(leaf: Choice, text: str) -> Fault | None:
    if text in leaf.values:
        return None
    offered = "、".join(leaf.values)
    right = nearest(plainer(text), leaf.values)
    return Fault(
        "unknown-value",
        f"“{text}”不能写在这里",
        f"是不是“{right}”？" if right else f"可以写：{offered}",
        right or None,
    )


def _whole(leaf: Whole, text: str) -> Fault | None:
    found = whole_of(text)
    if found is not None:
        if found >= leaf.least:
            return None
        return Fault("number", f"“{text}”太小", f"至少写{leaf.least}")
    plain = plainer(text)
    if plain.isascii() and plain.isdigit():
        right = str(int(plain))
        return Fault("digits", f"“{text}”不是半角数字", f"写成 {right}", right)
    counted = COUNTED.fullmatch(plain)
    said = said_number(counted[1]) if counted else None
    what = f"这里要写整数，不能写“{text}”"
    if said is None:
        return Fault("number", what, "写成 60 这样的数字")
    return Fault("number", what, f"只写 {said}", str(said))


def _days(leaf: Day | Days, text: str) -> Fault | None:
    if isinstance(leaf, Day) and day_of(text):
        return None
    days = days_of(text)
    if isinstance(leaf, Days) and 0 < len(days) <= LONGEST_SPAN_DAYS:
        return None
    if days and isinstance(leaf, Days):
        return Fault("day", f"“{text}”长达{len(days)}天，太长了", "检查首日和末日")
    parts = [_loose_day(part) for part in re.split(r"\.\.|至|到|~|～", text)]
    right = "..".join(parts) if all(parts) else ""
    allowed = 2 if isinstance(leaf, Days) else 1
    if right and len(parts) <= allowed and right != text and days_of(right):
        rule = "digits" if WIDE_DIGIT.search(text) else "day"
        return Fault(rule, f"“{text}”的写法不对", f"写成 {right}", right)
    return Fault("day", f"“{text}”不是日期", "写成 2026-12-01")


def _loose_day(text: str) -> str:
    found = LOOSE_DAY.fullmatch(plainer(text))
    if found is None:
        return ""
    right = f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}"
    return right if day_of(right) else ""


def _truth(text: str) -> Fault | None:
    if text in ("true", "false"):
        return None
    plain = plainer(text)
    right = "true" if plain in YES else "false" if plain in NO else None
    return Fault(
        "truth",
        f"“{text}”不能写在这里",
        f"写成 {right}" if right else "只能写 true 或 false",
        right,
    )


def _cited(text: str) -> Fault | None:
    if CITATION.fullmatch(text) and text.isprintable() and _ascii_article(text):
        return None
    found = LOOSE_CITATION.fullmatch(plainer(text))
    if found is None:
        what = f"“{text}”不是依据"
        return Fault("citation", what, "写成“信访工作条例 22”：法律名、空格、条号")
    article, of = said_number(found["article"]), said_number(found["of"] or "0")
    if article is None or of is None:
        what = f"“{text}”的条号看不懂"
        return Fault("citation", what, "写成“信访工作条例 22”：法律名、空格、条号")
    right = f"{found['law']} {article}{f'-{of}' if of else ''}{found['part']}"
    rule = "digits" if WIDE_DIGIT.search(text) else "citation"
    return Fault(rule, f"依据“{text}”的写法不对", f"写成“{right}”", right)


def _ascii_article(text: str) -> bool:
    return text.rpartition(" ")[2].isascii()
