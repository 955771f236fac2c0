"""Read a day as people say it: the earliest and the latest it can be (哪一天)."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from bot.core.day_agos import AGOS, long_ago
from bot.core.day_dates import DATES
from bot.core.day_rules import Rule, months_before, past
from bot.core.day_seasons import SEASONS
from bot.core.facts import Span

WAYS = ("今天", "这几天", "一个月内", "更早", "不记得")
"""The numbered ways to answer a question for a day."""

FEW_DAYS = timedelta(days=7)
"""How far 这几天 reaches back."""

ABOUT = timedelta(days=5)
"""How far off a date is that people give with 大概 or 左右."""

BEFORE_MONTHS = 12
"""How far back 某日以前 reaches."""

LONGEST_ANSWER = 40
"""Characters; a longer text is a sentence, in which only plain days are found."""

MOST_NAMES = 20
"""Names of days looked at in one text: after so many still to come, none is meant."""

UNSURE_DAY = re.compile(
    "不记得|记不[得清住起]|忘了|忘记|忘掉|想不起|不知道|不晓得|不清楚|说不[清准好上]|"
    "没印象|冇印象|搞不清|弄不清|没注意|没留意|哪[里还]?记得|谁记得|不确定|记不太清"
)

_ANY_DAY = date(2040, 12, 31)
"""Any day will do to see whether words name a day."""

_RULES: tuple[Rule, ...] = (*SEASONS, *DATES, *AGOS)
_PLAIN = str.maketrans(
    "０１２３４５６７８９／－．～〜：　號個後過幾兩週禮來節國慶勞動麥臘農曆陰舊閏這時"
    "會陣剛內間約從總記雙開",
    "0123456789/-.~~: 号个后过几两周礼来节国庆劳动麦腊农历阴旧闰这时"
    "会阵刚内间约从总记双开",
)
_ABOUT_BEFORE = re.compile(
    "(?:大概|大约|大致|差不多|好像|可能|估计|应该|约摸|也许|约)(?:是|在|就是)?\\s?$"
)
_AFTER = re.compile(
    r"\s?(?:(?P<about>左右|前后|上下|附近|那几天|那阵子?|那会儿?|那时候?|来天)|"
    "(?P<before>之前|以前|前(?![后天几面年两些]))|(?P<after>之后|以后|过后|后(?![天来面])))"
)
_JOINED = re.compile(r"\s?(?:到|至|或者?|还是|、|-|~|—)*\s?")
_SPOKEN = tuple(one for one in _RULES if not one.alone)


def said_day(text: str, today: date) -> Span | None:
    """Return the day an answer names, as the span it can be; None when it names none.

    A day without its year is the latest one that has begun; a day still to come is
    none, because what is asked for has happened.
    """
    found = find_day(text, today)
    if found is None:
        return _alone(text, today)
    span, _, end = found
    joint = _JOINED.match(text, end)
    other = find_day(text[joint.end() :] if joint else "", today)
    if other is None or other[1]:
        return span
    return Span(min(span.first, other[0].first), max(span.last, other[0].last))


def find_day(text: str, today: date) -> tuple[Span, int, int] | None:
    """Return the first day named in a sentence and where it begins and ends."""
    plain = text.translate(_PLAIN)
    for one, found in islice(_named(plain), MOST_NAMES):
        span = past(one.read(found, today), today)
        if span is not None:
            return _shaded(plain, found, span, today)
    return None


def is_unsure_day(text: str) -> bool:
    """Return whether the answer says that the day is not known, and names none."""
    return bool(UNSURE_DAY.search(text)) and said_day(text, _ANY_DAY) is None


def way_span(way: int | str, today: date) -> Span | None:
    """Return the span of a numbered way (1 is 今天); None for 不记得 and for no way."""
    name = WAYS[way - 1] if isinstance(way, int) and 0 < way <= len(WAYS) else way
    spans = {
        "今天": Span(today, today),
        "这几天": Span(today - FEW_DAYS, today),
        "一个月内": Span(months_before(today, 1), today),
        "更早": long_ago(today),
    }
    return spans.get(str(name).strip())


def _named(text: str) -> Iterator[tuple[Rule, re.Match[str]]]:
    """Yield the names of days in the text, at each place the longest.

    Every rule looks on only when its last find is behind: the work is linear.
    """
    finds = {one: one.pattern.search(text) for one in _SPOKEN}
    while True:
        ahead = [(one, found) for one, found in finds.items() if found]
        if not ahead:
            return
        best = min(ahead, key=lambda pair: (pair[1].start(), -pair[1].end()))
        yield best
        end = best[1].end()
        for one, found in ahead:
            if found.start() < end:
                finds[one] = one.pattern.search(text, end)


def _shaded(
    text: str, found: re.Match[str], span: Span, today: date
) -> tuple[Span, int, int]:
    """Return the span as 大概, 左右, 以前 and 以后 around its name widen it."""
    start, end = found.span()
    after = _AFTER.match(text, end)
    end = after.end() if after else end
    if after and after["before"]:
        span = Span(months_before(span.first, BEFORE_MONTHS), span.last)
    elif after and after["after"]:
        span = Span(span.first, today)
    elif after or _ABOUT_BEFORE.search(text[max(0, start - 8) : start]):
        span = Span(span.first - ABOUT, min(today, span.last + ABOUT))
    return span, start, end


def _alone(text: str, today: date) -> Span | None:
    """Return the day of an answer that is nothing but a day in its shortest form."""
    plain = text.translate(_PLAIN).strip()
    if len(plain) > LONGEST_ANSWER:
        return None
    for pattern, one in _ALONE:
        found = pattern.fullmatch(plain)
        span = past(one.read(found, today), today) if found else None
        if span is not None:
            return span
    return None


_FILLER = (
    "(?:大概|大约|差不多|好像|可能|估计|应该|也许|有|快|都|已经|约摸?|"
    r"我|是|在|就|记得|收到|拿到|的|了|吧|啊|呀|呢|哦|来|样子|左右|[,，。、!！\s])"
)
_ALONE = tuple(
    (re.compile(f"{_FILLER}{{0,6}}(?:{one.pattern.pattern}){_FILLER}{{0,6}}"), one)
    for one in _RULES
    if one.alone
)
