"""A card code holds the answers and no person, and reads back the same."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.codes import CodeError, card_code, read_code
from bot.core.facts import Case, Fact, Span, Value
from bot.core.knowledge import UNSURE
from tests.core.conftest import DAY, QUESTIONS, small_map

K = small_map()
DAYS = st.builds(
    lambda ago, length: Span(DAY - timedelta(ago + length), DAY - timedelta(ago)),
    st.integers(-400, 4000),
    st.integers(0, 400),
)


def values(name: str) -> st.SearchStrategy[Value]:
    question = K.questions[name]
    if question.kind == "day":
        return DAYS | st.just(UNSURE)
    if question.kind == "place":
        return st.sampled_from(["阳城县", UNSURE])
    return st.sampled_from([*(option.id for option in question.options), UNSURE])


CASES = st.builds(
    lambda matter, facts: Case(
        matter, tuple((name, Fact(value, "asked")) for name, value in facts.items())
    ),
    st.sampled_from([None, *K.matters]),
    st.fixed_dictionaries({}, optional={q.name: values(q.name) for q in QUESTIONS}),
)


@given(CASES)
def test_a_code_reads_back_the_same_case_and_day(case: Case) -> None:
    assert read_code(K, card_code(K, case, DAY)) == (case, DAY)


def test_a_county_we_do_not_know_is_left_out_of_the_code() -> None:
    case = Case("政府处罚", (("事情在哪", Fact("张三家旁边的县", "asked")),))
    read, _ = read_code(K, card_code(K, case, DAY))
    assert read.known()["事情在哪"].value == UNSURE


def test_an_answer_to_a_question_that_is_gone_is_left_out() -> None:
    case = Case(None, (("没了", Fact("x", "asked")),))
    assert read_code(K, card_code(K, case, DAY)) == (Case(), DAY)


@pytest.mark.parametrize(
    "code", ["", "V1ABCD-", "V1ABCD-!!!", "V1ABCD-AAAA", "OTHER1-AAAA"]
)
def test_a_code_that_is_wrong_says_so(code: str) -> None:
    with pytest.raises(CodeError, match="编号"):
        read_code(K, code)


def test_a_mistyped_sign_is_noticed() -> None:
    code = card_code(K, Case("拖欠工资", (("谁欠的", Fact("工地", "asked")),)), DAY)
    wrong = 0
    for at in range(7, len(code)):
        other = code[:at] + ("B" if code[at] != "B" else "C") + code[at + 1 :]
        try:
            wrong += read_code(K, other) is not None
        except CodeError:
            continue
    assert wrong <= 1


def test_a_code_of_other_knowledge_is_refused() -> None:
    code = card_code(replace(K, version="other999"), Case(), DAY)
    with pytest.raises(CodeError, match="另一版"):
        read_code(K, code)
