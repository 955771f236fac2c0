"""Read single values: what is meant is offered where it is plain."""

from datetime import date

import pytest

from bot.reading.shapes import Choice, Cited, Day, Days, Leaf, Truth, Whole
from bot.reading.values import citation_of, day_of, days_of, fault_of, whole_of


@pytest.mark.parametrize(
    ("leaf", "text"),
    [
        (Whole(), "60"),
        (Whole(), "0"),
        (Day(), "2024-02-29"),
        (Days(), "2026-10-01..2026-10-07"),
        (Days(), "2026-10-01"),
        (Truth(), "true"),
        (Choice(("日", "月")), "月"),
        (Cited(), "信访工作条例 22"),
        (Cited(), "行诉解释 1.2.9"),
        (Cited(), "刑法 276-1"),
        (Cited(), "试行解释(一) 15"),
    ],
)
def test_a_right_value_has_no_fault(leaf: Leaf, text: str) -> None:
    assert fault_of(leaf, text) is None


@pytest.mark.parametrize(
    ("leaf", "text", "rule", "meant"),
    [
        (Whole(), "６０", "digits", "60"),
        (Whole(), "“60”", "digits", "60"),
        (Whole(), "60日", "number", "60"),
        (Whole(), "六十日", "number", "60"),
        (Whole(), "3个月", "number", "3"),
        (Whole(), "2.5", "number", None),
        (Whole(), "很久", "number", None),
        (Whole(1), "0", "number", None),
        (Day(), "2026-1-1", "day", "2026-01-01"),
        (Day(), "2026年1月1日", "day", "2026-01-01"),
        (Day(), "2026/1/1", "day", "2026-01-01"),
        (Day(), "2026.01.01", "day", "2026-01-01"),
        (Day(), "2026－01－01", "day", "2026-01-01"),
        (Day(), "２０２６-01-01", "digits", "2026-01-01"),
        (Day(), "2025-02-29", "day", None),
        (Day(), "2026-10-01..2026-10-07", "day", None),
        (Day(), "去年", "day", None),
        (Days(), "2026-10-01至2026-10-07", "day", "2026-10-01..2026-10-07"),
        (Days(), "2026-10-07..2026-10-01", "day", None),
        (Days(), "2026-01-01..2026-12-31", "day", None),
        (Truth(), "是", "truth", "true"),
        (Truth(), "False", "truth", "false"),
        (Truth(), "大概", "truth", None),
        (Choice(("日", "工作日")), "工作天", "unknown-value", "工作日"),
        (Choice(("日", "月")), "“月”", "unknown-value", "月"),
        (Choice(("日", "月")), "周", "unknown-value", None),
        (Cited(), "信访工作条例22", "citation", "信访工作条例 22"),
        (Cited(), "《信访工作条例》第22条", "citation", "信访工作条例 22"),
        (Cited(), "信访工作条例第二十二条", "citation", "信访工作条例 22"),
        (Cited(), "刑法第二百七十六条之一", "citation", "刑法 276-1"),
        (Cited(), "信访工作条例　22", "citation", "信访工作条例 22"),
        (Cited(), "信访工作条例 ２２", "digits", "信访工作条例 22"),
        (Cited(), "行诉解释 1．2．9", "citation", "行诉解释 1.2.9"),
        (Cited(), "信访工作条例", "citation", None),
    ],
)
def test_a_wrong_value_is_told_with_what_was_meant(
    leaf: Leaf, text: str, rule: str, meant: str | None
) -> None:
    fault = fault_of(leaf, text)
    assert fault is not None
    assert (fault.rule, fault.text) == (rule, meant)
    assert meant is None or fault_of(leaf, meant) is None


def test_values_are_read_as_what_they_say() -> None:
    assert whole_of("60") == 60
    assert day_of("2026-11-24") == date(2026, 11, 24)
    assert days_of("2026-12-31..2027-01-01") == (date(2026, 12, 31), date(2027, 1, 1))
    assert citation_of("行诉解释 1.2.9") == ("行诉解释", "1", ".2.9")


@pytest.mark.parametrize("text", ["", "x", "²", "١٢", "9" * 40])
def test_what_is_no_number_reads_as_none(text: str) -> None:
    assert whole_of(text) is None
