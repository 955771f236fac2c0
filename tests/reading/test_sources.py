"""Turn bytes into text: every wrong encoding has its own words."""

import pytest

from bot.core.knowledge import Place
from bot.reading.sources import MOST_BYTES, decode

WORDS = "road: 路线图\n"


@pytest.mark.parametrize(
    ("data", "place", "said"),
    [
        (WORDS.encode("utf-8-sig"), (1, 1), "BOM"),
        (WORDS.encode("gb18030"), (1, 7), "GBK"),
        (b"a: b\n" + WORDS.encode("gbk"), (2, 7), "GBK"),
        (WORDS.encode("utf-16"), (1, 1), "UTF-16"),
        (WORDS.encode("utf-16-be"), (1, 1), "UTF-16"),
        (b"a: b\nc: \xff\xff\xff\n", (2, 4), "不是 UTF-8"),
        (b"#" * (MOST_BYTES + 1), (1, 1), "超过1MB"),
    ],
    ids=["bom", "gbk", "gbk-later", "utf-16", "utf-16-be", "bytes", "big"],
)
def test_a_wrong_encoding_is_named(
    data: bytes, place: tuple[int, int], said: str
) -> None:
    _, problems = decode("a.yaml", data)
    assert [one.place for one in problems] == [Place("a.yaml", *place)]
    assert said in problems[0].what


@pytest.mark.parametrize(
    ("code", "mended"),
    [
        (0x00, "甲乙"),
        (0x08, "甲乙"),
        (0x1B, "甲乙"),
        (0x7F, "甲乙"),
        (0x85, "甲乙"),
        (0xA0, "甲 乙"),
        (0xAD, "甲乙"),
        (0x200B, "甲乙"),
        (0x200F, "甲乙"),
        (0x2003, "甲 乙"),
        (0x2028, "甲乙"),
        (0x202E, "甲乙"),
        (0x2066, "甲乙"),
        (0xFEFF, "甲乙"),
        (0xFFFD, "甲乙"),
        (0xE000, "甲乙"),
        (0xE0041, "甲乙"),
    ],
)
def test_a_hidden_character_is_named_at_its_place(code: int, mended: str) -> None:
    data = f"第一行\n甲{chr(code)}乙\n".encode()
    source, (problem,) = decode("a.yaml", data)
    assert problem.place == Place("a.yaml", 2, 2)
    assert f"U+{code:04X}" in problem.what
    assert problem.mended == mended
    assert source is not None
    assert source.lines == ("第一行", mended, "")


@pytest.mark.parametrize("text", ["　　全角空格", "“引号”——破折号…", "𠮷", "a\tb"])
def test_what_people_see_is_not_hidden(text: str) -> None:
    assert decode("a.yaml", text.encode())[1] == ()


def test_very_many_hidden_characters_are_counted() -> None:
    _, problems = decode("a.yaml", ("\u200b" * 300).encode())
    assert len(problems) == 20
    assert "还有280处" in problems[-1].what


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_counts(ending: str) -> None:
    source, _ = decode("a.yaml", f"甲{ending}乙".encode())
    assert source is not None
    assert source.lines == ("甲", "乙")
