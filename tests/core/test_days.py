"""Test days as people say them; today is 24 November 2026, a Tuesday."""

import time
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core import day_dates, day_rules, days
from bot.core.days import WAYS, find_day, is_unsure_day, said_day, way_span
from bot.core.facts import Span

TODAY = date(2026, 11, 24)


def span(words: str) -> Span:
    first, _, last = words.partition("..")
    return Span(date.fromisoformat(first), date.fromisoformat(last or first))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("今天", "2026-11-24"),
        ("今早", "2026-11-24"),
        ("昨天", "2026-11-23"),
        ("昨天下午收到的", "2026-11-23"),
        ("前天", "2026-11-22"),
        ("大前天", "2026-11-21"),
        ("三天前", "2026-11-21"),
        ("三天了", "2026-11-21"),
        ("两三天前", "2026-11-21..2026-11-22"),
        ("两个小时前", "2026-11-23..2026-11-24"),
        ("上周三", "2026-11-18"),
        ("上礼拜天", "2026-11-22"),
        ("上上周五", "2026-11-13"),
        ("这周一", "2026-11-23"),
        ("星期三", "2026-11-18"),
        ("周二", "2026-11-24"),
        ("周7", "2026-11-22"),
        ("上个星期", "2026-11-16..2026-11-22"),
        ("这个礼拜", "2026-11-23..2026-11-24"),
        ("3号", "2026-11-03"),
        ("30号", "2026-10-30"),
        ("5日", "2026-11-05"),
        ("31号", "2026-10-31"),
        ("本月3号", "2026-11-03"),
        ("上个月15号", "2026-10-15"),
        ("上上个月15号", "2026-09-15"),
        ("上个月", "2026-10-01..2026-10-31"),
        ("上个月底", "2026-10-20..2026-10-31"),
        ("这个月初", "2026-11-01..2026-11-10"),
        ("月初", "2026-11-01..2026-11-10"),
        ("上个月二十几号", "2026-10-20..2026-10-31"),
        ("3月20多号", "2026-03-20..2026-03-31"),
        ("十几号", "2026-11-11..2026-11-19"),
        ("三月五号", "2026-03-05"),
        ("3月5日", "2026-03-05"),
        ("3月5", "2026-03-05"),
        ("三月五号到六号", "2026-03-05..2026-03-06"),
        ("3月5号或者3月10号", "2026-03-05..2026-03-10"),
        ("3月底4月初", "2026-03-20..2026-04-10"),
        ("12月5号", "2025-12-05"),
        ("2月29号", "2024-02-29"),
        ("六月份", "2026-06-01..2026-06-30"),
        ("十二月", "2025-12-01..2025-12-31"),
        ("十一月", "2026-11-01..2026-11-24"),
        ("去年三月", "2025-03-01..2025-03-31"),
        ("去年的3月", "2025-03-01..2025-03-31"),
        ("前年", "2024-01-01..2024-12-31"),
        ("大前年", "2023-01-01..2023-12-31"),
        ("去年", "2025-01-01..2025-12-31"),
        ("2025年", "2025-01-01..2025-12-31"),
        ("2025", "2025-01-01..2025-12-31"),
        ("今年六月底", "2026-06-20..2026-06-30"),
        ("今年六月初", "2026-06-01..2026-06-10"),
        ("今年六月中旬", "2026-06-10..2026-06-20"),
        ("去年上半年", "2025-01-01..2025-06-30"),
        ("去年下半年", "2025-07-01..2025-12-31"),
        ("今年年初", "2026-01-01..2026-03-15"),
        ("去年年中", "2025-05-15..2025-08-15"),
        ("去年底", "2025-11-16..2026-02-16"),
        ("去年这个时候", "2025-10-25..2025-12-24"),
        ("年初", "2026-01-01..2026-03-15"),
        ("2026.3.5", "2026-03-05"),
        ("2026-3-5", "2026-03-05"),
        ("2026/3/5", "2026-03-05"),
        ("２０２６／３／５", "2026-03-05"),
        ("20260305", "2026-03-05"),
        ("26.3.5", "2026-03-05"),
        ("3.5", "2026-03-05"),
        ("0305", "2026-03-05"),
        ("2026.3", "2026-03-01..2026-03-31"),
        ("二〇二六年三月五日", "2026-03-05"),
        ("二零二六年三月五日", "2026-03-05"),
        ("2026 年 3 月 5 日", "2026-03-05"),
        ("25年3月5号", "2025-03-05"),
        ("98年3月5号", "1998-03-05"),
        ("三月廿三日", "2026-05-09"),
        ("腊月廿三", "2026-02-10"),
        ("去年腊月", "2026-01-19..2026-02-16"),
        ("正月初五", "2026-02-21"),
        ("五月初三", "2026-06-17"),
        ("农历三月十五", "2026-05-01"),
        ("闰六月初一", "2025-07-25"),
        ("初五", "2026-11-13"),
        ("大年初三", "2026-02-19"),
        ("年三十", "2026-02-16"),
        ("去年除夕", "2025-01-28..2026-02-16"),
        ("八月十五", "2026-08-15..2026-09-25"),
        ("八月十五号", "2026-08-15"),
        ("麦收前", "2026-03-26..2026-07-25"),
        ("麦收后", "2026-05-10..2026-09-08"),
        ("秋收", "2026-08-15..2026-11-15"),
        ("冬天", "2025-10-20..2026-11-24"),
        ("春节前", "2026-01-03..2026-02-17"),
        ("过年", "2026-02-07..2026-03-04"),
        ("年前", "2025-12-19..2026-02-16"),
        ("过完年", "2026-02-17..2026-04-18"),
        ("国庆前", "2026-08-17..2026-10-01"),
        ("國慶節後", "2026-10-01..2026-11-15"),
        ("中秋", "2026-09-23..2026-09-28"),
        ("清明", "2026-04-02..2026-04-09"),
        ("元旦", "2025-12-30..2026-01-04"),
        ("暑假", "2026-06-20..2026-09-05"),
        ("刚收到", "2026-11-14..2026-11-24"),
        ("刚", "2026-11-14..2026-11-24"),
        ("最近", "2026-09-25..2026-11-24"),
        ("刚刚", "2026-11-22..2026-11-24"),
        ("刚才", "2026-11-23..2026-11-24"),
        ("这几天", "2026-11-17..2026-11-24"),
        ("前几天", "2026-11-12..2026-11-23"),
        ("十天半个月前", "2026-11-02..2026-11-15"),
        ("半个月前", "2026-11-02..2026-11-15"),
        ("20多天前", "2026-10-19..2026-11-08"),
        ("二十天前", "2026-10-31..2026-11-08"),
        ("100多天前", "2026-03-29..2026-09-05"),
        ("一周前", "2026-11-14..2026-11-19"),
        ("两个月前", "2026-09-09..2026-10-10"),
        ("一个多月前", "2026-09-09..2026-11-06"),
        ("个把月前", "2026-09-18..2026-11-12"),
        ("一年多以前", "2024-05-27..2026-02-22"),
        ("一年半前", "2025-01-10..2025-10-08"),
        ("两年前", "2024-01-01..2025-05-23"),
        ("半年前", "2026-03-26..2026-07-25"),
        ("大半年", "2025-08-25..2026-07-25"),
        ("很久以前", "2006-11-24..2026-10-24"),
        ("一个月内", "2026-10-24..2026-11-24"),
        ("三天之内", "2026-11-21..2026-11-24"),
        ("半年以内", "2026-05-25..2026-11-24"),
        ("一年内", "2025-11-24..2026-11-24"),
        ("3月5号左右", "2026-02-28..2026-03-10"),
        ("大概三月五号吧", "2026-02-28..2026-03-10"),
        ("3月5号以前", "2025-03-05..2026-03-05"),
        ("3月5号以后", "2026-03-05..2026-11-24"),
    ],
)
def test_a_day_is_read_as_people_say_it(text: str, expected: str) -> None:
    assert said_day(text, TODAY) == span(expected)


