"""Read whole numbers as people say and write them: 23, 二十三, 廿三, 两百五 (数字)."""

import re
import unicodedata

LONGEST = 16
"""Characters; a longer text is no number anyone says."""

_PLAIN = str.maketrans(
    "〇零○一壹二两贰俩三叁仨四肆五伍六陆七柒八捌九玖拾佰仟萬",
    "000112222333445566778899十百千万",
) | str.maketrans({"廿": "2十", "卅": "3十", "卌": "4十"})
_SPOKEN = re.compile(
    r"(?:([1-9])千)?0?(?:([1-9])百)?0?(?:([1-9])?(十))?0?([1-9])?", re.ASCII
)


def said_number(text: str) -> int | None:
    """Return the whole number that the text says and nothing else, or None."""
    if len(text) > LONGEST:
        return None
    words = "".join(unicodedata.normalize("NFKC", text).split()).translate(_PLAIN)
    high, found, low = words.rpartition("万")
    if not found:
        return _below_ten_thousand(low)
    many, rest = _below_ten_thousand(high), _after_ten_thousand(low)
    return None if many is None or rest is None else many * 10_000 + rest


def _after_ten_thousand(words: str) -> int | None:
    """Return what follows 万: nothing, or a lone digit of thousands (一万二)."""
    if len(words) == 1 and words in "123456789":
        return int(words) * 1000
    return _below_ten_thousand(words) if words else 0


def _below_ten_thousand(words: str) -> int | None:
    """Return the number; a lone digit after 百 or 千 counts the next unit (两百五)."""
    if words.isascii() and words.isdigit():
        return int(words)
    found = _SPOKEN.fullmatch(words) if words else None
    if found is None:
        return None
    thousands, hundreds, tens, ten, ones = found.groups()
    number = 1000 * int(thousands or 0) + 100 * int(hundreds or 0)
    number += 10 * int(tens or 1) if ten else 0
    if ones and words[-2:-1] in ("百", "千"):
        return number + int(ones) * (10 if hundreds else 100)
    return number + int(ones or 0)
