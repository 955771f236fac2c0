"""Read days by their date: 3月5号, 上个月底, 二十几号, 去年三月, 2026.3.5."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from bot.core.day_rules import (
    DAY_NUMBER,
    MONTH_NUMBER,
    SAYABLE_YEARS,
    YEAR,
    Rule,
    count,
    day_or_none,
    latest,
    latest_season,
    month_of,
    months_before,
    past,
    rule,
    said_year,
)
from bot.core.facts import Span
from bot.core.lunar import lunar_day, lunar_new_year

MONTHS_BACK = 12
"""How far a bare day of the month is looked for; every day has one in two months."""

MONTH_PARTS = {
    "上半月": (1, 15), "下半月": (15, 31), "上旬": (1, 10), "中旬": (10, 20),
    "下旬": (20, 31), "初": (1, 10), "头": (1, 10), "中": (10, 20), "底": (20, 31),
    "末": (20, 31), "尾": (20, 31),
}  # fmt: skip
"""Days of the month that people may mean by a part of it."""

MONTHS_AGO = {"上上": 2, "前个": 2, "上个": 1, "上月": 1, "下个": -1, "下月": -1}
"""Months back by the first two characters of a month's name; else it is this one."""

_NAMED_MONTH = (
    rf"(?:{YEAR})?(?<![0-9一二三四五六七八九十])(?P<month>{MONTH_NUMBER})\s?月份?"
)
_RELATIVE_MONTH = r"(?P<relative>上上个?月|上个?月|下个?月|前个月|本月|这个?月|当月)"
_TENS = r"(?P<tens>1|2|十|二十|廿)(?:几|多|来|[0-9]多)[号日]"
_PART = rf"(?P<part>{'|'.join(MONTH_PARTS)})"
_DAY = (
    rf"(?P<day>{DAY_NUMBER})\s?[日号]?"
    rf"(?:\s?(?:到|至|或者?|还是|[-~—、])\s?(?P<last>{DAY_NUMBER})(?=\s?[日号]))?"
)
_NO_COUNT = "(?![0-9一二三四五六七八九十几多来个天万元块年月人亩点岁工薪租])"
_NO_HOUSE = "(?![楼栋院门线房店厂矿井车路机床馆文令仓库台桌公])"
_NO_NUMBER_BEFORE = "(?<![0-9一二三四五六七八九十两几多个半上这本年月.])"
_YEAR_PART = (
    "(?P<part>年?初|年?[底末尾]|年?中|上半年|下半年|这个?时候|这会儿?|的?今[天日]|同期)"
)


def _by_month(found: re.Match[str], today: date) -> Span | None:
    """Return the day or the days of the month that the words name."""
    groups = found.groupdict()
    spans = (past(_tail(groups, month), today) for month in _months(found, today))
    return next((span for span in spans if span is not None), None)


def _months(found: re.Match[str], today: date) -> Iterator[Span]:
    """Yield the months the words can mean, the latest first."""
    groups = found.groupdict()
    relative, month = groups.get("relative"), count(groups.get("month"))
    if relative:
        yield month_of(today.year, today.month - MONTHS_AGO.get(relative[:2], 0))
    elif month:
        year = said_year(groups.get("year"), today)
        years = [year] if year else [today.year - back for back in range(9)]
        yield from (month_of(one, month) for one in years if one in SAYABLE_YEARS)
    else:
        for back in range(MONTHS_BACK):
            yield month_of(today.year, today.month - back)


def _tail(groups: dict[str, str | None], month: Span) -> Span | None:
    """Return what the words after the month leave of it."""
    if groups.get("tens"):
        return _cut(month, (11, 19) if groups["tens"] in ("1", "十") else (20, 31))
    if groups.get("part"):
        return _cut(month, MONTH_PARTS[groups["part"] or ""])
    if not groups.get("day"):
        return month
    day, last = count(groups["day"]), count(groups.get("last"))
    first = day_or_none(month.first.year, month.first.month, day)
    if first is None:
        return None
    end = day_or_none(month.first.year, month.first.month, last)
    return Span(first, max(first, end or first))


def _cut(month: Span, days: tuple[int, int]) -> Span:
    first, last = (month.first + timedelta(days=day - 1) for day in days)
    return Span(first, min(last, month.last))


def _mid_autumn(found: re.Match[str], today: date) -> Span | None:
    """Return 八月十五 by both calendars: most people mean the lunar one."""
    year = said_year(found["year"], today)
    solar = latest(partial(_on, month=8, day=15), year, today)
    lunar = latest(_lunar_mid_autumn, year, today)
    spans = [span for span in (solar, lunar) if span is not None]
    if not spans:
        return None
    return Span(min(span.first for span in spans), max(span.last for span in spans))


def _lunar_mid_autumn(year: int) -> Span | None:
    day = lunar_day(year, 8, 15)
    return None if day is None else Span(day, day)


