"""Words sound as they are read, typed in 汉字 or in pinyin."""

import json
import random
from pathlib import Path

import pytest

from bot.understanding import sounds
from bot.understanding.sounds import holds_pinyin, sound_pairs
from tests.understanding.counting import lines_run

WAGES = ["tuo qian", "qian gong", "gong zi"]
TABLE = Path(sounds.__file__).with_name("pinyin.json")


@pytest.mark.parametrize(
    ("words", "pairs"),
    [
        ("拖欠工资", WAGES),
        ("拖欠公资", WAGES),
        ("tuo qian gong zi", WAGES),
        ("tuoqiangongzi", WAGES),
        ("拖欠gongzi", WAGES),
        ("tuō qiàn gōng zī", WAGES),
        ("拖欠,工资", ["tuo qian", "gong zi"]),
        ("lüe duo", ["lve duo"]),
        ("landlord keeps", []),
        ("12345", []),
        ("", []),
    ],
)
def test_words_sound_as_they_are_read(words: str, pairs: list[str]) -> None:
    assert sound_pairs(words) == pairs


@pytest.mark.parametrize(
    ("words", "typed"),
    [
        ("拖欠gongzi", True),
        ("gong zi", True),
        ("A3区", False),
        ("A座和E座", False),
        ("landlord", False),
    ],
)
def test_typed_pinyin_is_known_from_other_letters(words: str, *, typed: bool) -> None:
    assert holds_pinyin(words) is typed


@pytest.mark.parametrize("unit", ["gongzi", "x", "工", "zh zh "])
def test_twice_the_letters_take_at_most_twice_the_work(unit: str) -> None:
    sound_pairs("工")

    def work(times: int) -> int:
        return lines_run(lambda: sound_pairs(unit * times))

    assert work(400) <= 2.1 * work(200)


def test_the_table_agrees_with_pypinyin() -> None:
    pypinyin = pytest.importorskip("pypinyin")
    table = json.loads(TABLE.read_text("utf-8"))
    pairs = [(sign, syllable) for syllable, signs in table.items() for sign in signs]
    assert len(pairs) == 6763
    for sign, syllable in random.Random(1).sample(pairs, 500):
        read = pypinyin.pinyin(sign, style=pypinyin.Style.NORMAL)[0][0]
        assert read.replace("ü", "v") == syllable


def test_the_table_is_what_its_script_writes() -> None:
    pytest.importorskip("pypinyin")
    from tests.understanding.pinyin_table import written  # noqa: PLC0415

    assert TABLE.read_text("utf-8") == written()


def test_a_table_without_a_syllable_does_not_hear_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sounds, "_syllables", lambda: frozenset({"gong"}))
    assert sound_pairs("gongzi") == []
