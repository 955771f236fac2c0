"""Write bot/understanding/pinyin.json: syllable → the 汉字 of GB 2312 read so.

Run: python tests/understanding/pinyin_table.py
Needs the package pypinyin, which is used here only and never by the bot.
"""

import json
from pathlib import Path

from pypinyin import Style, pinyin

TARGET = Path(__file__).parents[2] / "bot" / "understanding" / "pinyin.json"
ROWS, COLUMNS = range(0xB0, 0xF8), range(0xA1, 0xFF)
"""Bytes of GB 2312 that hold its 6763 汉字."""


def characters() -> list[str]:
    """Return the 汉字 of GB 2312."""
    pairs = (bytes((row, column)) for row in ROWS for column in COLUMNS)
    return [pair.decode("gb2312", "ignore") for pair in pairs]


def syllables() -> dict[str, str]:
    """Return each syllable, without tone and with v for ü, and its characters."""
    table: dict[str, list[str]] = {}
    for character in filter(None, characters()):
        syllable = pinyin(character, style=Style.NORMAL)[0][0].replace("ü", "v")
        if syllable.isascii() and syllable.isalpha():
            table.setdefault(syllable, []).append(character)
    return {syllable: "".join(table[syllable]) for syllable in sorted(table)}


def written() -> str:
    """Return the text of the file."""
    return json.dumps(syllables(), ensure_ascii=False, indent=0) + "\n"


if __name__ == "__main__":
    TARGET.write_text(written(), "utf-8")
    print(TARGET.name, len(syllables()), "syllables")
