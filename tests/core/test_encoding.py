"""A talk is written as text and read back whole; any other text is refused."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.core.encoding import (
    MOST_LETTERS,
    UnreadableError,
    mark,
    read_state,
    write_state,
)
from bot.core.facts import Case, Fact, Span
from bot.core.state import State

TALK = State(
    "abc",
    (
        Case(
            "拖欠工资",
            (
                ("谁欠的", Fact("工地", "asked")),
                ("收到的日子", Fact(Span(date(2026, 8, 1), date(2026, 8, 9)), "told")),
                ("哪里", Fact("不清楚", "skipped")),
            ),
        ),
        Case(),
    ),
    1,
    ("dropped:谁欠的",),
    ("more", "工伤=0.50"),
)
names = some.text(max_size=9)
facts = some.tuples(
    names, some.builds(Fact, names, some.sampled_from(["asked", "preset"]))
)
cases = some.builds(Case, some.none() | names, some.lists(facts, max_size=4).map(tuple))


def test_a_talk_comes_back_whole() -> None:
    assert read_state(write_state(TALK)) == TALK


@given(cases, some.lists(names, max_size=3).map(tuple))
def test_any_talk_comes_back_whole(case: Case, menu: tuple[str, ...]) -> None:
    state = State("v", (case,), 0, (), menu)
    assert read_state(write_state(state)) == state


def test_a_full_talk_is_under_two_kilobytes() -> None:
    facts = TALK.cases[0].facts * 4
    talk = replace(TALK, cases=(Case("拖欠工资", facts),) * 4, at=0)
    assert len(write_state(talk).encode()) < 2_048


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "[" * 9_000,
        "[" * 5_000,
        " " * (MOST_LETTERS + 1),
        '[2,"v",[[null,[]]],0,[],[]]',
        '[1,"v",[],0,[],[]]',
        '[1,"v",[[null,[]]],1,[],[]]',
        "[1,7,[[null,[]]],0,[],[]]",
        '[1,"v",[[null,[["a","b",9]]]],0,[],[]]',
        '[1,"v",[[null,[["a",[9,8],0]]]],0,[],[]]',
        '[1,"v",[[null,[["a",[1,99999999],0]]]],0,[],[]]',
        '[1,"v",[[null,[["a",null,0]]]],0,[],[]]',
        '[1,"v",[[{},[]]],0,[],[]]',
        '[1,"v",[[null,[]]],0,[1],[]]',
    ],
)
def test_another_text_is_refused_and_not_repeated(text: str) -> None:
    with pytest.raises(UnreadableError, match=r"^$"):
        read_state(text)


@pytest.mark.parametrize("at", range(0, len(write_state(TALK)), 7))
def test_a_cut_text_is_refused(at: int) -> None:
    with pytest.raises(UnreadableError):
        read_state(write_state(TALK)[:at])


def test_a_talk_of_another_form_is_told_from_ours() -> None:
    form, *rest = json.loads(write_state(TALK))
    with pytest.raises(UnreadableError):
        read_state(json.dumps([form + 1, *rest]))


def test_the_mark_tells_one_step_from_another_but_not_what_was_noticed() -> None:
    assert mark(TALK) == mark(TALK.noticing("empty"))
    assert len({mark(TALK), mark(TALK.turned()), mark(None)}) == 3
