"""Words come into one form, whatever was typed, in one linear pass."""

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding import normalising
from bot.understanding.normalising import MOST_CHARACTERS, normalise
from tests.understanding.counting import lines_run


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("拖 欠 工 资", "拖欠工资"),
        ("拖欠 工资 三个月", "拖欠工资三个月"),
        ("拖欠　　工资", "拖欠工资"),
        ("包工头跑了 工钱一分没给", "包工头跑了,工钱一分没给"),
        ("３月５日，收到", "3月5日,收到"),
        ("landlord keeps 押金 不退", "landlord keeps 押金不退"),
        ("訴訟費用", "诉讼费用"),
        ("申請覆核和覆議", "申请复核和复议"),
        ("重覆，颠覆", "重覆,颠覆"),
        ("乾杯", "乾杯"),
        ("我\u200b想\u202e死\u0000", "我想死"),
        ("⼯资", "工资"),
        ("\ud800坏\ue000字", "坏字"),
        ("e\u0301", "e"),
        ("  第一行 \r\n 第二行\t完 ", "第一行\n\n第二行完"),
        ("", ""),
        ("　 \n", ""),
    ],
)
def test_words_come_into_one_form(typed: str, words: str) -> None:
    assert normalise(typed) == words


def test_a_message_longer_than_anyone_writes_is_cut() -> None:
    assert normalise("字" * (MOST_CHARACTERS + 9)) == "字" * MOST_CHARACTERS
    assert len(normalise("\ufdfa" * MOST_CHARACTERS)) <= MOST_CHARACTERS


@given(st.text(max_size=200))
def test_any_text_is_taken_and_a_second_pass_changes_nothing(text: str) -> None:
    words = normalise(text)
    assert normalise(words) == words


def test_ten_thousand_odd_strings_never_raise() -> None:
    dice = random.Random(20261124)
    for _ in range(10_000):
        length = dice.randrange(40)
        text = "".join(chr(dice.randrange(0x110000)) for _ in range(length))
        hidden = {unicodedata.category(sign) for sign in normalise(text)}
        assert not hidden & {"Cf", "Cs", "Co"}


@pytest.mark.parametrize(
    "unit", ["拖欠 工资 ", "字", "a 字", "\u200b字 ", " ", "訴 訟"]
)
def test_twice_the_text_takes_at_most_twice_the_work(unit: str) -> None:
    short, long = unit * 200, unit * 400
    assert lines_run(lambda: normalise(long)) <= 2.1 * lines_run(
        lambda: normalise(short)
    )


def test_without_the_cut_the_length_guard_turns_red(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(normalising, "MOST_CHARACTERS", 10**9)
    assert len(normalise("字" * (MOST_CHARACTERS + 9))) > MOST_CHARACTERS


def test_without_dropping_hidden_signs_they_stay(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(normalising, "_DROPPED", frozenset())
    assert normalise("我\u200b想死") != "我想死"


def test_simplified_text_never_loads_the_converter(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(_words: str) -> str:
        raise AssertionError

    monkeypatch.setattr(normalising, "_simplified", fail)
    assert normalise("我要讨工资，老板不给；乾杯") == "我要讨工资,老板不给;乾杯"
    with pytest.raises(AssertionError):
        normalise("討工資")