@pytest.mark.parametrize(
    ("text", "today", "expected"),
    [
        ("三月五号", "2026-01-10", "2025-03-05"),
        ("12月31号", "2026-01-01", "2025-12-31"),
        ("年底", "2026-01-05", "2025-11-16..2026-01-05"),
        ("年底", "2026-11-24", "2025-11-16..2026-11-24"),
        ("国庆", "2026-09-01", "2025-09-29..2025-10-09"),
        ("国庆", "2026-10-06", "2026-09-29..2026-10-06"),
        ("国庆", "2026-09-30", "2025-09-29..2026-09-30"),
        ("元旦", "2026-12-31", "2025-12-30..2026-12-31"),
        ("元旦", "2027-01-02", "2026-12-30..2027-01-02"),
        ("去年腊月", "2026-02-01", "2024-12-31..2025-01-28"),
        ("25年3月", "2024-05-01", "1925-03-01..1925-03-31"),
        ("上个月", "2026-01-15", "2025-12-01..2025-12-31"),
        ("三月份", "2026-03-08", "2026-03-01..2026-03-08"),
        ("31号", "2026-03-30", "2026-01-31"),
        ("除夕", "2026-02-15", "2025-01-28"),
    ],
)
def test_an_unsaid_year_is_the_latest_that_has_begun(
    text: str, today: str, expected: str
) -> None:
    assert said_day(text, date.fromisoformat(today)) == span(expected)


