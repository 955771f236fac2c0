"""The picture of the way shows what was, where it stands and what comes, in order."""

from xml.etree import ElementTree as ET

import pytest

from bot.core.advice import advise
from bot.core.agenda import Outcome
from bot.core.knowledge import Knowledge
from bot.core.walking import walk
from bot.papers.timeline import stops, timeline_of
from bot.reading import knowledge_folder, load
from tests.papers.talking import TODAY, talked

REVIEW = ("信访局的处理意见书我不服，11月18日收到的", "先告诉我去哪")


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    loaded = load(knowledge_folder())
    assert loaded.knowledge is not None, loaded.problems
    return loaded.knowledge


def outcome(knowledge: Knowledge, *words: str) -> Outcome:
    path = walk(knowledge, talked(knowledge, *words).case, TODAY)
    return path, advise(knowledge, path, TODAY)


def test_the_stops_stand_in_the_order_in_which_they_come(knowledge: Knowledge) -> None:
    made = stops(knowledge, outcome(knowledge, *REVIEW), TODAY)
    order = [stop.when for stop in made]
    assert order == sorted(order, key=["past", "now", "ahead", "after"].index)
    assert made[0].day == "2026年11月18日"
    assert "请求复查" in made[1].text
    assert made[2].day.startswith("2026年12月17日")


def test_the_next_doors_stand_behind(knowledge: Knowledge) -> None:
    made = stops(knowledge, outcome(knowledge, *REVIEW), TODAY)
    doors = [stop for stop in made if stop.when == "after"]
    assert "复核" in doors[0].text
    assert "30日" in doors[0].text


def test_the_picture_is_whole_and_says_the_same_in_words(knowledge: Knowledge) -> None:
    made = outcome(knowledge, *REVIEW)
    picture = timeline_of(knowledge, made, TODAY)
    root = ET.fromstring(picture)
    said = root.findtext("{http://www.w3.org/2000/svg}desc") or ""
    assert all(stop.day in said for stop in stops(knowledge, made, TODAY))
    assert picture == timeline_of(knowledge, outcome(knowledge, *REVIEW), TODAY)


def test_a_card_without_a_day_has_its_picture_too(knowledge: Knowledge) -> None:
    made = outcome(knowledge, "我想申请信息公开", "先告诉我去哪")
    assert next(stop.when for stop in stops(knowledge, made, TODAY)) == "now"
    assert timeline_of(knowledge, made, TODAY).endswith("</svg>")
