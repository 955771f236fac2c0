"""Write down what happened, never who or what was said: only listed words pass.

A line of another library is cut down to its kind, place and class; its message, which
may hold a citizen's words or a token, is dropped unread.
"""

import logging
import re
import sys
import threading
import time
import traceback
from dataclasses import dataclass, fields
from pathlib import Path
from types import TracebackType
from typing import Literal, TextIO, TypeAlias

Happened: TypeAlias = Literal[
    "started",
    "stopped",
    "busy",
    "refused",
    "failed",
    "swept",
    "seal_broken",
    "platform_error",
    "foreign",
]
_PLAIN = re.compile(r"[A-Za-z0-9_.:-]{1,64}")
_HOUR, _SECOND = "%Y-%m-%dT%HZ", "%Y-%m-%dT%H:%M:%SZ"
_PACKAGE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Line:
    """Hold one line of the log; it has no place for anything else.

    `n` is a count, `at` a file and line of the program. A line that a citizen's
    message caused carries only the hour.
    """

    event: Happened
    channel: str = ""
    component: str = ""
    exc: str = ""
    at: str = ""
    n: int | None = None
    ms_bucket: int | None = None
    http_status: int | None = None
    citizen_caused: bool = False


def log(line: Line, out: TextIO | None = None) -> None:
    """Write a line to the error stream."""
    stamp = time.strftime(_HOUR if line.citizen_caused else _SECOND, time.gmtime())
    words = [f"t={stamp}"]
    for field in fields(line):
        value = getattr(line, field.name)
        if field.name != "citizen_caused" and value not in ("", None):
            words.append(f"{field.name}={_plain(str(value))}")
    print(" ".join(words), file=out or sys.stderr, flush=True)


def log_crash(
    error: BaseException,
    channel: str = "",
    component: str = "",
    *,
    citizen_caused: bool = False,
) -> None:
    """Write down that something crashed: its class and place, not its words."""
    kind, at = type(error).__name__, _place(error)
    log(Line("failed", channel, component, kind, at, citizen_caused=citizen_caused))


def tame() -> None:
    """Let nothing but our lines out, whoever writes, and however a thread ends."""
    logging.raiseExceptions = False  # else the arguments of a bad call are printed
    root = logging.getLogger()
    root.handlers[:] = [_Cutting()]
    root.setLevel(logging.ERROR)
    for name in list(logging.root.manager.loggerDict):
        one = logging.getLogger(name)
        one.handlers.clear()
        one.propagate, one.disabled = True, False
        one.setLevel(logging.NOTSET)
    sys.excepthook = _crashed
    sys.unraisablehook = lambda one: log_crash(one.exc_value or SystemError())
    threading.excepthook = lambda one: log_crash(one.exc_value or SystemError())


class _Cutting(logging.Handler):
    """Cut a line of another library down to where it came from."""

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno < logging.ERROR:
            return
        error = record.exc_info[1] if record.exc_info else None
        exc = type(error).__name__ if error else ""
        at = _place(error) if error else f"{record.module}.py:{record.lineno}"
        log(Line("foreign", component=record.name.partition(".")[0], exc=exc, at=at))


def _crashed(
    _: type[BaseException], error: BaseException, __: TracebackType | None
) -> None:
    log_crash(error)


def _place(error: BaseException) -> str:
    """Return the last place of ours that an error came through."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [one for one in frames if _PACKAGE in Path(one.filename).parents]
    last = [f"{Path(one.filename).name}:{one.lineno}" for one in ours or frames]
    return last[-1] if last else ""


def _plain(word: str) -> str:
    return word if _PLAIN.fullmatch(word) else "?"
