"""The calendar is read back by a library that is not ours; it tells only the card."""

from datetime import date, datetime, timedelta

import pytest
from icalendar import Calendar, Component

from bot.core.advice import advise
from bot.core.agenda import Outcome, agenda
from bot.core.knowledge import Knowledge
from bot.core.walking import walk
from bot.papers.calendar import LONGEST_LINE, calendar_of, folded
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


def calendar(knowledge: Knowledge) -> bytes:
    return calendar_of(knowledge, outcome(knowledge, *REVIEW), TODAY, hidden=False)


def events(data: bytes) -> list[Component]:
    return list(Calendar.from_ical(data).walk("VEVENT"))


def test_the_last_day_and_the_answer_owed_are_days_of_their_own(
    knowledge: Knowledge,
) -> None:
    found = events(calendar(knowledge))
    days = {str(one["SUMMARY"]): one.decoded("DTSTART") for one in found}
    assert days["最后一天：请求复查"] == date(2026, 12, 17)
    assert days["到期该有结果：信访复查答复期"] == date(2027, 1, 18)


def test_the_telephone_rings_seven_three_and_one_day_before_at_nine(
    knowledge: Knowledge,
) -> None:
    first = events(calendar(knowledge))[0]
    day = datetime(2026, 12, 17)  # noqa: DTZ001 — a day on the wall has no zone
    rings = [day + one.decoded("TRIGGER") for one in first.walk("VALARM")]
    assert [(ring.day, ring.hour) for ring in rings] == [(10, 9), (14, 9), (16, 9)]


def test_an_alarm_that_is_already_past_is_left_out(knowledge: Knowledge) -> None:
    late = date(2026, 12, 15)
    made = outcome(knowledge, *REVIEW)
    found = events(calendar_of(knowledge, made, late, hidden=False))[0]
    rings = [one.decoded("TRIGGER") for one in found.walk("VALARM")]
    assert rings == [-timedelta(hours=15)]


def test_a_day_says_what_to_do_and_what_it_rests_on(knowledge: Knowledge) -> None:
    first = events(calendar(knowledge))[0]
    words = str(first["DESCRIPTION"])
    assert "带什么：复查申请书" in words
    assert "依据：《信访工作条例》第35条" in words
    assert "不服" not in words


def test_the_same_card_gives_the_same_bytes(knowledge: Knowledge) -> None:
    assert calendar(knowledge) == calendar(knowledge)


def test_every_line_is_short_and_cuts_no_character() -> None:
    line = "DESCRIPTION:" + "依据、带什么和哪天前。" * 40
    pieces = folded(line).split(b"\r\n")[:-1]
    assert max(map(len, pieces)) <= LONGEST_LINE
    assert "".join(piece.decode().removeprefix(" ") for piece in pieces) == line


@pytest.mark.parametrize("hidden", [True, False])
def test_a_calendar_that_could_harm_tells_nothing(
    knowledge: Knowledge, *, hidden: bool
) -> None:
    made = outcome(knowledge, *REVIEW)
    text = b"".join(
        calendar_of(knowledge, made, TODAY, hidden=hidden).split(b"\r\n ")
    ).decode()
    for words in ("复查", "信访", "带什么", "依据"):
        assert (words not in text) is hidden


def test_of_two_answers_owed_each_has_its_day(knowledge: Knowledge) -> None:
    made = outcome(knowledge, *REVIEW)
    assert [due.kind for due in agenda(knowledge, made, TODAY)].count("ask") == 1
