"""Read stories into what they say and expect."""

from datetime import date
from pathlib import Path

import pytest

from bot.core.knowledge import Place
from bot.reading.stories import CardExpectation, Story, Turn, read_stories
from tests.reading.good import STORIES


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a file of stories."""
    written = tmp_path / "labour.yaml"
    written.write_text(STORIES, "utf-8")
    return written


def test_a_story_is_read_whole(path: Path) -> None:
    assert read_stories(path)[0] == (
        Story(
            "工地七个人讨工钱",
            date(2026, 11, 24),
            (
                Turn("我们七个人在工地：包工头跑了，一分没给"),
                Turn("还没找过谁", "走到哪一步了", ("工地",), ("不管",)),
            ),
            (
                CardExpectation(
                    "拖欠工资",
                    ("劳动监察投诉", "转人工"),
                    (("劳动监察投诉", date(2027, 10, 8)),),
                    must=("告示牌",),
                ),
            ),
            1,
        ),
    )


def test_turns_and_cards_know_where_they_stand(path: Path) -> None:
    ((story,), _) = read_stories(path)
    file = path.as_posix()
    places = [story.place]
    places += [turn.place for turn in story.talk]
    places += [card.place for card in story.cards]
    spots = [(2, 5), (6, 9), (7, 9), (9, 9)]
    assert places == [Place(file, *spot) for spot in spots]


@pytest.mark.parametrize(
    ("old", "new", "rule", "spot"),
    [
        ("    date: 2026-11-24", "    date: 2026年11月24日", "day", (3, 11)),
        ("    talk:", "    talk：", "colon", (5, 9)),
        ("{asks: 走到哪一步了, say:", "{asks: 走到哪一步了，say:", "comma", (7, 22)),
        ("        must: [告示牌]", "        most: [告示牌]", "unknown-key", (12, 9)),
        ("    cards:\n", "    cards:\n      - 无\n", "wrong-kind", (9, 9)),
    ],
)
def test_a_fault_in_a_story_is_told_at_its_place(
    path: Path, old: str, new: str, rule: str, spot: tuple[int, int]
) -> None:
    path.write_text(STORIES.replace(old, new), "utf-8")
    stories, problems = read_stories(path)
    assert stories == ()
    assert [(one.rule, one.place.line, one.place.column) for one in problems] == [
        (rule, *spot)
    ]


def test_two_stories_of_one_name_are_told(path: Path) -> None:
    path.write_text(STORIES + STORIES.partition("\n")[2], "utf-8")
    assert [one.rule for one in read_stories(path)[1]] == ["doubled-name"]


def test_a_file_that_is_no_story_is_told(path: Path) -> None:
    path.write_text("", "utf-8")
    assert [one.rule for one in read_stories(path)[1]] == ["empty"]
