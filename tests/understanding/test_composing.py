"""Composed phrases are found with their choices, gaps and two sides, outside masks."""

import pytest

from bot.understanding import composing
from bot.understanding.composing import Phrases
from tests.understanding.counting import lines_run

MASKS = ("打电话", "逼死人了")


def found(phrase: str, words: str) -> set[str]:
    runs = Phrases([(phrase, 0)], MASKS).found(words)
    return {words[run.start : run.end] for _, run in runs}


@pytest.mark.parametrize(
    ("phrase", "words", "expected"),
    [
        ("想死", "我想死", {"想死"}),
        ("(老公|丈夫)打我", "丈夫打我", {"丈夫打我"}),
        ("（老公｜丈夫）打我", "丈夫打我", {"丈夫打我"}),
        ("(老公|丈夫)打我", "邻居打我", set()),
        ("又(要|)打", "又要打了,又打", {"又要打", "又打"}),
        ("活着…没意思", "活着真的很没意思", {"活着真的很没意思"}),
        ("活着...没意思", "活着没意思", {"活着没意思"}),
        ("活着…没意思", "活着一二三四五六七没意思", set()),
        ("活着……没意思", "活着一二三四五六七没意思", {"活着一二三四五六七没意思"}),
        ("活着……没意思", "活着。没意思", set()),
        ("活着…没意思", "活着,没意思", {"活着,没意思"}),
        ("孩子 + 打", "打了三岁的孩子", {"打了三岁的孩子"}),
        ("孩子 ＋ 打", "孩子挨打", {"孩子挨打"}),
        ("孩子 + 打", "孩子。打", set()),
        ("孩子 + 打", "孩子" + "远" * 25 + "打", set()),
        ("老公…打…我", "老公打电话给我", set()),
        ("老公…打…我", "老公打电话又打我", {"老公打电话又打我"}),
        ("逼死人了快来", "逼死人了快来", {"逼死人了快来"}),
        ("死人", "逼死人了", set()),
        ("()", "空", set()),
        ("…", "空", set()),
        ("想死", "", set()),
    ],
)
def test_a_composed_phrase_is_found(
    phrase: str, words: str, expected: set[str]
) -> None:
    assert found(phrase, words) == expected


def test_each_phrase_keeps_its_owner() -> None:
    phrases = Phrases([("想死", 1), ("(想|要)死", 2), ("跳楼", 3)])
    assert {owner for owner, _ in phrases.found("我想死")} == {1, 2}


def test_a_run_tells_where_each_part_stands() -> None:
    [(_, run)] = Phrases([("老公…打…我", 0)]).found("老公又打了我")
    assert run.parts == ((0, 2), (3, 4), (5, 6))


def test_many_choices_side_by_side_are_found_one_after_the_other() -> None:
    signs = "|".join(chr(0x4E00 + number) for number in range(40))
    words = chr(0x4E00) + chr(0x4E27)
    assert found(f"({signs})({signs})", words) == {words}


@pytest.mark.parametrize("unit", ["老公打我", "打电话", "孩子打", "字", "打。"])
def test_twice_the_words_take_at_most_twice_the_work(unit: str) -> None:
    phrases = Phrases([("老公……打…我", 0), ("孩子 + 打", 1)], MASKS)

    def work(times: int) -> int:
        return lines_run(lambda: list(phrases.found(unit * times)))

    assert work(400) <= 2.1 * work(200)


def test_a_gap_without_its_bound_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(composing, "GAPS", (0, 100, 100))
    assert found("活着…没意思", "活着一二三四五六七没意思")


def test_without_masks_a_telephone_call_would_be_a_blow() -> None:
    assert list(Phrases([("老公…打…我", 0)]).found("老公打电话给我"))
