"""Lay a filled letter out as plain text and as a page to print."""

from collections.abc import Iterator
from html import escape

from bot.papers.letters.filling import Block, Filled

TO, ATTACH, DATE = "此致", "附件：", "日期：______年____月____日"
CUT = "虚线以上交上去；虚线以下自己留着，不交"
ROW = "_" * 60
STYLE = """\
@page{size:A4;margin:20mm 24mm}
body{font:12pt/1.5 SimSun,'Noto Serif CJK SC',serif;max-width:162mm;margin:auto}
h1{font:700 18pt SimHei,'Noto Sans CJK SC',sans-serif;text-align:center}
h2{font:700 12pt SimHei,'Noto Sans CJK SC',sans-serif;margin:.5em 0 0}
p{margin:.1em 0;overflow-wrap:anywhere}small{display:block;font-size:9pt}
hr{border:0;border-bottom:1px solid #000;margin:0;height:25pt}
.sign{text-align:right;margin:.6em 0}
.back{font-size:14pt}@media print{.back{display:none}}
aside{border-top:1px dashed #000;margin-top:1em;padding-top:.4em;font-size:9pt;\
break-inside:avoid}
"""
"""The style of a printed letter; a page that shows it must allow it by its print."""


def signature(label: str) -> str:
    """Return the line on which one signs."""
    return f"{label}（签名）：________________"


def addressed(filled: Filled) -> tuple[str, ...]:
    """Return the lines that say whom the letter is for."""
    return (TO, filled.to) if filled.to else ()


def attached(filled: Filled) -> Iterator[str]:
    """Return what is handed in with the letter, numbered."""
    for number, text in enumerate(filled.attach, 1):
        yield f"{ATTACH if number == 1 else '　' * len(ATTACH)}{number}. {text}"


def text_of(filled: Filled) -> str:
    """Return the letter as plain text."""
    return "\n".join(_text(filled)) + "\n"


def html_of(filled: Filled) -> str:
    """Return the letter as a page of its own, to be printed on A4."""
    body = "\n".join(_html(filled))
    return (
        '<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8">'
        f"<title>{escape(filled.title)}</title><style>{STYLE}</style></head>\n"
        f"<body>\n{body}\n</body></html>\n"
    )


def _text(filled: Filled) -> Iterator[str]:
    yield from (filled.title, "")
    for block in filled.blocks:
        match block.kind:
            case "head":
                yield from ("", block.text)
            case "line":
                yield block.text
            case "hint":
                yield f"（{block.text}）"
            case "row":
                yield ROW
    yield ""
    yield from addressed(filled)
    yield from (*attached(filled), "")
    yield from (*map(signature, filled.sign), DATE)
    if filled.slip:
        yield from ("", "- " * 30, CUT, *filled.slip)


def _html(filled: Filled) -> Iterator[str]:
    yield f"<h1>{escape(filled.title)}</h1>"
    yield from map(_block, filled.blocks)
    for text in (*addressed(filled), *attached(filled)):
        yield f"<p>{escape(text)}</p>"
    for text in (*map(signature, filled.sign), DATE):
        yield f'<p class="sign">{escape(text)}</p>'
    if filled.slip:
        lines = "".join(f"<p>{escape(text)}</p>" for text in (CUT, *filled.slip))
        yield f"<aside>{lines}</aside>"


def _block(block: Block) -> str:
    match block.kind:
        case "head":
            return f"<h2>{escape(block.text)}</h2>"
        case "line":
            return f"<p>{escape(block.text)}</p>"
        case "hint":
            return f"<small>（{escape(block.text)}）</small>"
        case "row":
            return "<hr>"