@pytest.mark.parametrize(
    "text",
    [
        "明天", "后天", "下周三", "下个月", "下个月3号", "明年3月", "这周五",
        "2026年12月5号", "2027-01-01", "今年12月", "明年八月十五", "明年春节",
    ],
)  # fmt: skip
def test_a_day_still_to_come_is_none(text: str) -> None:
    assert said_day(text, TODAY) is None


def test_without_the_guard_a_day_to_come_is_taken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for module in (days, day_dates, day_rules):
        monkeypatch.setattr(module, "past", lambda span, _today: span)
    assert said_day("2026年12月5号", TODAY) == span("2026-12-05")


@pytest.mark.parametrize("text", ["过年", "中秋", "腊月廿三", "年三十", "初五", "年前"])
def test_a_lunar_day_beyond_the_table_is_none(text: str) -> None:
    assert said_day(text, date(2070, 6, 1)) is None


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "香蕉", "忘了", "二月三十号", "13月5号", "3月40号", "2026.13.5",
        "2026.13", "3号楼", "三个月工资", "第3天", "一周三次", "9999年3月",
        "两千年前", "500年前", "0号", "五一路", "100个小时前", "8", "500年内",
        "110101199003051234", "13812345678", "3月工资", "初三十", "1234年5月6日",
        "闰九月初一", "这里有一句很长很长的话" * 4,
    ],
)  # fmt: skip
def test_what_names_no_day_is_none(text: str) -> None:
    assert said_day(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "expected", "named"),
    [
        ("我是2026年3月5号收到的决定书", "2026-03-05", "2026年3月5号"),
        ("下个月3号开庭，上个月15号收到的", "2026-10-15", "上个月15号"),
        ("老板去年三月到现在没发工资", "2025-03-01..2025-03-31", "去年三月"),
        ("３月５号左右来人量的地", "2026-02-28..2026-03-10", "３月５号左右"),
        ("国庆前把房子拆了", "2026-08-17..2026-10-01", "国庆前"),
    ],
)
def test_the_first_day_of_a_sentence_is_found_with_its_place(
    text: str, expected: str, named: str
) -> None:
    start = text.index(named)
    assert find_day(text, TODAY) == (span(expected), start, start + len(named))