def _on(year: int, month: int, day: int) -> Span | None:
    found = day_or_none(year, month, day)
    return None if found is None else Span(found, found)


def _written(found: re.Match[str], today: date) -> Span | None:
    """Return a day written in figures; without a year, the latest one."""
    groups = found.groupdict()
    year = int(groups["y"]) if groups.get("y") else None
    if year is not None and year < 100:
        year += 2000
    return latest(partial(_on, month=int(found["m"]), day=int(found["d"])), year, today)


def _written_month(found: re.Match[str], today: date) -> Span | None:
    month = int(found["m"])
    return past(month_of(int(found["y"]), month), today) if 1 <= month <= 12 else None


def _by_year(found: re.Match[str], today: date) -> Span | None:
    """Return a year, or the part of it that is named."""
    year, part = said_year(found.groupdict().get("year"), today), found["part"] or ""
    if part.endswith(("时候", "会", "会儿", "天", "日", "同期")):
        there = months_before(today, 12 * (today.year - (year or today.year)))
        return past(Span(there - timedelta(days=30), there + timedelta(days=30)), today)
    return latest_season(partial(_year_part, part=part), year, today)


def _year_part(year: int, part: str) -> Span:
    """Return the days people may mean; 年底 reaches to the lunar new year."""
    spring = lunar_new_year(year + 1) or date(year + 1, 2, 10)
    spans = {
        "初": Span(date(year, 1, 1), date(year, 3, 15)),
        "中": Span(date(year, 5, 15), date(year, 8, 15)),
        "上": Span(date(year, 1, 1), date(year, 6, 30)),
        "下": Span(date(year, 7, 1), date(year, 12, 31)),
        "": Span(date(year, 1, 1), date(year, 12, 31)),
    }
    late = Span(date(year, 11, 16), spring - timedelta(days=1))
    return spans.get(part.removeprefix("年")[:1], late)


DATES: tuple[Rule, ...] = (
    rule(
        r"(?<![0-9.])(?P<y>(?:19|20)[0-9]{2})\s?[-./]\s?(?P<m>[0-9]{1,2})"
        r"\s?[-./]\s?(?P<d>[0-9]{1,2})(?![0-9])",
        _written,
    ),
    rule(
        r"(?<![0-9.])(?P<y>(?:19|20)[0-9]{2})(?P<m>[0-9]{2})(?P<d>[0-9]{2})(?![0-9])",
        _written,
    ),
    rule(rf"(?:{YEAR})?八月十五(?![日号])", _mid_autumn),
    rule(rf"{_NAMED_MONTH}\s?的?\s?{_TENS}", _by_month),
    rule(rf"{_NAMED_MONTH}\s?的?\s?{_DAY}{_NO_COUNT}", _by_month),
    rule(rf"{_NAMED_MONTH}\s?的?\s?{_PART}", _by_month),
    rule(rf"{_NAMED_MONTH}{_NO_COUNT}", _by_month),
    rule(rf"{_RELATIVE_MONTH}\s?的?\s?{_TENS}", _by_month),
    rule(rf"{_RELATIVE_MONTH}\s?的?\s?{_DAY}{_NO_COUNT}", _by_month),
    rule(rf"{_RELATIVE_MONTH}\s?的?\s?{_PART}", _by_month),
    rule(_RELATIVE_MONTH, _by_month),
    rule(rf"{_NO_NUMBER_BEFORE}{_TENS}", _by_month),
    rule(
        rf"{_NO_NUMBER_BEFORE}(?P<day>{DAY_NUMBER})\s?号{_NO_HOUSE}",
        _by_month,
    ),
    rule(rf"{_NO_NUMBER_BEFORE}月{_PART}", _by_month),
    rule(rf"{YEAR}{_YEAR_PART}?", _by_year),
    rule(rf"{_NO_NUMBER_BEFORE}(?P<part>年[初底末尾中]|上半年|下半年)", _by_year),
    rule(r"(?P<day>[0-9]{1,2})\s?日", _by_month, alone=True),
    rule(rf"(?P<year>(?:19|20)[0-9]{{2}}){_YEAR_PART}?", _by_year, alone=True),
    rule(
        r"(?P<y>[0-9]{2})\s?[-./]\s?(?P<m>[0-9]{1,2})\s?[-./]\s?(?P<d>[0-9]{1,2})",
        _written,
        alone=True,
    ),
    rule(r"(?P<m>[0-9]{1,2})\s?[-./]\s?(?P<d>[0-9]{1,2})", _written, alone=True),
    rule(r"(?P<m>0[1-9]|1[0-2])(?P<d>[0-9]{2})", _written, alone=True),
    rule(
        r"(?P<y>(?:19|20)[0-9]{2})\s?[-./]\s?(?P<m>[0-9]{1,2})",
        _written_month,
        alone=True,
    ),
)
