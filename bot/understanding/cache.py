"""Keep the compiled table between two starts, and in one process."""

import gc
import json
from typing import cast

from bot.core.knowledge import Knowledge
from bot.keeping import keep, kept
from bot.understanding.index import FORM, Index, compiled, fingerprint

KIND = "words"
KEPT_TABLES = 4
"""Tables that one process holds at a time."""

_held: list[tuple[Knowledge, Index]] = []


def index_for(knowledge: Knowledge) -> Index:
    """Return the table of the knowledge, compiled once for each version of it."""
    for known, index in _held:
        if known is knowledge:
            return index
    index = _kept_or_compiled(knowledge)
    _held.insert(0, (knowledge, index))
    del _held[KEPT_TABLES:]
    return index


def _kept_or_compiled(knowledge: Knowledge) -> Index:
    key = fingerprint(knowledge)
    body = kept(KIND, key)
    index = None if body is None else _parsed(body)
    if index is None:
        index = compiled(knowledge)
        keep(KIND, key, json.dumps(index, ensure_ascii=False, separators=(",", ":")))
    return index


def _parsed(body: str) -> Index | None:
    """Return the table; collecting garbage meanwhile would take three times as long."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return None
    finally:
        if collecting:
            gc.enable()
    whole = isinstance(found, dict) and found.get("form") == FORM
    return cast("Index", found) if whole else None
