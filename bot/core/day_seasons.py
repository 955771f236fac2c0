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
    Reader,
    Rule,
    count,
    latest,
    latest_season,
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

_SIDE = "(?P<side>之前|以前|前(?!后|天|几)|之后|以后|过后|后)?"
_NO_LENGTH = "(?<![0-9一二两三四五六七八九十百千万几半多去今])"
_NO_STREET = "(?![路街村巷桥广社])"
_LUNAR_YEAR_SIGN = "(?:农历|阴历|旧历)"
_LUNAR_DAY = (
    "(?:初(?P<early>[一二三四五六七八九十])|"
    "(?P<day>(?:廿|二十)[一二三四五六七八九]?|十[一二三四五六七八九]?|三十|[0-9]{1,2}))"
)


_RELATIVE_YEARS = ("今", "本", "去", "上", "旧", "头", "前", "大")


def _season(whole: Season, core: Season) -> Reader:
    """Return the reader of a season, or of the time before or after its core."""

    def read(found: re.Match[str], today: date) -> Span | None:
        side = found["side"] or ""

        def make(year: int) -> Span | None:
            span = core(year) if side else whole(year)
            if span is None or not side:
                return span
            if "前" in side:
                return Span(span.first - NEAR, span.last)
            return Span(span.first, span.last + NEAR)

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


def _before_new_year(year: int) -> Span | None:
    spring = lunar_new_year(year)
    return None if spring is None else Span(spring - 60 * ONE_DAY, spring - ONE_DAY)


def _after_new_year(year: int) -> Span | None:
    spring = lunar_new_year(year)
    return None if spring is None else Span(spring, spring + 60 * ONE_DAY)


def _plain(season: Season) -> Reader:
    """Return the reader of a season that has no before and after of its own."""
    return lambda found, today: latest_season(
        season, said_year(found["year"], today), today
    )


def _eve(found: re.Match[str], today: date) -> Span | None:
    """Return 除夕; 去年除夕 may mean the one that began or the one that ended it."""
    year = said_year(found["year"], today)
    first = latest(_eve_of, year, today)
    if year is None or first is None:
        return first
    return Span(first.first, (latest(_eve_of, year + 1, today) or first).last)


def _eve_of(year: int) -> Span | None:
    spring = lunar_new_year(year)
    return None if spring is None else Span(spring - ONE_DAY, spring - ONE_DAY)


def _lunar(found: re.Match[str], today: date) -> Span | None:
    """Return a lunar month or a day of it."""
    groups = found.groupdict()
    month = LUNAR_MONTHS.get(found["month"]) or count(found["month"])
    day, leap = count(groups["early"] or groups["day"]), bool(groups["leap"])

    def make(year: int) -> Span | None:
        whole = lunar_month(year, month, leap=leap)
        if whole is None or not (groups["early"] or groups["day"]):
            return None if whole is None else Span(*whole)
        on = lunar_day(year, month, day, leap=leap)
        return None if on is None else Span(on, on)

    return latest(make, _lunar_year(groups["year"], today), today)


def _lunar_year(words: str | None, today: date) -> int | None:
    """Return the lunar year: 今年 and 去年 turn at the lunar new year."""
    year = said_year(words, today)
    spring = lunar_new_year(today.year)
    if (
        year
        and words
        and words.startswith(_RELATIVE_YEARS)
        and spring
        and today < spring
    ):
        return year - 1
    return year


def _lunar_day_alone(found: re.Match[str], today: date) -> Span | None:
    """Return the latest such day of any lunar month."""
    day = count(found["early"] or found["day"])
    days = (
        lunar_day(year, month, day, leap=leap)
        for year in (today.year, today.year - 1)
        for month in range(1, 13)
        for leap in (False, True)
    )
    begun = [on for on in days if on is not None and on <= today]
    return Span(max(begun), max(begun)) if begun else None


SEASONS: tuple[Rule, ...] = (
    rule(
        rf"(?:{YEAR})?{_LUNAR_YEAR_SIGN}\s?(?P<leap>闰)?"
        rf"(?P<month>[正冬腊]|{MONTH_NUMBER})月(?:\s?{_LUNAR_DAY})?",
        _lunar,
    ),
    rule(rf"(?:{YEAR})?(?P<leap>闰)?(?P<month>[正冬腊])月(?:\s?{_LUNAR_DAY})?", _lunar),
    rule(
        rf"(?:{YEAR})?(?P<leap>闰)?(?P<month>{MONTH_NUMBER})月\s?"
        "(?:初(?P<early>[一二三四五六七八九十])|(?P<day>廿[一二三四五六七八九]?)日?)",
        _lunar,
    ),
    rule(rf"(?:{YEAR})?(?:大?年三十|大年夜|年夜|除夕)(?:夜|晚上)?", _eve),
    *(
        rule(
            rf"(?:{YEAR})?大年初{number}",
            _plain(partial(_lunar_feast, ((1, day), 0, 0))),
        )
        for day, number in enumerate("一二三四五六七", 1)
    ),
    *(
        rule(
            rf"(?:{YEAR})?(?:{names}){_SIDE}",
            _season(partial(_work, days), partial(_work, days)),
        )
        for names, days in WORK.items()
    ),
    *(
        rule(
            rf"(?:{YEAR})?(?:{names}){_NO_STREET}{_SIDE}",
            _season(partial(make, feast), partial(make, (feast[0], 0, 0))),
        )
        for feasts, make in ((FEASTS, _feast), (LUNAR_FEASTS, _lunar_feast))
        for names, feast in feasts.items()
    ),
    rule(
        rf"(?:{YEAR})?{_NO_LENGTH}年前",
        _plain(_before_new_year),
    ),
    rule(
        rf"(?:{YEAR})?(?:{_NO_LENGTH}年后|过完年|过了年)",
        _plain(_after_new_year),
    ),
    rule(
        "初(?P<early>[一二三四五六七八九十])|(?P<day>廿[一二三四五六七八九]?)",
        _lunar_day_alone,
        alone=True,
    ),
)
