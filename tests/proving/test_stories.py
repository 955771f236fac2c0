from datetime import date

import pytest

from bot.core.knowledge import Place
from bot.proving import check_stories
from bot.reading.stories import CardExpectation, Story, Turn
from tests.proving.maps import DAY, advise, small_map

KNOWLEDGE = small_map((advise("欠薪/完", "乙"),), (DAY,))
SPOT = Place("stories/a.yaml", 7, 9)


def story(card: CardExpectation, *talk: Turn) -> Story:
    return Story("欠薪", date(2026, 11, 24), talk, (card,), place=SPOT)


def test_a_story_that_names_what_is_known_is_quiet() -> None:
    card = CardExpectation(remedies=("乙",), act_by=(("甲", date(2026, 12, 1)),))
    assert not list(check_stories(KNOWLEDGE, [story(card, Turn("", DAY.name))]))


@pytest.mark.parametrize(
    ("card", "name"),
    [
        (CardExpectation(matter="欠钱", place=SPOT), "欠钱"),
        (CardExpectation(remedies=("丙",), place=SPOT), "丙"),
        (CardExpectation(act_by=(("丁", date(2026, 1, 1)),), place=SPOT), "丁"),
    ],
)
def test_an_unknown_name_on_a_card_is_told(card: CardExpectation, name: str) -> None:
    found = list(check_stories(KNOWLEDGE, [story(card)]))
    assert [problem.rule for problem in found] == ["story-name"]
    assert name in found[0].what
    assert found[0].place == SPOT


def test_a_question_that_nobody_asks_gets_the_nearest_name() -> None:
    found = list(
        check_stories(KNOWLEDGE, [story(CardExpectation(), Turn("", "收到日子"))])
    )
    assert found[0].right == "是不是“收到的日子”？"


def test_two_stories_of_one_name_are_told() -> None:
    one = story(CardExpectation())
    two = story(CardExpectation(matter=""))
    assert [p.rule for p in check_stories(KNOWLEDGE, [one, two])] == ["same-story"]
