import pytest

from bot.core.knowledge import Problem
from bot.proving.lengths import MOST_ASKED, MOST_BY_DEFAULT, check_lengths
from bot.proving.survey import Survey
from tests.proving.maps import TODAY, chain


def found(count: int, unsure: str = "") -> list[Problem]:
    return list(check_lengths(Survey(chain(count, unsure), TODAY)))


def test_eight_questions_to_one_who_knows_nothing_are_not_too_many() -> None:
    assert found(MOST_BY_DEFAULT) == []


def test_a_ninth_question_to_one_who_knows_nothing_is_too_many() -> None:
    problems = found(MOST_BY_DEFAULT + 1)
    assert [problem.rule for problem in problems] == ["many-by-default"]
    assert "问0、问1" in problems[0].what


def test_who_is_unsure_may_be_led_out_early() -> None:
    assert found(MOST_ASKED, unsure="事/完") == []


@pytest.mark.parametrize("count", [MOST_ASKED + 1, MOST_ASKED + 3])
def test_a_thirteenth_question_on_any_path_is_too_many(count: int) -> None:
    problems = found(count, unsure="事/完")
    assert [problem.rule for problem in problems] == ["many-questions"]
    assert "问0：甲；问1：甲" in problems[0].what
