"""A line of the log has no place for a citizen's words, a name or a token."""

import asyncio
import io
import logging
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields

import pytest

from bot.cli import main
from bot.logs import Line, log, log_crash, tame

SECRET = "王小明住在槐树胡同110101199003078888"
TOKEN = "bot123456:AAF-secret"
ALLOWED = {
    "event", "channel", "component", "exc", "at", "n", "ms_bucket", "http_status",
    "citizen_caused",
}  # fmt: skip


@pytest.fixture
def _tamed() -> Iterator[None]:
    root = logging.getLogger()
    kept = root.handlers[:], root.level, logging.raiseExceptions
    hooks = sys.excepthook, sys.unraisablehook
    tame()
    yield
    root.handlers[:], root.level, logging.raiseExceptions = kept
    sys.excepthook, sys.unraisablehook = hooks


def test_a_line_has_these_places_and_no_other() -> None:
    assert {field.name for field in fields(Line)} == ALLOWED


def test_a_line_says_what_happened_and_where() -> None:
    out = io.StringIO()
    log(Line("busy", channel="telegram", n=3, at="sqlite.py:7"), out)
    assert re.fullmatch(
        r"t=\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ event=busy channel=telegram "
        r"at=sqlite.py:7 n=3\n",
        out.getvalue(),
    )


def test_a_line_that_a_citizen_caused_tells_the_hour_only() -> None:
    out = io.StringIO()
    log(Line("failed", citizen_caused=True), out)
    assert re.fullmatch(r"t=\d{4}-\d\d-\d\dT\d\dZ event=failed\n", out.getvalue())


@pytest.mark.parametrize("word", [SECRET, "a b", "x" * 65, "x\ny", f"/{TOKEN}/"])
def test_a_word_that_is_no_name_is_blanked(word: str) -> None:
    out = io.StringIO()
    log(Line("failed", component=word), out)
    assert out.getvalue().endswith("event=failed component=?\n")


def test_a_crash_is_told_by_class_and_place_without_its_words(
    capsys: pytest.CaptureFixture[str],
) -> None:
    try:
        int(SECRET)
    except ValueError as error:
        log_crash(error, "telegram")
    said = capsys.readouterr().err
    assert "exc=ValueError at=test_logs.py:" in said
    assert SECRET not in said


@pytest.mark.usefixtures("_tamed")
@pytest.mark.parametrize("name", ["httpx", "telegram.ext", "uvicorn.error", "asyncio"])
def test_other_libraries_are_cut_down_to_class_and_place(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    one = logging.getLogger(name)
    one.info("GET https://api/%s/getMe", TOKEN)
    one.error("Received data was: %r", SECRET)
    one.exception(TOKEN, exc_info=ValueError(SECRET))
    said = capsys.readouterr().err
    component = name.partition(".")[0]
    assert said.count(f"event=foreign component={component}") == 2
    assert TOKEN not in said
    assert SECRET not in said


def test_untamed_another_library_would_write_the_token(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.INFO):
        logging.getLogger("httpx").info("GET https://api/%s/getMe", TOKEN)
    assert TOKEN in caplog.text


@pytest.mark.usefixtures("_tamed")
def test_a_line_that_cannot_be_put_together_prints_nothing_of_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    logging.getLogger("httpx").error("%d", SECRET)
    assert SECRET not in capsys.readouterr().err


CRASHES = {
    "main": "raise ValueError(SECRET)",
    "thread": "t = threading.Thread(target=int, args=(SECRET,)); t.start(); t.join()",
    "finaliser": "type('X', (), {'__del__': lambda _: int(SECRET)})()",
}


@pytest.mark.parametrize("where", CRASHES)
@pytest.mark.parametrize("tamed", [True, False])
def test_however_a_program_ends_its_last_words_are_none(
    where: str, *, tamed: bool
) -> None:
    start = f"import threading\nfrom bot.logs import tame\nSECRET = {SECRET!r}\n"
    start += "tame()\n" if tamed else ""
    done = subprocess.run(
        [sys.executable, "-c", start + CRASHES[where]],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (SECRET in done.stderr) is not tamed
    assert ("exc=ValueError" in done.stderr) is tamed


@pytest.mark.usefixtures("_tamed")
def test_a_task_that_nobody_awaits_prints_none_of_its_words(
    capsys: pytest.CaptureFixture[str],
) -> None:
    async def body() -> None:
        context = {"message": SECRET, "exception": ValueError(SECRET)}
        asyncio.get_running_loop().call_exception_handler(context)

    asyncio.run(body())
    said = capsys.readouterr().err
    assert "exc=ValueError" in said
    assert SECRET not in said


@pytest.mark.usefixtures("_tamed")
def test_the_server_tames_every_log_before_it_serves(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    logging.getLogger().handlers.clear()

    def serving(*_: object, **__: object) -> None:
        logging.getLogger("uvicorn.error").error("%s", SECRET)

    monkeypatch.setattr("bot.commands.serve.serve", serving)
    with pytest.raises(SystemExit):
        main(["serve"])
    said = capsys.readouterr().err
    assert "event=foreign component=uvicorn" in said
    assert SECRET not in said
