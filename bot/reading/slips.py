"""Know the slips of a Chinese input method: what each looks like, what mends it.

A slip is only one where YAML's own signs are meant. In prose the same signs are
right, so every pattern asks for what stands around it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.reading.masking import CLOSES, Bracket, Carry, Masked, mask
from bot.reading.patterns import patterns

MOST_ROUNDS = 8
"""Times a line is looked at again after mending: one slip may hide another."""


@dataclass(frozen=True, slots=True)
class Slip:
    """Keep one slip of a line: where, which, and the edit that mends it.

    Units: columns count from 1.
    """

    column: int
    rule: str
    what: str
    right: str
    edits: tuple[tuple[int, int, str], ...]
    """Start and end (columns, the end not included) and the new text."""
    sure: bool = True
    """Whether it is one even in the middle of words."""


def slips_of(masked: Masked) -> tuple[Slip, ...]:
    """Return the slips of a line, from left to right."""
    found: dict[int, Slip] = {}
    for slip in (*_by_pattern(masked), *_brackets(masked)):
        found.setdefault(slip.column, slip)
    return tuple(found[column] for column in sorted(found))


def mended(line: str, carry: Carry | None = None) -> str:
    """Return the line with all its slips mended."""
    for _ in range(MOST_ROUNDS):
        slips = slips_of(mask(line, 1, carry))
        if not slips:
            break
        line = edited(line, slips[0])
    return line


def edited(line: str, slip: Slip) -> str:
    """Return the line with one slip mended."""
    for start, end, new in sorted(slip.edits, reverse=True):
        line = line[: start - 1] + new + line[end - 1 :]
    return line


def _by_pattern(masked: Masked) -> Iterator[Slip]:
    for one in patterns():
        for hit in one.pattern.finditer(masked.text):
            start, end = hit.span("s")
            inside = bool(start and masked.depth[start - 1])
            if one.inside in (None, inside):
                edits = ((start + 1, end + 1, one.new),)
                yield Slip(start + 1, one.rule, one.what, one.right, edits, one.sure)


def _brackets(masked: Masked) -> Iterator[Slip]:
    for bracket in masked.closed:
        if bracket.line and _structural(masked, bracket):
            yield from _bracket(masked, bracket)
    for bracket in masked.carry.brackets:
        here = masked.text[bracket.column - 1 : bracket.column]
        if bracket.character in "｛【［" and here == bracket.character:
            yield _replaced(bracket.column, bracket.character, _ascii(bracket))


def _bracket(masked: Masked, bracket: Bracket) -> Iterator[Slip]:
    closing = CLOSES[bracket.character]
    opened_here = masked.text[bracket.column - 1 : bracket.column] == bracket.character
    edits: list[tuple[int, int, str]] = []
    if bracket.character in "｛【［" and opened_here:
        edits.append((bracket.column, bracket.column + 1, _ascii(bracket)))
    if bracket.closing != closing:
        at = bracket.closing_column
        edits.append((at, at + 1, closing))
    if edits:
        column = edits[0][0]
        edits += _commas(masked, bracket) if bracket.character in "【［" else []
        yield _told(column, masked.text[column - 1], edits)


def _commas(masked: Masked, bracket: Bracket) -> list[tuple[int, int, str]]:
    """Return the edits of commas that were typed along with the wrong brackets."""
    inside = masked.text[: bracket.closing_column - 1]
    if re.search(r"[,:{}\[\]]", inside[bracket.column :]):
        return []
    hits = re.compile(r"，[ \u3000]*").finditer(inside, bracket.column)
    return [(hit.start() + 1, hit.end() + 1, ", ") for hit in hits]


def _structural(masked: Masked, bracket: Bracket) -> bool:
    """Return whether nothing but signs follows: 【重要】请看 is prose."""
    rest = masked.text[bracket.closing_column :]
    return re.match(r"[ ]*($|[,，、}\]｝】］:：])", rest) is not None


def _ascii(bracket: Bracket) -> str:
    return "{" if CLOSES[bracket.character] == "}" else "["


def _replaced(column: int, character: str, new: str) -> Slip:
    return _told(column, character, [(column, column + 1, new)])


def _told(column: int, character: str, edits: list[tuple[int, int, str]]) -> Slip:
    wide = character not in "{}[]"
    what = f"括号“{character}”不是英文的" if wide else f"括号“{character}”配错了"
    new = edits[0][2]
    return Slip(column, "bracket", what, f"改成“{new}”", tuple(edits))
