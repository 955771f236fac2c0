"""Read days by how long ago they are: 昨天, 上周三, 二十多天前, 大半年 (多久以前)."""

import re
from datetime import date, timedelta
from functools import partial
from math import ceil, floor

from bot.core.day_rules import NUMBER, ONE_DAY, Rule, count, months_before, rule
from bot.core.facts import Span

# Days back, the farthest first. A vague word reaches as far as anyone stretches it.
WORDS = {
    "大前天": (3, 3), "大前日": (3, 3), "前天": (2, 2), "前日": (2, 2), "前晚": (2, 2),
    "前儿": (2, 2), "昨天": (1, 1), "昨日": (1, 1), "昨晚": (1, 1), "昨儿": (1, 1),
    "昨夜": (1, 1), "今天": (0, 0), "今日": (0, 0), "今早": (0, 0), "今儿": (0, 0),
    "今晚": (0, 0), "今晨": (0, 0), "今上午": (0, 0), "今下午": (0, 0),
    "刚刚": (2, 0), "刚才": (1, 0), "才将": (1, 0), "刚刚收到": (10, 0),
    "刚收到": (10, 0), "刚拿到": (10, 0), "刚接到": (10, 0), "刚领到": (10, 0),
    "刚送来": (10, 0), "刚送到": (10, 0), "刚寄到": (10, 0), "刚下来": (10, 0),
    "刚刚拿到": (10, 0), "才收到": (10, 0), "才拿到": (10, 0), "才接到": (10, 0),
    "这两天": (5, 0), "这几天": (7, 0), "这几日": (7, 0), "近几天": (7, 0),
    "最近几天": (10, 0), "最近两天": (5, 0), "前两天": (6, 1), "头两天": (6, 1),
    "前几天": (12, 1), "头几天": (12, 1), "前几日": (12, 1), "没几天": (12, 0),
    "前些天": (40, 2), "前些日子": (120, 3), "前阵子": (120, 3), "前一阵": (120, 3),
    "前段时间": (150, 5), "前一段时间": (150, 5), "这阵子": (45, 0),
    "这段时间": (60, 0), "近期": (60, 0), "不久前": (90, 1),
    "前不久": (90, 1), "没多久": (90, 0),
}  # fmt: skip
LONG_AGO = "很久以前|好多年前|多年前|好多年了|老早以前|很早以前"
LONG_AGO_YEARS = 20
"""No time limit runs longer (民法典 188, 行政诉讼法 46): none begun before is open."""

WEEKDAYS = "一二三四五六日"
MONTH_DAYS, YEAR_DAYS = 30.44, 365.25

MOST = {"年": 100, "小时": 72, "钟头": 72}
MOST_DAYS = 999
"""The most units anyone counts in: years, hours, then days, weeks and months."""

# Each pair is how few and how many a vague number can be.
VAGUE = {
    "半": (0.5, 0.5), "大半": (0.5, 1.0), "小半": (0.2, 0.5), "多半": (0.5, 1.0),
    "几": (2, 9), "好几": (3, 9), "十几": (11, 19), "几十": (20, 99), "一两": (1, 2),
    "两三": (2, 3), "二三": (2, 3), "三四": (3, 4), "三五": (3, 5), "四五": (4, 5),
    "五六": (5, 6), "六七": (6, 7), "七八": (7, 8), "八九": (8, 9), "十来": (8, 13),
    "个把": (0.7, 1.7), "若干": (2, 30),
}  # fmt: skip

_VAGUE = "|".join(sorted(VAGUE, key=len, reverse=True))
_UNIT = "(?P<unit>天|日|周|个?星期|个?礼拜|个?月|年|个?小时|个?钟头)"
_AMOUNT = (
    rf"(?<![0-9一二两三四五六七八九十百千万第])(?:(?P<vague>{_VAGUE})|(?P<number>{NUMBER}))"
    rf"\s?(?P<more>多|几|来|个?半|个多)?\s?{_UNIT}\s?(?P<over>半|多)?\s?"
)
_WEEK = r"(?P<week>上上|上|这|本|下下|下)\s?一?个?\s?(?:周|星期|礼拜)"


def amount_ago(found: re.Match[str], today: date) -> Span | None:
    """Return the days that are about so long ago."""
    few, many = _amount(found)
    unit = found["unit"].removeprefix("个")
    if not 0 < many <= MOST.get(unit, MOST_DAYS):
        return None
    if unit == "年":
        return _years_ago(few, many, today)
    far, near = _days(unit, few, many)
    return Span(today - timedelta(days=far), today - timedelta(days=near))


def within(found: re.Match[str], today: date) -> Span | None:
    """Return the days from the farthest of so long ago until today."""
    _, many = _amount(found)
    unit = found["unit"].removeprefix("个")
    if not 0 < many <= MOST.get(unit, MOST_DAYS):
        return None
    if unit in ("月", "年") and many == int(many):
        months = int(many) * (12 if unit == "年" else 1)
        return Span(months_before(today, months), today)
    return Span(today - timedelta(days=_within_days(unit, many)), today)


