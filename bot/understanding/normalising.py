"""Bring a citizen's words into one form: width, spaces, hidden signs, 简体."""

import re
import unicodedata
from functools import cache
from itertools import pairwise

import opencc

MOST_CHARACTERS = 4000
"""Characters of one message that are read; the rest is not looked at."""
HAN = r"㐀-䶿一-鿿〇"
"""Chinese characters, to stand inside [] of a pattern."""
LONG_RUN = 4
"""汉字 on both sides from which a space between them was meant as a comma."""

_UNUSUAL = re.compile(rf"[^\x20-\x7e{HAN}　-】！-～“”‘’—…·]")
_PLAIN = re.compile(rf"[{HAN}]{{0,60}}")
_BLANKS = re.compile(r"[ 　]+")
_TAIL = re.compile(rf"[{HAN}]*\Z")
_HEAD = re.compile(rf"[{HAN}]*")
_OTHER_THAN_HAN = re.compile(rf"[^{HAN}]+")
_REVIEWS = re.compile("覆(?=[核议查])")
"""Overseas 覆核, 覆議, 覆查 are the mainland's 复核, 复议, 复查; OpenCC keeps 覆."""
_DROPPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me"})
_SPACES = frozenset({"Zs", "Zl", "Zp"})


def normalise(text: str) -> str:
    """Return the words in one form; never raises, one linear pass.

    NFKC; hidden, control and combining signs dropped; traditional made simplified.
    Spaces between 汉字 go: between two long runs of them a comma stays in their place.
    """
    if _PLAIN.fullmatch(text) and not _outside_gb2312(text):
        return text
    shown = _UNUSUAL.sub(_usual, text[:MOST_CHARACTERS])
    words = unicodedata.normalize("NFKC", shown)[:MOST_CHARACTERS]
    if words != shown:
        words = _UNUSUAL.sub(_usual, words)  # NFKC makes ´ a space and a mark
    words = "\n".join(_joined(line) for line in words.split("\n")).strip()
    return _simplified(words) if _may_be_traditional(words) else words


def _usual(found: "re.Match[str]") -> str:
    """Return what stands for a sign that is neither 汉字 nor common punctuation."""
    sign = found.group()
    if sign in "\n\r":
        return "\n"
    category = unicodedata.category(sign)
    if category in _SPACES or sign == "\t":
        return " "
    return "" if category in _DROPPED else sign


def _joined(line: str) -> str:
    """Return the line without spaces between 汉字 and at its ends."""
    parts = [part for part in _BLANKS.split(line) if part]
    seams = [_seam(left, right) for left, right in pairwise(parts)]
    return "".join(part + seam for part, seam in zip(parts, [*seams, ""], strict=False))


def _seam(left: str, right: str) -> str:
    tail, head = _han_tail(left), _run(_HEAD, right[:LONG_RUN])
    if not tail or not head:
        return " "
    return "," if min(tail, head) >= LONG_RUN else ""


def _han_tail(part: str) -> int:
    return _run(_TAIL, part[-LONG_RUN:])


def _run(pattern: "re.Pattern[str]", part: str) -> int:
    found = pattern.search(part)
    return len(found.group()) if found else 0


def _may_be_traditional(words: str) -> bool:
    """Return whether a 汉字 lies outside GB 2312, which holds simplified ones only."""
    return _outside_gb2312(_OTHER_THAN_HAN.sub("", words).replace("〇", ""))


def _outside_gb2312(words: str) -> bool:
    try:
        words.encode("gb2312")
    except UnicodeEncodeError:
        return True
    return False


def _simplified(words: str) -> str:
    simple: str = _converter().convert(words)
    return _REVIEWS.sub("复", simple)


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")
