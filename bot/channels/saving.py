"""Write a paper into a file when a citizen at the terminal asks for it."""

import re
from pathlib import Path

from bot.channels.handling import Handle
from bot.core.layout import card_text
from bot.core.numbers import said_number
from bot.papers.offer import CALENDAR, TIMELINE, Paper

HINTS = {
    "letters": "要写进文件，回“存 1 文件名”，例如“存 1 申请书.docx”，或 .txt、.html。",
    "calendar": "要写进文件，回“存 日历 文件名.ics”，再发到手机上打开。",
    "print": "要打印，先写进文件：“存 指引 文件名.txt”，或者“存 进程图 文件名.svg”。",
}
"""What the terminal adds below a page of papers."""
CARD = "指引"
_SAVE = re.compile(r"存\s*(日历|进程图|指引|第?[0-9一二三四五六七八九十]+)\s+(\S.*)")


def saved(app: Handle, citizen: str, line: str) -> str | None:
    """Write what the line asks for; return what to say, None if it asks for nothing."""
    asked = _SAVE.fullmatch(line.strip())
    if asked is None:
        return None
    path = Path(asked[2].strip()).expanduser()
    form = path.suffix.lower().removeprefix(".")
    made = _made(app, citizen, asked[1], form)
    return _written(path, made) if isinstance(made, bytes) else made


def _made(app: Handle, citizen: str, what: str, form: str) -> bytes | str:
    """Return the bytes, or why there are none."""
    if what == CARD:
        card = app.greet(citizen).card
        return card_text(card).encode() if card else "还没有指引。"
    papers = app.papers(citizen)
    fitting = _named(papers, what)
    if not fitting:
        return "没有这一份。回“写材料”看看有哪些。"
    chosen = next((paper for paper in fitting if paper.form == form), None)
    if chosen is None:
        ends = "、".join(f".{paper.form}" for paper in fitting)
        return f"文件名的末尾请写 {ends}。"
    return chosen.make()


def _named(papers: tuple[Paper, ...], what: str) -> list[Paper]:
    if what in (CALENDAR, TIMELINE):
        return [paper for paper in papers if paper.title == what]
    titles = list(dict.fromkeys(p.title for p in papers if p.kind == "letter"))
    number = said_number(what.strip("第")) or 0
    chosen = titles[number - 1 : number] if number else []
    return [p for p in papers if p.kind == "letter" and p.title in chosen]


def _written(path: Path, data: bytes) -> str:
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError:
        return f"“{path.name}”已经有了，没有覆盖。请换一个名字。"
    except OSError as error:
        return f"写不进“{path.name}”：{error.strerror}。"
    return f"写好了：{path.name}。用完请自己删掉。"
