"""Words are read as answers the way people mean them."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.answers import Misread, Places, ordinal, plain, read_answer
from bot.core.facts import Span
from bot.core.knowledge import UNSURE, Option, Question
from tests.core.conftest import DAY, QUESTIONS, choice

BY_NAME = {question.name: question for question in QUESTIONS}
PLACES = Places({"阳城县": "阳城县", "阳城": "阳城县"})
PAIR = choice("有没有", "写过", "没写过")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1", "工地"),
        ("１", "工地"),
        ("一", "工地"),
        ("第二个", "公司"),
        ("选2", "公司"),
        ("2.", "公司"),
        ("（2）", "公司"),
        ("3", UNSURE),
        ("4", Misread("not_offered")),
        ("0", Misread("not_offered")),
        ("工地", "工地"),
        ("工地、建筑工程", "工地"),
        ("我在包工头手下干", "工地"),
        ("不清楚", UNSURE),
        ("忘了。", UNSURE),
        ("不是工地，是公司", "公司"),
        ("工地和公司都有", Misread("several")),
        ("香蕉", Misread("not_offered")),
        ("公思", Misread("not_offered")),
        ("工地、建筑工成", "工地"),
        ("", Misread("not_offered")),
        ("我就是想问一问这个到底应该怎么办才好", Misread("not_offered")),
    ],
)
def test_a_choice_is_read(words: str, value: object) -> None:
    assert read_answer(BY_NAME["谁欠的"], words, DAY) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("是", "写过"),
        ("有的", "写过"),
        ("没有", "没写过"),
        ("没得", "没写过"),
        ("没写过", "没写过"),
        ("写过", "写过"),
        ("好像没有写过", Misread("not_offered")),
    ],
)
def test_yes_and_no_are_read_where_two_options_deny_each_other(
    words: str, value: object
) -> None:
    assert read_answer(PAIR, words, DAY) == value


def test_yes_means_nothing_where_options_do_not_deny_each_other() -> None:
    both = choice("无", "没去", "没问")
    assert read_answer(both, "是", DAY) == Misread("not_offered")
    assert read_answer(BY_NAME["谁欠的"], "是", DAY) == Misread("not_offered")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("7", "六位以上"),
        ("三个人", "五位以内"),
        ("二十来个", "六位以上"),
        ("五位以内", "五位以内"),
        ("好多人", Misread("not_offered")),
        ("不知道", UNSURE),
    ],
)
def test_a_number_picks_the_option_that_bounds_it(words: str, value: object) -> None:
    assert read_answer(BY_NAME["几个人"], words, DAY) == value


def test_a_number_beyond_every_bound_is_no_answer() -> None:
    bounded = Question(
        "几", "几？", kind="number", options=(Option("少", "少", most=3),)
    )
    assert read_answer(bounded, "9", DAY) == Misread("no_number")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("阳城县北留镇", "阳城县"),
        ("在泽州县", "在泽州县"),
        ("山里", Misread("not_offered")),
        ("不清楚", UNSURE),
        ("1", UNSURE),
        ("阳城人家说的", "阳城县"),
    ],
)
def test_a_place_is_a_known_region_or_any_county(words: str, value: object) -> None:
    assert read_answer(BY_NAME["事情在哪"], words, DAY, PLACES) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1", "阳城县"),
        ("第二个", UNSURE),
        ("3", Misread("not_offered")),
        ("泽州县", "泽州县"),
    ],
)
def test_the_place_of_the_installation_is_only_proposed(
    words: str, value: object
) -> None:
    here = Places({"阳城县": "阳城县"}, ("阳城县",))
    assert read_answer(BY_NAME["事情在哪"], words, DAY, here) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("昨天", Span(DAY - timedelta(1), DAY - timedelta(1))),
        ("1", Span(DAY, DAY)),
        ("5", UNSURE),
        ("记不得了", UNSURE),
        ("香蕉", Misread("no_day")),
    ],
)
def test_a_day_is_said_or_numbered(words: str, value: object) -> None:
    assert read_answer(BY_NAME["收到判决书的日子"], words, DAY) == value


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("第10个", 10),
        ("选十二", 12),
        ("两", 2),
        ("第二", 2),
        ("香蕉", None),
        ("2个人", None),
    ],
)
def test_an_ordinal_is_read(words: str, number: int | None) -> None:
    assert ordinal(plain(words)) == number


@given(st.text(max_size=80), st.sampled_from(QUESTIONS))
def test_no_words_make_reading_fail(words: str, question: Question) -> None:
    value = read_answer(question, words, DAY, PLACES)
    offered = {UNSURE, *(option.id for option in question.options)}
    ok = isinstance(value, Misread | Span) or value in offered
    assert ok or question.kind == "place"


def test_a_slip_that_fits_two_options_alike_is_no_answer() -> None:
    alike = choice("哪级", "县政府办", "乡政府办")
    assert read_answer(alike, "省政府办", DAY) == Misread("not_offered")


def test_a_slip_of_the_pen_in_a_short_answer_is_forgiven() -> None:
    offices = choice("哪级", "县级政府办公室", "乡镇")
    assert read_answer(offices, "县级政府办公事", DAY) == "县级政府办公室"
