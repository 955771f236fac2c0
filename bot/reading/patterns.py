"""List the slips that one pattern tells: wrong colons, commas, dashes, comments."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from bot.reading.chinese_keys import chinese_words, words_of
from bot.reading.schema import english_keys

WIDE_DASHES = "－—–−﹣‐‑"
LEAD = r"^[ \t\u3000]*(?:-[ ]+)*"
SEPARATED = r"[\[{,，、｛][ ]*"
NAME = (
    r"[^\s:：,，。；、“”{}\[\]｛｝#＃'\"\-－—–\x00]"
    r"[^:：,，。；{}\[\]｛｝#\x00]{0,29}"
)
WIDE_COLON = r"(?P<s>[ \u3000]*[：﹕][ \u3000]*)"
ITEM_KEYS = ("remedy", "go", "when", "story", "say", "who", "accepts")
"""Keys that items of a list begin with."""
OPENING = r"(?=[{\[｛【［])"


@dataclass(frozen=True, slots=True)
class Pattern:
    """Describe a slip: what it looks like on a masked line, what mends it."""

    rule: str
    what: str
    right: str
    pattern: re.Pattern[str]
    """The group `s` is what must be replaced."""
    new: str
    inside: bool | None = None
    """Whether it counts only inside brackets, only outside, or anywhere."""
    sure: bool = True
    """Whether it is a slip even in the middle of words."""


@cache
def patterns() -> tuple[Pattern, ...]:
    """Return every pattern; the first that fits a spot names the slip."""
    key = rf"(?<![\w-])(?:{_any_of(english_keys())})"
    began = rf"(?:{LEAD}|{SEPARATED}){key}"
    return (
        *_lines(),
        *_colons(began),
        *_spaces(began),
        *_chinese(),
        _comma(rf"(?:{key}|{_any_of(chinese_words())})"),
    )


def _chinese() -> tuple[Pattern, ...]:
    """Return the patterns of Chinese keys; most are plain words after a dash."""
    first = rf"{LEAD}(?:{_any_of(words_of(*ITEM_KEYS))})"
    key = rf"(?:{first}|(?:^[ ]*|[{{,｛，、][ ]*)(?:{_any_of(chinese_words())}))"
    return (
        Pattern(
            "colon",
            "键后面用了中文冒号“：”",
            "改成英文冒号加一个空格“: ”",
            re.compile(rf"{key}{WIDE_COLON}(?=\S)"),
            ": ",
            sure=False,
        ),
        Pattern(
            "space",
            "冒号后面没有空格",
            "英文冒号后面空一格",
            re.compile(rf"{key}(?P<s>:\u3000*)(?=[^\s:/])"),
            ": ",
            sure=False,
        ),
    )


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def _lines() -> tuple[Pattern, ...]:
    return (
        Pattern(
            "comment",
            "“＃”是全角的，不能用来写注释",
            "改成“#”",
            re.compile(r"^[ ]*(?P<s>＃)"),
            "#",
            sure=False,
        ),
        Pattern(
            "dash",
            "列表的横线不是英文的“-”",
            "改成“- ”，后面空一格",
            re.compile(
                rf"{LEAD}(?P<s>[{WIDE_DASHES}][ \u3000]*)(?=[^\s{WIDE_DASHES}\-])"
            ),
            "- ",
            inside=False,
        ),
        Pattern(
            "dash",
            "列表的横线后面没有空格",
            "“-”后面空一格",
            re.compile(rf"{LEAD}(?P<s>-\u3000*)(?=[^\s\-{WIDE_DASHES}])"),
            "- ",
            inside=False,
        ),
    )


def _colons(began: str) -> tuple[Pattern, ...]:
    what, right = "键后面用了中文冒号“：”", "改成英文冒号加一个空格“: ”"
    named = "名字后面用了中文冒号“：”"
    code = rf"^[ ]*[A-Za-z_]\w*{WIDE_COLON}"
    return (
        Pattern("colon", what, right, re.compile(rf"{began}{WIDE_COLON}"), ": "),
        Pattern("colon", what, right, re.compile(code), ": ", inside=False, sure=False),
        Pattern(
            "colon",
            named,
            "改成英文冒号“:”",
            re.compile(rf"^[ \t\u3000]*{NAME}(?P<s>[：﹕])[ \u3000]*$"),
            ":",
            inside=False,
            sure=False,
        ),
        Pattern(
            "colon",
            named,
            right,
            re.compile(rf"(?:^[ ]*|[{{｛][ ]*){NAME}{WIDE_COLON}{OPENING}"),
            ": ",
            sure=False,
        ),
        Pattern(
            "colon",
            named,
            right,
            re.compile(rf"[{{｛][ ]*{NAME}{WIDE_COLON}(?=\S)"),
            ": ",
            sure=False,
        ),
    )


def _spaces(began: str) -> tuple[Pattern, ...]:
    what, right = "冒号后面没有空格", "英文冒号后面空一格"
    named = rf"(?:^[ ]*|[{{｛][ ]*){NAME}"
    return (
        Pattern(
            "space",
            what,
            right,
            re.compile(rf"{began}(?P<s>:\u3000*)(?=[^\s:/])"),
            ": ",
        ),
        Pattern(
            "space",
            what,
            right,
            re.compile(rf"{named}(?P<s>:\u3000*){OPENING}"),
            ": ",
            sure=False,
        ),
        Pattern(
            "space",
            "冒号后面是全角空格",
            right,
            re.compile(rf"{named}(?P<s>:\u3000+)"),
            ": ",
            sure=False,
        ),
    )


def _comma(key: str) -> Pattern:
    return Pattern(
        "comma",
        "括号里用了中文逗号分开",
        "改成英文逗号加一个空格“, ”",
        re.compile(rf"(?P<s>[，、；][ \u3000]*)(?={key}[ ]*[:：])"),
        ", ",
        inside=True,
    )
