"""Phrases of a table are found in words, with gaps, in one pass."""

import pytest

from bot.understanding import spotting
from bot.understanding.spotting import Hit, blanked, longest, spot, table_of
from tests.understanding.counting import lines_run

PHRASES = ("想死", "不想死", "活着…没意思", "死", "ＡＢ公司")


def spoken(words: str) -> list[str]:
    return [words[hit.start : hit.end] for hit in sorted(spot(TABLE, words))]


TABLE = table_of(PHRASES)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("我不想死", ["不想死", "想死", "死"]),
        ("活着没意思", ["活着没意思"]),
        ("活着真的很没意思", ["活着真的很没意思"]),
        ("活着,太累,没意思", ["活着,太累,没意思"]),
        ("活着一二三四五六没意思", ["活着一二三四五六没意思"]),
        ("活着一二三四五六七没意思", []),
        ("活着。没意思", []),
        ("AB公司", ["AB公司"]),
        ("想", []),
        ("", []),
    ],
)
def test_phrases_are_found_with_their_gaps(words: str, found: list[str]) -> None:
    assert spoken(words) == found


@pytest.mark.parametrize(
    ("phrase", "words", "found"),
    [
        ("(保安|城管)…(打我|打)人", "城管又打人", "城管又打人"),
        ("(保安|城管)…(打我|打人)", "保安昨天打我了", "保安昨天打我"),
        ("（保安｜城管）打", "保安打", "保安打"),
        ("要(去|)跳楼", "要跳楼", "要跳楼"),
        ("要(去|)跳楼", "要去跳楼", "要去跳楼"),
        ("被(人|人家)…打", "被人家打", "被人家打"),
        ("活着…(意思|没意思)", "活着没意思", "活着没意思"),
        ("(保安|城管)打人", "警察打人", ""),
        ("()", "空", ""),
    ],
)
def test_choices_in_brackets_stand_for_several_phrases(
    phrase: str, words: str, found: str
) -> None:
    hits = [words[hit.start : hit.end] for hit in spot(table_of([phrase]), words)]
    assert max(hits, key=len, default="") == found


def test_an_ellipsis_of_dots_is_a_gap_too() -> None:
    assert list(spot(table_of(["活着...没意思"]), "活着真没意思"))


def test_the_longer_of_two_overlapping_phrases_stays() -> None:
    assert longest(spot(TABLE, "我不想死")) == [Hit(1, 4, 1)]


def test_two_phrases_on_the_same_place_both_stay() -> None:
    twice = table_of(["公司", "公司"])
    assert longest(spot(twice, "公司")) == [Hit(0, 2, 0), Hit(0, 2, 1)]


def test_blanking_keeps_every_other_place() -> None:
    assert blanked("我不想死啊", [Hit(1, 4, 0)]) == "我□□□啊"


@pytest.mark.parametrize("unit", ["不想死", "活着", "字", "活着。"])
def test_twice_the_words_take_at_most_twice_the_work(unit: str) -> None:
    def work(times: int) -> int:
        return lines_run(lambda: longest(spot(TABLE, unit * times)))

    assert work(400) <= 2.1 * work(200)


def test_a_gap_without_its_bound_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spotting, "MOST_BETWEEN", 100)
    assert spoken("活着一二三四五六七没意思")


def test_a_gap_over_the_end_of_a_sentence_is_seen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(spotting, "_SENTENCE_ENDS", frozenset())
    assert spoken("活着。没意思")
