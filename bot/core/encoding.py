"""Write a talk as short text and read it back; the text says of which form it is."""

import hashlib
import json
from datetime import date
from typing import Any, cast, get_args

from bot.core.facts import Case, Fact, How, Span, Value
from bot.core.state import MOST_CASES, State

FORM = 1
"""The form of the text; another form is refused, never guessed at."""
MOST_LETTERS = 8_192
"""A talk takes under 2 KB; nothing longer is looked into."""
MARK_SIGNS = 12


class UnreadableError(Exception):
    """Tell that a text is no talk of this form; its words are not repeated."""


def write_state(state: State) -> str:
    """Return the talk as compact text."""
    cases = [
        [case.matter, [_written(*one) for one in case.facts]] for case in state.cases
    ]
    parts = [FORM, state.version, cases, state.at, state.notice, state.menu]
    return json.dumps(parts, ensure_ascii=False, separators=(",", ":"))


def read_state(text: str) -> State:
    """Return the talk of a text. A talk of other knowledge is adopted by step().

    Raises: UnreadableError when the text is of another form, or was cut or changed.
    """
    if len(text) > MOST_LETTERS:
        raise UnreadableError
    try:
        return _read(json.loads(text))
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise UnreadableError from error


def mark(state: State | None) -> str:
    """Return a short mark of where a talk stands, so that an old button is known.

    What was only noticed does not count: the question that stands is the same.
    """
    text = "" if state is None else write_state(state.noticing())
    return hashlib.sha256(text.encode()).hexdigest()[:MARK_SIGNS]


def _written(name: str, fact: Fact) -> list[object]:
    value: object = fact.value
    if isinstance(fact.value, Span):
        value = [fact.value.first.toordinal(), fact.value.last.toordinal()]
    return [name, value, get_args(How).index(fact.how)]


def _read(parts: Any) -> State:  # noqa: ANN401 — what JSON gives is not known yet
    form, version, cases, at, notice, menu = parts
    if form != FORM or not 1 <= len(cases) <= MOST_CASES or at not in range(len(cases)):
        raise ValueError
    read = tuple(_case(*one) for one in cases)
    return State(_text(version), read, int(at), _texts(notice), _texts(menu))


def _case(matter: object, facts: list[list[object]]) -> Case:
    held = tuple((_text(name), _fact(value, how)) for name, value, how in facts)
    return Case(None if matter is None else _text(matter), held)


def _fact(value: object, how: object) -> Fact:
    hows = dict(enumerate(get_args(How)))
    return Fact(_value(value), hows[cast("int", how)])


def _value(value: object) -> Value:
    match value:
        case [int(first), int(last)] if 1 <= first <= last:
            return Span(date.fromordinal(first), date.fromordinal(last))
        case _:
            return _text(value)


def _texts(values: list[object]) -> tuple[str, ...]:
    return tuple(map(_text, values))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value
