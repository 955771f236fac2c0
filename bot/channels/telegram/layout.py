"""Lay a view out as plain texts of Telegram's length, and rows of buttons."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.core.layout import text_of
from bot.core.view import View

MOST_UNITS = 4096
"""UTF-16 units that one text may have."""
LABEL_SIGNS = 30
"""Characters of a button that a phone still shows on one line."""
NUMBERED_ROW, WORD_ROW = 5, 2


@dataclass(frozen=True, slots=True)
class Key:
    """Offer one button: its label, and the words that tapping it says."""

    label: str
    says: str


def texts(view: View) -> tuple[str, ...]:
    """Return the texts of a view; only the last one carries the buttons."""
    return tuple(_cut("\n".join(_lines(view))))


def keys(view: View) -> tuple[tuple[Key, ...], ...]:
    """Return the rows of buttons: choices first, then what may be said anywhere."""
    long = any(len(choice.label) > LABEL_SIGNS for choice in view.choices)
    if long:
        numbered = tuple(Key(choice.says, choice.says) for choice in view.choices)
        rows = _rows(numbered, NUMBERED_ROW)
    else:
        rows = tuple((Key(one.label, one.says),) for one in view.choices)
    words = tuple(Key(word, word) for word in view.standing)
    return (*rows, *_rows(words, WORD_ROW))


def units(text: str) -> int:
    """Return how many UTF-16 units a text has."""
    return len(text.encode("utf-16-le")) // 2


def _lines(view: View) -> Iterator[str]:
    """Give the lines of the view without those that buttons say."""
    for line in text_of(view).split("\n"):
        if line.startswith("可以回：") or set(line) == {"─"}:
            continue
        yield line


def _rows(all_keys: tuple[Key, ...], wide: int) -> tuple[tuple[Key, ...], ...]:
    return tuple(all_keys[at : at + wide] for at in range(0, len(all_keys), wide))


def _cut(text: str) -> Iterator[str]:
    page = ""
    for line in text.split("\n"):
        for piece in _short(line):
            longer = f"{page}\n{piece}" if page else piece
            if units(longer) > MOST_UNITS:
                yield page
                longer = piece
            page = longer
    yield page


def _short(line: str) -> Iterator[str]:
    """Break a line that is too long for any text; no sign is broken in two."""
    most = MOST_UNITS // 2
    for at in range(0, max(len(line), 1), most):
        yield line[at : at + most]
