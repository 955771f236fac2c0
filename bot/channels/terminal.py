"""Talk in the terminal, typed or piped, line by line."""

import sys
from collections.abc import Iterable
from dataclasses import replace
from typing import TextIO

from bot.channels.handling import Handle
from bot.channels.saving import HINTS, saved
from bot.core.layout import text_of, without
from bot.core.view import View

CITIZEN = "terminal"
PROMPT = "您说> "
LEAVING = frozenset({"退出", "再见", "quit", "exit", "q"})


def talk(app: Handle, source: TextIO, out: TextIO) -> None:
    """Talk until the input ends; the end of a pipe is no error."""
    typed = source.isatty()
    _say(out, _text(app.greet(CITIZEN)))
    for line in _heard(source, out, typed=typed):
        if line.strip() in LEAVING:
            break
        told = saved(app, CITIZEN, line)
        _say(out, told or _text(app.handle(CITIZEN, line)))


def _text(view: View) -> str:
    """Return the view for a screen that writes files and has no printer."""
    hint = HINTS.get(view.papers)
    page = (*view.page, hint) if hint else view.page
    return text_of(replace(without(view, "打印"), page=page))


def _heard(source: TextIO, out: TextIO, *, typed: bool) -> Iterable[str]:
    while True:
        if typed:
            out.write(PROMPT)
            out.flush()
        line = source.readline()
        if not line:
            return
        yield line.rstrip("\r\n")


def _say(out: TextIO, text: str) -> None:
    try:
        out.write(text + "\n\n")
    except UnicodeEncodeError:
        encoding = out.encoding or "utf-8"
        out.write(text.encode(encoding, "replace").decode(encoding) + "\n\n")
    out.flush()


def standard_streams() -> tuple[TextIO, TextIO]:
    """Return input and output that never fail on a strange byte or console."""
    for stream in (sys.stdin, sys.stdout):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
    return sys.stdin, sys.stdout
