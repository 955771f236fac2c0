"""A correction says what was wrong, what is right, and what to do now."""

from datetime import date

import pytest

from bot.papers.correction import (
    DO,
    Correction,
    Wrong,
    changed,
    correction_html,
    correction_text,
)

MADE = Correction(
    "拖欠工资",
    date(2026, 11, 25),
    "编号以 16F7F7- 开头的，请看这里。",
    (Wrong("一年内", "两年内"), Wrong("找<仲裁>", "")),
)


@pytest.mark.parametrize(
    ("before", "after", "wrongs"),
    [
        ("甲\n乙", "甲\n乙", ()),
        ("甲\n乙\n丙", "甲\n丁\n丙", (Wrong("乙", "丁"),)),
        ("甲", "甲\n乙", (Wrong("", "乙"),)),
        ("甲\n乙", "乙", (Wrong("甲", ""),)),
    ],
)
def test_only_the_lines_that_differ_are_told(
    before: str, after: str, wrongs: tuple[Wrong, ...]
) -> None:
    assert changed(before, after) == wrongs


def test_the_text_says_everything_a_holder_of_the_card_needs() -> None:
    text = correction_text(MADE)
    said = ("勘误：拖欠工资", "2026年11月25日", MADE.cards, "一年内", "两年内", *DO)
    assert [one for one in said if one not in text] == []
    assert "（删去，不再这样说）" in text


def test_the_page_says_the_same_with_its_signs_escaped() -> None:
    page = correction_html(MADE)
    assert "找&lt;仲裁&gt;" in page
    assert "<仲裁>" not in page
    assert [one for one in (MADE.cards, "两年内", *DO) if one not in page] == []


def test_the_page_needs_nothing_from_elsewhere() -> None:
    page = correction_html(MADE)
    assert "http" not in page
    assert "src=" not in page
