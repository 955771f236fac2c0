"""A code holds the whole talk; pasted anywhere, the talk goes on from it."""

import base64
import zlib
from dataclasses import replace

import pytest

from bot.core.dialogue import State, step
from bot.core.encoding import write_state
from bot.core.events import Picked, Resumed, Turned
from bot.core.resuming import SIGN, has_code, read_code, resume_code
from bot.core.view import view
from tests.core.conftest import DAY, small_map
from tests.core.test_encoding import TALK

K = small_map()
CODE = resume_code(TALK)


def test_a_code_holds_the_answers_but_no_page_and_no_notice() -> None:
    assert read_code(CODE) == replace(TALK, notice=(), menu=())


@pytest.mark.parametrize(
    "text",
    [
        f"  {CODE}  ",
        CODE.replace(SIGN, f"{SIGN}："),
        "\n".join(CODE[n : n + 40] for n in range(0, len(CODE), 40)),
        f"收好这一段：\n{CODE}\n以后发给我。",
    ],
)
def test_a_code_is_read_however_it_was_pasted(text: str) -> None:
    assert read_code(text) == read_code(CODE)


@pytest.mark.parametrize("at", range(len(SIGN) + 1, len(CODE) - 1, 9))
def test_a_cut_or_changed_code_is_told_from_a_whole_one(at: int) -> None:
    other = "A" if CODE[at] != "A" else "B"
    for wrong in (CODE[:at], CODE[:at] + other + CODE[at + 1 :]):
        assert has_code(wrong)
        assert read_code(wrong) is None


def test_other_words_hold_no_code() -> None:
    assert not has_code("续谈码是什么")
    assert read_code("续谈码是什么") is None


def test_a_small_code_that_would_grow_without_bound_is_refused() -> None:
    bomb = zlib.compress(b" " * 10**7 + write_state(TALK).encode(), 9)
    text = SIGN + base64.urlsafe_b64encode(bomb).decode()
    assert read_code(text) is None


def test_a_talk_goes_on_from_its_code() -> None:
    asked = step(K, State(K.version), Picked("拖欠工资", DAY))
    after = step(K, State(K.version), Resumed(asked, DAY))
    assert view(K, after, DAY).ask == view(K, asked, DAY).ask == "谁欠的？"
    assert after.notice == ("resumed",)


def test_answers_that_are_no_longer_offered_are_asked_again() -> None:
    after = step(K, State(K.version), Resumed(TALK, DAY))
    assert after.version == K.version
    assert all(name in K.questions for case in after.cases for name, _ in case.facts)


def test_a_code_of_an_empty_talk_greets() -> None:
    after = step(K, State(K.version), Resumed(State("other"), DAY))
    assert view(K, after, DAY).page == ("greeting",)


def test_a_code_that_cannot_be_read_leaves_the_talk_alone() -> None:
    after = step(K, State(K.version), Resumed(None, DAY))
    assert after == State(K.version).noticing("bad_code")


def test_the_page_of_the_code_shows_it_and_an_empty_talk_has_none() -> None:
    empty = step(K, State(K.version), Turned("code", DAY))
    assert view(K, empty, DAY).page == ("code_none",)
    asked = step(K, State(K.version), Picked("拖欠工资", DAY))
    shown = view(K, step(K, asked, Turned("code", DAY)), DAY)
    assert shown.page == ("page_code", resume_code(asked))
