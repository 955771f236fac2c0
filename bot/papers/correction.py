"""Write the public correction of what a card or a matter said wrong (勘误)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from html import escape

from bot.core.wording import plain_day

STYLE = (
    "body{font:18px/1.8 'Noto Sans CJK SC','Microsoft YaHei',sans-serif;color:#1d2733;"
    "max-width:40em;margin:2em auto;padding:0 1em}h1{font-size:1.5em}"
    "h2{font-size:1.15em;margin:1.2em 0 .2em}li{margin:.2em 0}"
)
DO = (
    "还没去办的：照新的办，或者重新问一次。",
    "已经照旧的办了的：带上回执和原来的卡片，到窗口问，或拨12345、12348。",
    "手里的纸快到期的：今天就去，先交上，再说明情况。",
    "说不清是不是您那一张：把卡片最后的编号告诉窗口，可以重印出来比一比。",
)
"""What whoever has the old card does now."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """Hold one thing that was said, and what is right; either may be nothing."""

    said: str
    right: str


@dataclass(frozen=True, slots=True)
class Correction:
    """Hold a correction: of which matter, whose cards, what was wrong (勘误)."""

    matter: str
    on: date
    cards: str
    wrongs: tuple[Wrong, ...]


def changed(before: str, after: str) -> tuple[Wrong, ...]:
    """Return the lines in which two printings of a card differ."""
    old, new = before.splitlines(), after.splitlines()
    found = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return tuple(
        Wrong("\n".join(old[a:b]), "\n".join(new[c:d]))
        for tag, a, b, c, d in found
        if tag != "equal"
    )


def correction_text(correction: Correction) -> str:
    """Return the correction as plain words, to be read out or pinned up."""
    lines = [_title(correction), plain_day(correction.on), "", correction.cards]
    for name, words in _pairs(correction):
        lines += ["", f"{name}：", *_indented(words)]
    lines += ["", "您现在怎么办：", *(f"  {n}. {one}" for n, one in enumerate(DO, 1))]
    return "\n".join([*lines, "", "给您添了麻烦，对不起。", ""])


def correction_html(correction: Correction) -> str:
    """Return the correction as one page that needs no other file."""
    body = [f"<h1>{escape(_title(correction))}</h1>"]
    body += [f"<p>{escape(plain_day(correction.on))}</p>"]
    body += [f"<p>{escape(correction.cards)}</p>"]
    for name, words in _pairs(correction):
        shown = escape(words).replace("\n", "<br>")
        body += [f"<h2>{escape(name)}</h2>", f"<p>{shown}</p>"]
    todo = "".join(f"<li>{escape(one)}</li>" for one in DO)
    body += [
        "<h2>您现在怎么办</h2>",
        f"<ol>{todo}</ol>",
        "<p>给您添了麻烦，对不起。</p>",
    ]
    return (
        '<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(_title(correction))}</title><style>{STYLE}</style></head>\n"
        "<body>\n" + "\n".join(body) + "\n</body></html>\n"
    )


def _title(correction: Correction) -> str:
    return f"勘误：{correction.matter}"


def _pairs(correction: Correction) -> Iterator[tuple[str, str]]:
    for number, wrong in enumerate(correction.wrongs, 1):
        which = f"第{number}处" if len(correction.wrongs) > 1 else ""
        yield f"{which}原来写的", wrong.said or "（没有写）"
        yield f"{which}应当是", wrong.right or "（删去，不再这样说）"


def _indented(words: str) -> list[str]:
    return [f"  {line}" for line in words.splitlines()]
