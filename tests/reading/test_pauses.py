"""The file of paused matters is written so that it reads back the same."""

from datetime import date

import pytest

from bot.core.knowledge import Pause
from bot.reading.loading import load_files
from bot.reading.pauses import FILE, with_pause, without_pause
from tests.reading.good import files

DAY, LATER = date(2026, 11, 24), date(2026, 11, 26)


def read(text: str) -> tuple[Pause, ...]:
    loaded = load_files({**files(), FILE: text.encode()})
    assert loaded.knowledge is not None, loaded.problems
    return loaded.knowledge.pauses


@pytest.mark.parametrize("before", ["", "paused: []\n", "# 停用\npaused: []"])
def test_a_matter_is_paused_and_answered_again(before: str) -> None:
    text = with_pause(before, "拖欠工资", "正在核对", DAY)
    assert read(text) == (Pause("拖欠工资", "正在核对", DAY),)
    again = without_pause(text, "拖欠工资", LATER)
    assert read(again) == (Pause("拖欠工资", "正在核对", DAY, LATER),)


@pytest.mark.parametrize("why", ["第3条: 改了", "他说'等等'", "甲, 乙} 丙", "# 核对"])
def test_any_reason_can_be_written(why: str) -> None:
    assert read(with_pause("", "拖欠工资", why, DAY))[0].because == why


def test_a_second_pause_leaves_the_first_row_alone() -> None:
    once = without_pause(with_pause("", "拖欠工资", "甲", DAY), "拖欠工资", LATER)
    twice = with_pause(once, "拖欠工资", "乙", LATER)
    ended = without_pause(twice, "拖欠工资", LATER)
    assert [(one.because, one.until) for one in read(twice)] == [
        ("甲", LATER),
        ("乙", None),
    ]
    assert [one.until for one in read(ended)] == [LATER, LATER]


def test_a_matter_that_does_not_exist_is_told() -> None:
    text = with_pause("", "拖欠工", "甲", DAY)
    found = load_files({**files(), FILE: text.encode()}).problems
    assert [one.place.file for one in found] == [FILE]


def test_a_pause_does_not_change_what_is_proven() -> None:
    held = files()
    text = with_pause("", "拖欠工资", "甲", DAY).encode()
    before, after = load_files(held), load_files({**held, FILE: text})
    assert before.knowledge is not None
    assert after.knowledge is not None
    assert before.knowledge.version == after.knowledge.version
