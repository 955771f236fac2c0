"""Write a talk as a code its citizen keeps, and go on from it anywhere (续谈码).

The code holds the answers themselves, so nothing is stored; who has it can read them.
"""

import base64
import re
import zlib
from dataclasses import replace

from bot.core.encoding import MOST_LETTERS, UnreadableError, read_state, write_state
from bot.core.state import State

SIGN = "续谈码"
_CODE = re.compile(SIGN + "[:：]?([A-Za-z0-9_-]+)")
_MOST_BYTES = 4 * MOST_LETTERS


def resume_code(state: State) -> str:
    """Return the code of a talk: its answers, no page and no notice."""
    text = write_state(replace(state, notice=(), menu=()))
    packed = zlib.compress(text.encode(), 9)
    return SIGN + base64.urlsafe_b64encode(packed).decode().rstrip("=")


def has_code(text: str) -> bool:
    """Return whether a code stands in the text, whole or not."""
    return _CODE.search(_joined(text)) is not None


def read_code(text: str) -> State | None:
    """Return the talk of the code in a text; None when it was cut or changed."""
    found = _CODE.search(_joined(text))
    if found is None:
        return None
    try:
        packed = base64.urlsafe_b64decode(found[1] + "=" * (-len(found[1]) % 4))
        reader = zlib.decompressobj()
        opened = reader.decompress(packed, _MOST_BYTES)
        return read_state(opened.decode()) if reader.eof else None
    except (ValueError, zlib.error, UnreadableError):
        return None


def _joined(text: str) -> str:
    """Return the text without the gaps that wrapping puts into a long code."""
    return "".join(text.split())