def _within_days(unit: str, many: float) -> int:
    lengths = {"月": 31.0, "年": 366.0, "小时": 1 / 24, "钟头": 1 / 24}
    return ceil(many * lengths.get(unit, 7 if unit in ("周", "星期", "礼拜") else 1))


def _amount(found: re.Match[str]) -> tuple[float, float]:
    """Return how few and how many units the words can mean."""
    if found["vague"]:
        few, many = VAGUE[found["vague"]]
    else:
        few = many = float(count(found["number"]))
    more, over = found["more"] or "", found["over"] or ""
    if "半" in more + over:
        return few + 0.5, many + 0.5
    if more or over:
        return few, many + _next_step(many)
    return few, many


def _next_step(number: float) -> int:
    """Return how far 多 reaches: 20多 to 30, 100多 to 200, 3天多 to 4."""
    for step in (100, 10):
        if number >= step and number % step == 0:
            return step
    return 1


def _days(unit: str, few: float, many: float) -> tuple[int, int]:
    """Return the farthest and the nearest day; small numbers of days are exact."""
    if unit in ("小时", "钟头"):
        return ceil(many / 24), floor(few / 24)
    if unit == "月":
        far, near = many * MONTH_DAYS, few * MONTH_DAYS
        return ceil(far + _slack(far)), max(0, floor(near - _slack(near)))
    length = 7 if unit in ("周", "星期", "礼拜") else 1
    far, near = many * length, few * length
    if far < 7:
        return ceil(far), floor(near)
    return ceil(far * 1.2) + length // 7, floor(near * 0.8)


def _slack(days: float) -> float:
    """Return how far off people are who count in months."""
    return max(min(15, 0.4 * days), 0.12 * days)


def _years_ago(few: float, many: float, today: date) -> Span:
    """Return the days; so many years ago may also mean all of that calendar year."""
    far = today - timedelta(days=ceil(many * YEAR_DAYS + max(60, many * 90)))
    near = today - timedelta(days=max(0, floor(few * YEAR_DAYS - max(60, few * 90))))
    if few == many == int(few):
        year = today.year - int(few)
        return Span(min(far, date(year, 1, 1)), max(near, date(year, 12, 31)))
    return Span(far, near)


def _word(found: re.Match[str], today: date) -> Span:
    far, near = WORDS[found["word"]]
    return Span(today - timedelta(days=far), today - timedelta(days=near))


def _lately(_found: re.Match[str], today: date, days: int) -> Span:
    return Span(today - timedelta(days=days), today)


def long_ago(today: date) -> Span:
    """Return the days of which only is known that they are more than a month ago."""
    far = months_before(today, 12 * LONG_AGO_YEARS)
    return Span(far, months_before(today, 1))


def _long_ago(_found: re.Match[str], today: date) -> Span:
    return long_ago(today)


def _to_come(_found: re.Match[str], _today: date) -> None:
    """Return none: the day is still to come."""


def _weekday(found: re.Match[str], today: date) -> Span | None:
    """Return the weekday of a week; of an unnamed week, the latest one."""
    weekday = WEEKDAYS.index(found["day"].translate(_WEEKDAY_FIGURES))
    monday = today - timedelta(days=today.weekday())
    week = found.groupdict().get("week")
    if week is None:
        day = monday + timedelta(days=weekday)
        return Span(*(day - (7 * ONE_DAY if day > today else 0 * ONE_DAY),) * 2)
    day = monday + timedelta(days=weekday - 7 * _weeks_ago(week))
    return None if day > today else Span(day, day)


def _week(found: re.Match[str], today: date) -> Span:
    monday = today - timedelta(days=today.weekday() + 7 * _weeks_ago(found["week"]))
    return Span(monday, min(today, monday + timedelta(days=6)))


def _weeks_ago(week: str) -> int:
    return week.count("上") - week.count("下")


_WEEKDAY_FIGURES = str.maketrans("天末1234567", "日日一二三四五六日")
_WORDS = "|".join(sorted(WORDS, key=len, reverse=True))
_ENDED = "(?:以前|之前|前(?!天|后|年|面|几|两|些))"

AGOS: tuple[Rule, ...] = (
    rule(rf"{_AMOUNT}{_ENDED}", amount_ago),
    rule(rf"{_WEEK}(?P<day>[一二三四五六日天1-7])(?![0-9个])", _weekday),
    rule(
        r"(?<![一二两三四五六七八九十0-9几每半个上这下本])(?:周|星期|礼拜)"
        r"(?P<day>[一二三四五六日天1-7])(?![0-9个])",
        _weekday,
    ),
    rule(rf"{_WEEK}", _week),
    rule(rf"(?P<word>{_WORDS})", _word),
    rule(LONG_AGO, _long_ago),
    rule("明天|明日|明早|后天|大后天|改天|过几天", _to_come),
    rule(rf"{_AMOUNT}(?:之内|以内|内)", within, alone=True),
    rule(rf"{_AMOUNT}了?", amount_ago, alone=True),
    rule("刚|才", partial(_lately, days=10), alone=True),
    rule("最近|近来|近期", partial(_lately, days=60), alone=True),
)
