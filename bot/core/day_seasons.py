"""Read days by feasts, farm work and the lunar calendar: 麦收前, 国庆, 腊月廿三."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import TypeAlias

from bot.core.day_rules import (
    MONTH_NUMBER,
    ONE_DAY,
    YEAR,
    Rule,
    count,
    latest,
    latest_season,
    past,
    rule,
    said_year,
)
from bot.core.facts import Span
from bot.core.lunar import lunar_day, lunar_month, lunar_new_year

MonthDay: TypeAlias = tuple[int, int]
Season: TypeAlias = Callable[[int], Span | None]

NEAR = timedelta(days=45)
"""How far 国庆前 or 麦收后 reaches from the feast or the work."""

# Farm work and seasons, over all regions: the winter wheat of the south is cut in May,
# the spring wheat of the north-west in July; children's holidays differ by province.
WORK: dict[str, tuple[MonthDay, MonthDay]] = {
    "麦收|收麦子?|割麦子?|夏收|三夏": ((5, 10), (7, 25)),
    "秋收|收秋|三秋|[收掰]玉米|[收割]稻子?": ((8, 15), (11, 15)),
    "春耕|春种|春播|开春": ((2, 1), (5, 10)),
    "暑假|暑期|放暑假": ((6, 20), (9, 5)),
    "寒假|放寒假": ((1, 5), (3, 5)),
    "春天|春季|春上": ((2, 1), (5, 31)),
    "夏天|夏季|热天": ((5, 1), (9, 15)),
    "秋天|秋季": ((8, 1), (11, 30)),
    "冬天|冬季|冬里|入冬": ((10, 20), (15, 15)),
}
# Feasts of the solar calendar, each with the days before and after that bear its name.
FEASTS: dict[str, tuple[MonthDay, int, int]] = {
    "元旦|阳历年": ((1, 1), 2, 3),
    "三八节?|妇女节": ((3, 8), 0, 0),
    "清明节?": ((4, 5), 3, 4),
    "五一(?:节|假期|长假)?|劳动节": ((5, 1), 3, 5),
    "六一(?:节)?|儿童节": ((6, 1), 1, 1),
    "教师节": ((9, 10), 0, 0),
    "国庆节?|十一(?:假期|长假|黄金周)": ((10, 1), 2, 8),
    "双十一|双11": ((11, 11), 1, 1),
    "冬至": ((12, 22), 1, 1),
    "圣诞节?": ((12, 25), 1, 1),
}
# Feasts of the lunar calendar, counted from a lunar day of the same year.
LUNAR_FEASTS: dict[str, tuple[MonthDay, int, int]] = {
    "春节|过年|过大年|大过年": ((1, 1), 10, 15),
    "小年": ((1, 1), 8, 5),
    "元宵节?|正月十五|闹元宵": ((1, 15), 0, 1),
    "端午节?": ((5, 5), 2, 3),
    "七夕": ((7, 7), 0, 0),
    "七月半|中元节?|鬼节": ((7, 15), 2, 1),
    "中秋节?": ((8, 15), 2, 3),
    "重阳节?": ((9, 9), 1, 1),
}
LUNAR_MONTHS = {"正": 1, "冬": 11, "腊": 12}

_NEW_YEAR_BEFORE, _NEW_YEAR_AFTER = "年前", "年后|过完年|过了年"
_SIDE = "(?P<side>之前|以前|前(?!后|天|几)|之后|以后|过后|后)?"
_LUNAR_YEAR_SIGN = "(?:农历|阴历|旧历)"
_LUNAR_DAY = (
    "(?:初(?P<early>[一二三四五六七八九十])|"
    "(?P<day>(?:廿|二十)[一二三四五六七八九]?|十[一二三四五六七八九]?|三十|[0-9]{1,2}))"
)


def _season(season: Season) -> Callable[[re.Match[str], date], Span | None]:
    """Return the reader of a season, of the time before it or after it."""

    def read(found: re.Match[str], today: date) -> Span | None:
        side = found["side"] or ""

        def make(year: int) -> Span | None:
            whole = season(year)
            if whole is None or not side:
                return whole
            if "前" in side:
                return Span(whole.first - NEAR, whole.last)
            return Span(whole.first, whole.last + NEAR)

        return latest_season(make, said_year(found["year"], today), today)

    return read


def _work(days: tuple[MonthDay, MonthDay], year: int) -> Span:
    """Return a season of the year; a month beyond twelve is one of the year after."""
    (month, day), (last_month, last_day) = days
    if last_month > 12:
        return Span(date(year, month, day), date(year + 1, last_month - 12, last_day))
    return Span(date(year, month, day), date(year, last_month, last_day))


def _feast(feast: tuple[MonthDay, int, int], year: int) -> Span:
    (month, day), before, after = feast
    on = date(year, month, day)
    return Span(on - before * ONE_DAY, on + after * ONE_DAY)


def _lunar_feast(feast: tuple[MonthDay, int, int], year: int) -> Span | None:
    (month, day), before, after = feast
    on = lunar_day(year, month, day)
    return None if on is None else Span(on - before * ONE_DAY, on + after * ONE_DAY)
