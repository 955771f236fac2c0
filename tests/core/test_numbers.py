"""Test numbers as people say and write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.numbers import LONGEST, said_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0),
        ("零", 0),
        ("23", 23),
        ("２３", 23),
        ("2 3", 23),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("二十三", 23),
        ("廿三", 23),
        ("廿", 20),
        ("卅一", 31),
        ("两", 2),
        ("俩", 2),
        ("一百", 100),
        ("两百五", 250),
        ("二百零五", 205),
        ("一百一十", 110),
        ("三千五", 3500),
        ("三千零五十", 3050),
        ("一万二", 12_000),
        ("一万", 10_000),
        ("两万零三百", 20_300),
        ("3万", 30_000),
        ("3千5百", 3500),
        ("贰拾叁", 23),
        ("二〇二六", 2026),
    ],
)
def test_a_number_is_read_as_it_is_said(text: str, number: int) -> None:
    assert said_number(text) == number


@pytest.mark.parametrize(
    "text", ["", " ", "万", "十百", "百", "三个", "好", "二二十", "五万万", "1" * 17]
)
def test_what_is_no_number_is_none(text: str) -> None:
    assert said_number(text) is None


@given(st.text(max_size=LONGEST + 4))
def test_no_text_raises(text: str) -> None:
    number = said_number(text)
    assert number is None or number >= 0