def test_a_sentence_of_many_days_to_come_names_none() -> None:
    assert find_day("明天" * 30 + "昨天", TODAY) is None
    assert find_day("明天" * 3 + "昨天", TODAY) == (span("2026-11-23"), 6, 8)


@pytest.mark.parametrize(
    ("text", "unsure"),
    [
        ("不记得", True),
        ("忘了", True),
        ("记不清哪天了", True),
        ("谁记得啊", True),
        ("不知道", True),
        ("忘了，好像是三月份", False),
        ("三月五号", False),
        ("香蕉", False),
    ],
)
def test_who_does_not_know_the_day_is_heard(text: str, unsure: bool) -> None:  # noqa: FBT001
    assert is_unsure_day(text) is unsure


@pytest.mark.parametrize(
    ("way", "expected"),
    [
        (1, "2026-11-24"),
        (2, "2026-11-17..2026-11-24"),
        (3, "2026-10-24..2026-11-24"),
        (4, "2006-11-24..2026-10-24"),
        ("今天", "2026-11-24"),
        (" 更早", "2006-11-24..2026-10-24"),
    ],
)
def test_a_numbered_way_is_a_span(way: int | str, expected: str) -> None:
    assert way_span(way, TODAY) == span(expected)


@pytest.mark.parametrize("way", [0, -1, 5, 6, "不记得", "香蕉", ""])
def test_no_way_is_no_span(way: int | str) -> None:
    assert way_span(way, TODAY) is None


def test_every_way_but_the_last_is_a_span() -> None:
    assert [way_span(way, TODAY) is None for way in WAYS] == [False] * 4 + [True]


ALPHABET = (
    "0123456789一二三十廿两几半多来大上下个月日号天年前后去今昨周星期礼拜"
    "农历闰腊初正国庆到、.-/ 在我约"
)
TODAYS = st.dates(date(1990, 1, 1), date(2049, 12, 31))


@given(st.text() | st.text(alphabet=ALPHABET, max_size=30), TODAYS)
def test_no_text_raises_and_no_day_is_still_to_come(text: str, today: date) -> None:
    found = said_day(text, today)
    if found is not None:
        assert found.first <= found.last <= today
    assert is_unsure_day(text) in (True, False)


@given(st.text(alphabet=ALPHABET, max_size=30), TODAYS)
def test_a_found_day_lies_inside_the_text(text: str, today: date) -> None:
    found = find_day(text, today)
    if found is not None:
        _, start, end = found
        assert 0 <= start < end <= len(text)


@given(st.integers(0, 3000), TODAYS)
def test_a_whole_date_is_read_back_in_every_form(back: int, today: date) -> None:
    day = today - timedelta(days=back)
    forms = [
        day.isoformat(),
        f"{day:%Y%m%d}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}/{day.month}/{day.day}",
    ]
    assert {said_day(form, today) for form in forms} == {Span(day, day)}


@pytest.mark.parametrize(
    "piece", ["三月", "2026年12月5号", "1", " ", "半年", "腊月", "大概", "几多来个半"]
)
def test_a_very_long_text_takes_time_in_proportion(piece: str) -> None:
    text = piece * (10_000 // len(piece))
    begun = time.perf_counter()
    said_day(text, TODAY)
    assert time.perf_counter() - begun < 2


@pytest.mark.parametrize("words", ["收到20天了", "处理意见书收到二十天了", "20天了"])
def test_so_long_since_is_so_long_ago(words: str) -> None:
    today = date(2026, 11, 24)
    said, ago = (
        find_day(words, today) or said_day(words, today),
        said_day("20天前", today),
    )
    assert (said[0] if isinstance(said, tuple) else said) == ago


def test_how_long_the_work_took_is_no_day() -> None:
    assert find_day("干了三个月了一分没给", date(2026, 11, 24)) is None
