"""Spoil words as hurried or overseas typing does: width, script, sounds, pinyin."""

import random
import re
from collections.abc import Callable

from opencc import OpenCC

from bot.understanding.sounds import _readings, _table

SEED = 7

_HAN = re.compile(r"[一-鿿]")
_CHUNK = re.compile(r"[一-鿿]{1,2}|[^一-鿿]+")
_TO_TRADITIONAL = OpenCC("s2t")


def traditional(words: str) -> str:
    text: str = _TO_TRADITIONAL.convert(words)
    return text


def full_width(words: str) -> str:
    return "".join(
        chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in words
    )


def spaced(words: str) -> str:
    return " ".join(words)


def homophones(words: str) -> str:
    """Put another character of the same sound for every tenth one, by chance."""
    dice = random.Random(f"{SEED}{words}")
    return _HAN.sub(lambda found: _slip(found.group(), dice, 0.1), words)


def some_pinyin(words: str) -> str:
    dice = random.Random(f"{SEED}{words}")
    return _CHUNK.sub(
        lambda found: _typed(found.group()) if dice.random() < 0.3 else found.group(),
        words,
    )


def all_pinyin(words: str) -> str:
    return " ".join(_typed(sign).strip() for sign in words)


NOISES: dict[str, Callable[[str], str]] = {
    "不加": str,
    "繁体": traditional,
    "全角": full_width,
    "字间空格": spaced,
    "同音错字10%": homophones,
    "拼音30%": some_pinyin,
    "全拼音": all_pinyin,
}


def _slip(sign: str, dice: random.Random, share: float) -> str:
    syllable = _readings().get(sign)
    if syllable is None or dice.random() >= share:
        return sign
    return dice.choice(_table()[syllable])


def _typed(chunk: str) -> str:
    if not _HAN.match(chunk):
        return chunk
    return " " + "".join(_readings().get(sign, sign) for sign in chunk) + " "
