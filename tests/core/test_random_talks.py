"""Whatever is said in whatever order: no crash, no lost answer, always on the map."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core import casework
from bot.core.dialogue import State, adopted, step
from bot.core.events import (
    Added,
    Changing,
    Chose,
    Event,
    Picked,
    Restarted,
    Said,
    Skipped,
    Switched,
    Turned,
    WentBack,
)
from bot.core.facts import Case
from bot.core.heard import Heard, Ranked
from bot.core.knowledge import Knowledge
from bot.core.layout import text_of
from bot.core.view import view
from bot.core.walking import Path, walk
from tests.core.conftest import DAY, small_map

K = small_map()
OTHER = replace(K, version="v2", renamed={"有没有欠条/写过": "没写过"})
"""The same map after an edit between two turns."""

HEARD = st.builds(
    Heard,
    matters=st.lists(
        st.builds(Ranked, st.sampled_from(list(K.matters)), st.floats(0, 1)), max_size=3
    ).map(tuple),
    verdict=st.sampled_from(["clear", "close", "thin", "none"]),
    second=st.sampled_from([None, *K.matters]),
    term=st.sampled_from(["", "", "", "复查"]),
    talk=st.sampled_from(["", "", "", "thanks"]),
).map(lambda heard: heard if heard.matters else replace(heard, verdict="none"))
WORDS = st.sampled_from(
    [
        "1",
        "2",
        "3",
        "9",
        "工地",
        "公司",
        "没写过",
        "昨天",
        "七个",
        "阳城县",
        "不清楚",
        "",
        "都不是",
    ]
) | st.text(max_size=30)
EVENTS: st.SearchStrategy[Event] = st.one_of(
    st.builds(Said, WORDS, st.just(DAY), st.none() | HEARD),
    st.builds(Said, WORDS, st.just(DAY), HEARD),
    st.builds(Picked, st.sampled_from([*K.matters, "没了"]), st.just(DAY)),
    st.builds(
        Chose,
        st.sampled_from(list(K.questions)),
        st.sampled_from(["工地", "公司", "写过", "五位以内", "没有", "x县"]),
        st.just(DAY),
    ),
    st.builds(Changing, st.integers(0, 5), st.just(DAY)),
    st.builds(Restarted, st.just(DAY), st.booleans()),
    st.builds(
        Turned,
        st.sampled_from(["help", "answers", "guides", "card", "law"]),
        st.just(DAY),
    ),
    st.sampled_from([WentBack(DAY), Skipped(DAY), Switched(DAY), Added(DAY)]),
)
TALKS = st.lists(st.tuples(EVENTS, st.sampled_from([K, K, K, OTHER])), max_size=12)


def lost(k: Knowledge, before: State, event: Event, after: State) -> list[str]:
    """Return answers that are gone though they lie on the way, or may be asked."""
    if isinstance(event, Restarted | WentBack) or before.at >= len(after.cases):
        return []
    old = adopted(k, before).cases[before.at]
    new = after.cases[before.at]
    path = walk(k, new, DAY)
    return [
        name
        for name, fact in old.facts
        if fact.how == "asked" and name not in new.known() and counts(k, path, name)
    ]


def counts(k: Knowledge, path: Path, name: str) -> bool:
    ahead = k.downstream.get(path.here.id, frozenset()) if path.here else frozenset()
    return name in path.facts or name in ahead


def played(talk: list[tuple[Event, Knowledge]]) -> list[str]:
    state, gone = State(K.version), []
    for event, k in talk:
        after = step(k, state, event)
        assert after.version == k.version
        assert all(walk(k, case, DAY) for case in after.cases)
        assert text_of(view(k, after, DAY))
        gone += lost(k, state, event, after)
        state = after
    return gone


@given(TALKS)
@settings(max_examples=300)
def test_a_random_talk_neither_fails_nor_loses_an_answer(
    talk: list[tuple[Event, Knowledge]],
) -> None:
    assert played(talk) == []


@given(TALKS)
def test_the_same_turn_taken_twice_leads_to_the_same_state(
    talk: list[tuple[Event, Knowledge]],
) -> None:
    state = State(K.version)
    for event, k in talk:
        after = step(k, state, event)
        assert step(k, state, event) == after
        state = after


def test_a_forgetful_talk_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Switch the pruning rule off: every answer but the last is dropped."""

    def forgetful(_: Knowledge, case: Case, __: Path) -> tuple[Case, tuple[str, ...]]:
        asked = [name for name, fact in case.facts if fact.how == "asked"]
        return case.without(*asked[:-1]), ()

    monkeypatch.setattr(casework, "pruned", forgetful)
    talk: list[tuple[Event, Knowledge]] = [
        (Picked("拖欠工资", DAY), K),
        (Chose("谁欠的", "公司", DAY), K),
        (Chose("有没有欠条", "写过", DAY), K),
    ]
    assert "谁欠的" in played(talk)
