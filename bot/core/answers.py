"""Read a citizen's words as an answer to the question that stands."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from typing import Literal, TypeAlias

from bot.core.days import WAYS, is_unsure_day, said_day, way_span
from bot.core.facts import Value
from bot.core.knowledge import UNSURE, Knowledge, Option, Question
from bot.core.numbers import said_number

Misreading: TypeAlias = Literal["not_offered", "several", "no_day", "no_number"]

UNSURE_WORDS = frozenset(
    "不清楚 不知道 不晓得 不懂 不记得 记不清 记不得 记不住 忘了 忘记了 说不好 "
    "说不准 不确定 不好说 没注意 没印象 搞不清 弄不清 不明白 跳过 不太清楚 "
    "不太确定 不知".split()
)
YES_WORDS = frozenset(
    "是 是的 对 对的 有 有的 嗯 恩 要 好 好的 可以 行 是啊 对啊".split()
)
NO_WORDS = frozenset(
    "不是 没有 没 不 否 无 不对 不要 不用 不行 没得 冇 不是的 还没 还没有".split()
)
NEGATIONS = ("没", "不", "未", "无", "非", "否", "别", "冇", "莫")
SHORT = 12
"""Characters; a typo is looked for only in an answer this short."""
LIKE_ENOUGH = 0.75
"""Share of matching characters above which a short answer counts as a typo."""

_MARKS = "。.!?,、;~“”\"'"
_ORDINAL = re.compile(
    r"\(?(?:选择|选|第|答|我选)?\s*([0-9]{1,2}|[一二两三四五六七八九十]{1,3})"
    r"\s*(?:个|项|号|条|种)?[.。、)）]?"
)
_COUNTY = re.compile(r"[一-鿿]{1,10}(?:县|市|区|旗|州|盟|镇|乡|街道)")


@dataclass(frozen=True, slots=True)
class Misread:
    """Tell why words were no answer; a phrase is said, the state stays."""

    why: Misreading


@dataclass(frozen=True, slots=True)
class Places:
    """Hold the regions by every name they go by, and those to propose first."""

    spoken: Mapping[str, str] = field(default_factory=dict)
    proposed: tuple[str, ...] = ()


def places_of(knowledge: Knowledge) -> Places:
    """Return the regions; those where this very installation stands are proposed."""
    regions = knowledge.regions.values()
    names = {name: one.name for one in regions for name in (one.name, *one.also)}
    return Places(names, tuple(one.name for one in regions if one.here))


def read_answer(
    question: Question, text: str, today: date, places: Places | None = None
) -> Value | Misread:
    """Return the value that the words give the question, or why they give none."""
    words = plain(text)
    if not words:
        return Misread("not_offered")
    if words in UNSURE_WORDS or (question.kind == "day" and is_unsure_day(words)):
        return UNSURE
    match question.kind:
        case "day":
            return _read_day(words, today)
        case "number":
            return _read_number(question, words)
        case "place":
            return _read_place(words, places or Places())
        case _:
            return _read_choice(question, words)


def plain(text: str) -> str:
    """Return the words in one width, without spaces and closing marks."""
    words = unicodedata.normalize("NFKC", text)
    return "".join(words.split()).strip(_MARKS)


def ordinal(words: str) -> int | None:
    """Return the number of 「第二个」「选2」「２」; None for other words."""
    found = _ORDINAL.fullmatch(words)
    return None if found is None else said_number(found.group(1))


def _read_day(words: str, today: date) -> Value | Misread:
    number = ordinal(words)
    if number is not None and words.isdigit() and number <= len(WAYS):
        return way_span(number, today) or UNSURE
    return way_span(words, today) or said_day(words, today) or Misread("no_day")


def _read_number(question: Question, words: str) -> Value | Misread:
    digits = re.search(r"[0-9]+|[零〇一二两三四五六七八九十百]+", words)
    number = said_number(digits.group()) if digits else None
    if number is None:
        return _read_choice(question, words, numbered=False)
    for option in question.options:
        if option.most is None or number <= option.most:
            return option.id
    return Misread("no_number")


def _read_place(words: str, places: Places) -> Value | Misread:
    number = ordinal(words)
    if number is not None and 1 <= number <= len(places.proposed) + 1:
        return (*places.proposed, UNSURE)[number - 1]
    named = [name for name in places.spoken if name in words]
    if named:
        return places.spoken[max(named, key=len)]
    found = _COUNTY.search(words)
    return found.group() if found else Misread("not_offered")


def _read_choice(
    question: Question, words: str, *, numbered: bool = True
) -> Value | Misread:
    options = question.options
    number = ordinal(words) if numbered else None
    if number is not None:
        return _by_number(options, number)
    for option in options:
        if words in (option.id, plain(option.label)):
            return option.id
    pair = _yes_no(options)
    if pair and words in YES_WORDS:
        return pair[0].id
    if pair and words in NO_WORDS:
        return pair[1].id
    return _by_words(options, words)


def _by_number(options: tuple[Option, ...], number: int) -> Value | Misread:
    if 1 <= number <= len(options):
        return options[number - 1].id
    return UNSURE if number == len(options) + 1 else Misread("not_offered")


def _yes_no(options: tuple[Option, ...]) -> tuple[Option, Option] | None:
    """Return the affirming and the denying one of two options, if they are so."""
    if len(options) != 2:
        return None
    denying = [one for one in options if one.label.startswith(NEGATIONS)]
    if len(denying) != 1:
        return None
    other = next(one for one in options if one is not denying[0])
    return other, denying[0]


def _by_words(options: tuple[Option, ...], words: str) -> Value | Misread:
    scores = {option.id: _longest(option, words) for option in options}
    best = max(scores.values())
    if best == 0:
        return _by_likeness(options, words)
    winners = [name for name, score in scores.items() if score == best]
    return winners[0] if len(winners) == 1 else Misread("several")


def _longest(option: Option, words: str) -> int:
    """Return the length of the longest word of the option that was said."""
    length = 0
    for name in (option.id, option.label, *option.says):
        spoken = plain(name)
        at = words.find(spoken) if spoken else -1
        if at < 0:
            continue
        denied = words[max(0, at - 3) : at].endswith(_DENIALS)
        if not denied:
            length = max(length, len(spoken))
    return length


_DENIALS = ("没", "没有", "不", "不是", "未", "并非", "不在", "还没", "冇", "莫")


def _by_likeness(options: tuple[Option, ...], words: str) -> Value | Misread:
    if 1 < len(words) <= SHORT:
        likeness = {
            option.id: max(
                SequenceMatcher(None, words, plain(name)).ratio()
                for name in (option.id, option.label)
            )
            for option in options
        }
        best = max(likeness, key=lambda name: likeness[name])
        rivals = sum(like > likeness[best] - 0.1 for like in likeness.values())
        if likeness[best] >= LIKE_ENOUGH and rivals == 1:
            return best
    return Misread("not_offered")
