"""Read a screen aloud: what somebody recorded, or else the machine's own voice."""

import hashlib
import shutil
import subprocess
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Protocol

ESPEAK = "espeak-ng"
VOICE, WORDS_A_MINUTE = "cmn", "140"
SECONDS = 10.0
"""Time the machine's voice has for one screen; it needs a fraction of a second."""
UNSPOKEN = frozenset(["label", "audio", "script", "small"])
NAME_SIGNS = 16


class Say(Protocol):
    """Make sound of a text."""

    def __call__(self, text: str) -> bytes:
        """Return the sound as WAV."""


class Voice:
    """Speak a text; recorded files come first, and nothing is kept of it."""

    def __init__(self, recorded: Path | None, machine: Say | None) -> None:
        self._recorded, self._machine = recorded, machine

    def can(self, text: str) -> bool:
        """Return whether the text can be spoken, so that no button is dead."""
        return bool(text) and (
            self._machine is not None or self._file(text) is not None
        )

    def wav(self, text: str) -> bytes:
        """Return the sound of a text as WAV; empty when there is none."""
        found = self._file(text)
        if found is not None:
            return found.read_bytes()
        return self._machine(text) if self._machine and text else b""

    def _file(self, text: str) -> Path | None:
        if self._recorded is None:
            return None
        file = self._recorded / f"{name_of(text)}.wav"
        return file if file.is_file() else None


def name_of(text: str) -> str:
    """Return the name under which the recording of a text is looked for."""
    return hashlib.sha256(text.encode()).hexdigest()[:NAME_SIGNS]


def machine_voice(
    which: Callable[[str], str | None] = shutil.which,
) -> Say | None:
    """Return the machine's own Mandarin voice, or None where it is not installed."""
    program = which(ESPEAK)
    return None if program is None else lambda text: _espeak(program, text)


def _espeak(program: str, text: str) -> bytes:
    """Return the WAV of a text; it goes in by the pipe, so that no list shows it."""
    made = subprocess.run(  # noqa: S603 — a fixed program, the text is its input
        [program, "-v", VOICE, "-s", WORDS_A_MINUTE, "--stdin", "--stdout"],
        input=text.encode(),
        capture_output=True,
        timeout=SECONDS,
        check=False,
    )
    return made.stdout


def spoken(page: str) -> str:
    """Return what a page says in its main part, a sentence a line."""
    reader = _Reader()
    reader.feed(page)
    return "\n".join(line for line in reader.lines if line)


class _Reader(HTMLParser):
    """Collect the words of the main part of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._main = self._quiet = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._main += tag == "main"
        hidden = ("aria-hidden", "true") in attrs
        self._quiet += tag in UNSPOKEN or (hidden and tag == "svg")

    def handle_endtag(self, tag: str) -> None:
        self._main -= tag == "main"
        self._quiet -= tag in UNSPOKEN or (tag == "svg" and self._quiet > 0)

    def handle_data(self, data: str) -> None:
        if self._main > 0 and self._quiet <= 0:
            self.lines.append(" ".join(data.split()))
