"""Each day has its question and cards, all from the knowledge, each with its source."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.channels.web import daily
from bot.channels.web.daily import Lesson, cards_of, limits, question_of, rights, words
from bot.core.citing import cite
from bot.core.knowledge import Citation, Knowledge
from tests.channels.web.visiting import Visit
from tests.core.conftest import DAY, small_map

LESSONS = [Lesson("word", name, "问", "答", "源") for name in "甲乙丙丁戊"]


def test_the_page_asks_and_answers_with_a_source() -> None:
    page = Visit(small_map()).look("/today")
    assert "上诉" in page
    assert "《民事诉讼法》第171条" in page
    assert "<details>" in page


def test_a_map_with_nothing_to_tell_says_so() -> None:
    bare = replace(small_map(), remedies={}, rights={}, terms={})
    assert "还没有资料" in Visit(bare).look("/today")


def test_every_lesson_of_the_real_map_has_an_answer_and_a_source(
    real: Knowledge,
) -> None:
    for kind in (limits, rights, words):
        lessons = list(kind(real))
        assert len(lessons) >= 10
        assert all(one.answer and one.source.startswith("《") for one in lessons)


def test_a_limit_says_what_the_map_says(real: Knowledge) -> None:
    found = {one.name: one for one in limits(real)}["请求复查"]
    assert (found.amount, found.unit) == ("30", "日")
    assert found.answer == "从收到处理意见书那天起30日。"
    assert found.source == cite(real, (Citation("信访工作条例", "35"),))


def test_doubtful_law_teaches_nothing(real: Knowledge) -> None:
    doubted = {
        name: replace(law, currency="check", note="有修改")
        for name, law in real.laws.items()
    }
    doubtful = replace(real, laws=doubted)
    assert [*limits(doubtful), *rights(doubtful), *words(doubtful)] == []


def test_without_the_guard_doubtful_law_would_teach(
    monkeypatch: pytest.MonkeyPatch, real: Knowledge
) -> None:
    sure = len(list(limits(real)))
    monkeypatch.setattr(daily, "_sure", lambda *_: True)
    assert len(list(limits(real))) > sure


@pytest.mark.parametrize("count", [1, 2, 3, 5])
def test_every_lesson_gets_its_day(count: int) -> None:
    kinds = [LESSONS[:count], []]
    days = [DAY + timedelta(days=n) for n in range(count)]
    asked = [question_of(kinds, day) for day in days]
    assert set(asked) == set(LESSONS[:count])


def test_cards_are_of_every_kind_and_change_by_the_day() -> None:
    other = [replace(one, kind="right") for one in LESSONS]
    first, second = (
        cards_of([LESSONS, other], date(2026, 11, day)) for day in (24, 25)
    )
    assert [one.kind for one in first] == ["word", "word", "right", "right"]
    assert not set(first) & set(second)
