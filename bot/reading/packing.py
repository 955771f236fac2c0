"""Pack knowledge into JSON and unpack it, so that a second start reads it faster.

Only what strict reading made is packed; the key is a print of every byte that was
read and of the program, so the same files give the same knowledge.
"""

import gc
import json
from dataclasses import fields
from datetime import date
from typing import TYPE_CHECKING, TypeAlias, cast

from bot.core import directory, knowledge, law, letter, marks, remedy, steps
from bot.core.knowledge import Knowledge

if TYPE_CHECKING:
    from collections.abc import Callable

Packed: TypeAlias = "str | int | bool | list[Packed] | None"

CLASSES = (
    marks.Place, law.Citation, law.Article, law.Law, law.Length, law.Validity, law.Cap,
    law.Limit, law.Year, remedy.Note, remedy.AgencyRule, remedy.Block, remedy.First,
    remedy.Next, remedy.Remedy, steps.Option, steps.Question, steps.Branch, steps.Ask,
    steps.Advised, steps.Advise, steps.Enter, directory.Document, directory.Agency,
    directory.Hotline, directory.Office, directory.Region, directory.Term,
    directory.SafetyFamily, directory.SafetyWords, directory.Online, directory.Right,
    directory.Service, directory.LocalRule, directory.LocalHotline, directory.Pause,
    letter.Part, letter.Letter, knowledge.Matter, knowledge.Guide, knowledge.Knowledge,
)  # fmt: skip
"""Every class of the knowledge; a list begins with its class's number."""
_TUPLE, _SET, _TABLE, _DAY = -1, -2, -3, -4
_NUMBERS = {kind: number for number, kind in enumerate(CLASSES)}
_NAMES = [[field.name for field in fields(kind)] for kind in CLASSES]


def packed(made: Knowledge) -> str:
    """Return the knowledge as JSON."""
    return json.dumps(_pack(made), ensure_ascii=False, separators=(",", ":"))


def unpacked(text: str) -> Knowledge | None:
    """Return the knowledge of JSON, or None when it is something else."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        found = _unpack(json.loads(text))
    except (ValueError, TypeError, IndexError, KeyError, RecursionError):
        return None
    finally:
        if collecting:
            gc.enable()
    return found if isinstance(found, Knowledge) else None


def _pack(value: object) -> Packed:
    number = _NUMBERS.get(type(value))
    if number is not None:
        return [number, *(_pack(getattr(value, name)) for name in _NAMES[number])]
    match value:
        case tuple():
            return [_TUPLE, *map(_pack, value)]
        case frozenset():
            return [_SET, *map(_pack, sorted(value))]
        case dict():
            pairs = [(_pack(key), _pack(one)) for key, one in value.items()]
            return [_TABLE, *(item for pair in pairs for item in pair)]
        case date():
            return [_DAY, value.isoformat()]
        case _:
            return cast("Packed", value)


def _unpack(value: Packed) -> object:
    if not isinstance(value, list):
        return value
    kind = cast("int", value[0])
    if kind >= 0:
        make = cast("Callable[..., object]", CLASSES[kind])
        return make(*[_unpack(one) if type(one) is list else one for one in value[1:]])
    items = [_unpack(one) if type(one) is list else one for one in value[1:]]
    if kind == _TUPLE:
        return tuple(items)
    if kind == _SET:
        return frozenset(items)
    if kind == _TABLE:
        return dict(zip(items[::2], items[1::2], strict=True))
    return date.fromisoformat(cast("str", items[0]))
