"""Lay a view out for a chat without buttons: short first, the rest on request."""

import re
from collections.abc import Iterator

from bot.core.discretion import ACCUSING
from bot.core.handing import PAPER_WORDS
from bot.core.knowledge import Knowledge
from bot.core.layout import text_of, without
from bot.core.phrases import say
from bot.core.view import View

MOST_BYTES = 2048
"""Bytes of UTF-8 that one passive answer may have; the platform cuts beyond."""
FIRST_SIGNS = 120
"""Characters that the first answer to anybody may have."""
PAGE = re.compile(r"第?([1-9一二三四五六七八九])[页頁]")
_DIGITS = {sign: n for n, sign in enumerate("一二三四五六七八九", 1)}
_TAIL_BYTES = 60


def page_wanted(words: str) -> int:
    """Return the number of the page that words ask for; 0 when they ask for none."""
    found = PAGE.fullmatch(words.strip())
    if found is None:
        return 0
    return _DIGITS.get(found[1]) or int(found[1])


def laid_out(knowledge: Knowledge, view: View, page: int = 1) -> str:
    """Return one page of a view, within the bytes the platform takes."""
    pages = _pages(_text(knowledge, view))
    page = min(max(page, 1), len(pages))
    if page == len(pages):
        return pages[-1]
    return pages[page - 1] + "\n" + say(knowledge, "wechat_more", page=page + 1)


def _text(knowledge: Knowledge, view: View) -> str:
    greets = view.page and not (view.ask or view.card or view.safety)
    if greets and view.page[0] == say(knowledge, "greeting").splitlines()[0]:
        lines = (*view.notices, say(knowledge, "wechat_greeting"))
        return "\n".join(lines)
    warned = (say(knowledge, "wechat_accuse"),) if view.hush == ACCUSING else ()
    if view.card is not None and not view.full and not view.ask:
        head = (*view.notices, *view.page, *view.card.today, *view.card.head)
        return "\n".join((*warned, *head, say(knowledge, "wechat_all")))
    plain = text_of(without(view, *PAPER_WORDS))
    return "\n".join((*(warned if view.ask else ()), plain))


def _pages(text: str) -> list[str]:
    """Return the text in pages; a line too long for one is broken by characters."""
    room = MOST_BYTES - _TAIL_BYTES
    pages, page = [], ""
    for line in _short_lines(text, room):
        longer = f"{page}\n{line}" if page else line
        if len(longer.encode()) > room:
            pages.append(page)
            longer = line
        page = longer
    return [*pages, page]


def _short_lines(text: str, room: int) -> Iterator[str]:
    most = room // 4
    for line in text.split("\n"):
        for at in range(0, max(len(line), 1), most):
            yield line[at : at + most]
