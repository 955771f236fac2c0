"""Write and read the card code: what was answered, never who answered."""

import base64
from collections.abc import Collection, Iterator
from datetime import date, timedelta

from bot.core.facts import Case, Fact, Span, Value
from bot.core.knowledge import UNSURE, Knowledge

VERSION_SIGNS = 6
"""Signs of the knowledge version that a code begins with."""
_DAY, _UNSURE, _OTHER = 0, 1, 2
_FIRST_OPTION = 3


class CodeError(Exception):
    """Tell that a card code is not of this knowledge, or was mistyped."""


def card_code(knowledge: Knowledge, case: Case, today: date) -> str:
    """Return the code of a card: version, day, matter, answers, check sign."""
    numbers = [today.toordinal(), _index(knowledge.matters, case.matter)]
    names = list(knowledge.questions)
    for name, fact in case.facts:
        if name in knowledge.questions:
            numbers.append(names.index(name))
            numbers += _written(knowledge, name, fact.value, today)
    packed = b"".join(_varint(number) for number in numbers)
    packed += bytes([sum(packed) % 251])
    text = base64.b32encode(packed).decode().rstrip("=")
    return f"{knowledge.version[:VERSION_SIGNS]}-{text}".upper()


def read_code(knowledge: Knowledge, code: str) -> tuple[Case, date]:
    """Return the case and the day of a code.

    Raises: CodeError when the code is of another version or was mistyped.
    """
    version, _, text = code.strip().upper().partition("-")
    if version != knowledge.version[:VERSION_SIGNS].upper():
        raise CodeError(f"编号“{code}”属于另一版资料（{version}）")
    try:
        packed = base64.b32decode(text + "=" * (-len(text) % 8))
        return _read(knowledge, packed)
    except (ValueError, IndexError, OverflowError, StopIteration) as error:
        raise CodeError(f"编号“{code}”抄错了，请再看一遍") from error


def _read(knowledge: Knowledge, packed: bytes) -> tuple[Case, date]:
    if sum(packed[:-1]) % 251 != packed[-1]:
        raise ValueError("check sign")
    numbers = iter(_numbers(packed[:-1]))
    today = date.fromordinal(next(numbers))
    matters, names = list(knowledge.matters), list(knowledge.questions)
    at = next(numbers)
    case = Case(matters[at - 1] if at else None)
    for number in numbers:
        name = names[number]
        case = case.put(name, Fact(_value(knowledge, name, numbers, today), "asked"))
    return case, today


def _index(names: Collection[str], name: str | None) -> int:
    return list(names).index(name) + 1 if name in names and name else 0


def _written(
    knowledge: Knowledge, name: str, value: Value, today: date
) -> tuple[int, ...]:
    if isinstance(value, Span):
        length = (value.last - value.first).days
        return _DAY, _zigzag((today - value.last).days), length
    if value == UNSURE:
        return (_UNSURE,)
    options = [option.id for option in knowledge.questions[name].options]
    regions = list(knowledge.regions)
    listed = regions if knowledge.questions[name].kind == "place" else options
    return (_FIRST_OPTION + listed.index(value),) if value in listed else (_OTHER,)


def _value(
    knowledge: Knowledge, name: str, numbers: Iterator[int], today: date
) -> Value:
    kind = next(numbers)
    if kind == _DAY:
        last = today - timedelta(days=_unzigzag(next(numbers)))
        return Span(last - timedelta(days=next(numbers)), last)
    if kind in (_UNSURE, _OTHER):
        return UNSURE
    question = knowledge.questions[name]
    if question.kind == "place":
        return list(knowledge.regions)[kind - _FIRST_OPTION]
    return question.options[kind - _FIRST_OPTION].id


def _zigzag(number: int) -> int:
    return number * 2 if number >= 0 else -number * 2 - 1


def _unzigzag(number: int) -> int:
    return number // 2 if number % 2 == 0 else -(number + 1) // 2


def _varint(number: int) -> bytes:
    out = bytearray()
    while number >= 0x80:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


def _numbers(packed: bytes) -> list[int]:
    numbers, number, shift = [], 0, 0
    for byte in packed:
        number |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            numbers.append(number)
            number, shift = 0, 0
    return numbers
