"""Turn words into pinyin syllables, so that gongzi and 公资 sound like 工资 (拼音).

The table pinyin.json (syllable → 汉字 of GB 2312) is written at development time by
tests/understanding/pinyin_table.py from the package pypinyin.
"""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import pairwise

LONGEST_SYLLABLE = 6
"""Letters of zhuang, chuang, shuang."""
LEAST_TYPED = 2
"""Typed syllables from which words count as pinyin."""

_WORD = re.compile(r"[a-zà-žǎ-ǜ]+|[㐀-䶿一-鿿]|[^\sa-z]")
_TYPED = re.compile(r"[a-zà-žǎ-ǜ]{2,}")
_OTHER_SPELLINGS = {"lue": "lve", "nue": "nve", "lyu": "lv", "nyu": "nv"}
_NEVER = 1 << 20
_NO_SYLLABLES = frozenset({"n", "m", "ng", "hm", "hng"})


def sound_pairs(words: str) -> list[str]:
    """Return each two syllables that follow each other, as `gong zi`."""
    runs = "".join(_spoken(words)).split("|")
    return [f"{left} {right}" for run in runs for left, right in pairwise(run.split())]


def holds_pinyin(words: str) -> bool:
    """Return whether somebody typed pinyin."""
    typed = 0
    for run in _TYPED.findall(words.lower()):
        typed += len(_typed(run))
        if typed >= LEAST_TYPED:
            return True
    return False


def _spoken(words: str) -> Iterator[str]:
    """Yield syllables with a space after each, and `|` where speech breaks off."""
    readings = _readings()
    for found in _WORD.finditer(words.lower()):
        word = found.group()
        if word in readings:
            yield f"{readings[word]} "
        else:
            yield "".join(f"{one} " for one in _typed(word)) or "|"


def _typed(run: str) -> tuple[str, ...]:
    """Return the syllables of typed letters, as few as possible; () for no pinyin."""
    letters = unicodedata.normalize("NFD", run.replace("ü", "v"))
    letters = "".join(letter for letter in letters if letter.isascii())
    best: list[tuple[int, int]] = [(0, 0)]
    for end in range(1, len(letters) + 1):
        ways = [
            (best[start][0] + 1, start)
            for start in range(max(0, end - LONGEST_SYLLABLE), end)
            if best[start][0] < _NEVER and _syllable(letters[start:end])
        ]
        best.append(min(ways, default=(_NEVER, 0)))
    return tuple(_back(letters, best)) if best[-1][0] < _NEVER else ()


def _back(letters: str, best: list[tuple[int, int]]) -> list[str]:
    """Return the syllables that the best way to the end is made of."""
    syllables, end = [], len(letters)
    while end:
        start = best[end][1]
        syllables.append(_syllable(letters[start:end]))
        end = start
    return syllables[::-1]


def _syllable(letters: str) -> str:
    letters = _OTHER_SPELLINGS.get(letters, letters)
    return letters if letters in _syllables() else ""


@cache
def _table() -> Mapping[str, str]:
    text = files("bot.understanding").joinpath("pinyin.json").read_text("utf-8")
    table: dict[str, str] = json.loads(text)
    return table


@cache
def _readings() -> Mapping[str, str]:
    table = _table()
    return {sign: syllable for syllable, signs in table.items() for sign in signs}


@cache
def _syllables() -> frozenset[str]:
    return frozenset(_table()) - _NO_SYLLABLES
