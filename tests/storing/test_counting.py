"""Talks are counted by day and guide, where nobody can be told from others."""

import asyncio
import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.app import App, Messenger
from bot.cli import main
from bot.core.dialogue import State
from bot.core.facts import Case, Fact
from bot.core.knowledge import Knowledge
from bot.reading import knowledge_folder, load_again
from bot.storing import counting as counts
from bot.storing.contract import Delivery
from bot.storing.counting import NOT_UNDERSTOOD, UNCOUNTED, Tally, begun, shown
from bot.storing.memory import MemorySessions, MemoryStore
from tests.core.conftest import DAY, small_map
from tests.storing.keeping import Clock, sqlite_sessions

K = small_map()
EMPTY = State(K.version)
WAGES = Case("拖欠工资")
GUIDE = K.matters["拖欠工资"].guide
ACCUSING = WAGES.put("想做什么", Fact("举报", "asked"))
YESTERDAY = DAY - timedelta(days=1)


@pytest.mark.parametrize(
    ("before", "after", "rows"),
    [
        (None, EMPTY.with_case(WAGES), (GUIDE,)),
        (EMPTY, EMPTY.with_case(WAGES), (GUIDE,)),
        (
            EMPTY.with_case(WAGES),
            EMPTY.with_case(WAGES.put("x", Fact("y", "asked"))),
            (),
        ),
        (None, EMPTY.with_case(ACCUSING), ()),
        (None, EMPTY.with_case(Case("不认识的")), ()),
        (None, None, ()),
        (None, EMPTY.noticing("not_understood"), (NOT_UNDERSTOOD,)),
        (EMPTY, EMPTY.noticing("not_understood"), (NOT_UNDERSTOOD,)),
        (EMPTY.with_case(WAGES), EMPTY.with_case(WAGES).noticing("not_understood"), ()),
        (None, EMPTY.noticing("empty"), ()),
    ],
)
def test_a_talk_is_counted_once_by_its_guide(
    before: State | None, after: State | None, rows: tuple[str, ...]
) -> None:
    assert begun(K, before, after) == rows


def test_two_matters_of_one_guide_begun_at_once_count_once() -> None:
    assert begun(K, None, replace(EMPTY, cases=(WAGES, WAGES))) == (GUIDE,)


def test_guides_that_accuse_are_never_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counts, "UNCOUNTED", frozenset({GUIDE}))
    assert begun(K, None, EMPTY.with_case(WAGES)) == ()


def test_the_guides_that_are_never_counted_are_on_the_map() -> None:
    knowledge = load_again(knowledge_folder()).knowledge
    assert isinstance(knowledge, Knowledge)
    assert set(knowledge.guides) >= UNCOUNTED


@pytest.mark.parametrize(("n", "seen"), [(1, False), (10, False), (11, True)])
def test_a_count_that_could_be_one_persons_is_not_shown(n: int, *, seen: bool) -> None:
    assert bool(shown({(YESTERDAY.isoformat(), GUIDE): n}, DAY)) is seen


def test_the_day_that_is_not_over_is_not_shown() -> None:
    assert shown({(DAY.isoformat(), GUIDE): 99}, DAY) == {}


def test_with_no_fewest_a_single_talk_would_be_seen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(counts, "FEWEST", 1)
    assert shown({(YESTERDAY.isoformat(), GUIDE): 1}, DAY)


def test_a_talk_is_counted_when_it_is_kept_and_a_repeat_is_not() -> None:
    async def body() -> None:
        tally = Tally()
        messenger = Messenger(K, MemorySessions(Clock()), lambda: DAY, tally)
        for key, words in (("1", "拖欠工资"), ("1", "拖欠工资"), ("2", "我不想活了")):
            await messenger.answer(Delivery("c", "甲", key), words)
        await messenger.answer(Delivery("c", "乙", "3"), "香蕉香蕉")
        day = DAY.isoformat()
        assert tally.taken() == {(day, GUIDE): 1, (day, NOT_UNDERSTOOD): 1}
        assert tally.taken() == {}

    asyncio.run(body())


def test_talks_on_the_web_are_counted_with_those_of_the_platforms() -> None:
    tally = Tally()
    app = App(K, MemoryStore(), lambda: DAY, tally)
    for words in ("拖欠工资", "1", "我不想活了", "清除"):
        app.handle("甲", words)
    assert tally.taken() == {(DAY.isoformat(), GUIDE): 1}


def test_stats_shows_the_counts_while_another_process_keeps_the_talks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WENLU_STATE", str(tmp_path / "data"))
    assert told(capsys) == {}
    sums = {("2026-01-02", "税务"): 7, ("2026-01-02", "村务"): 12}
    sessions = sqlite_sessions(tmp_path, Clock())
    for _ in range(2):
        asyncio.run(sessions.add(sums))
    assert told(capsys) == {"2026-01-02": {"村务": 24, "税务": 14}}
    asyncio.run(sessions.close())


@pytest.mark.parametrize("words", ["2026-01-02", "村务：24"])
def test_stats_is_read_by_people_too(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: str,
) -> None:
    monkeypatch.setenv("WENLU_STATE", str(tmp_path / "data"))
    sessions = sqlite_sessions(tmp_path, Clock())
    asyncio.run(sessions.add({("2026-01-02", "村务"): 24}))
    asyncio.run(sessions.close())
    with pytest.raises(SystemExit):
        main(["stats"])
    assert words in capsys.readouterr().out


def told(capsys: pytest.CaptureFixture[str]) -> object:
    with pytest.raises(SystemExit):
        main(["stats", "--json"])
    return json.loads(capsys.readouterr().out)


def test_a_count_has_no_hour() -> None:
    tally = Tally()
    tally.note(K, date(2026, 1, 2), None, EMPTY.with_case(WAGES))
    assert list(tally.taken()) == [("2026-01-02", GUIDE)]
