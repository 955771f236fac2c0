"""Look through a file that libyaml refuses, line by line, for what made it so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from bot.reading.indents import Indents
from bot.reading.masking import CLOSES, Bracket, Carry, Masked, mask
from bot.reading.nodes import Mark
from bot.reading.schema import english_keys
from bot.reading.slips import Slip, edited, mended, slips_of
from bot.reading.sources import Found, Source

BLOCK = re.compile(r"(?:[:：]|^[ ]*(?:-[ ]+)*-)[ ]+[|>][+-]?\d?[+-]?[ ]*$")
ANY_KEY = re.compile(r"[ ]*(?:-[ ]+\S|[^\s#][^#:,]*:(?:[ ]|$))")
KEY_LINE = re.compile(r"[ ]*(?:-[ ]+)*([a-z_]+):(?:[ ]|$)")


@dataclass(frozen=True, slots=True)
class Line:
    """Hold a line that is YAML's own, not words of a longer text."""

    number: int
    text: str
    masked: Masked
    before: Carry
    """What is open before it."""

    @property
    def indent(self) -> int:
        """Return by how many characters it is set in."""
        return len(self.text) - len(self.text.lstrip(" \t\u3000"))


def scan(source: Source) -> Iterator[Found]:
    """Return every slip of a file, each line once, with the mended line."""
    lines = list(structural_lines(source))
    blocks = [line.indent for line in lines if not line.before.inside]
    indents = Indents(blocks[::-1])
    for line, following in zip_longest(lines, lines[1:]):
        slips = slips_of(line.masked)
        fixed = mended(line.text, line.before)
        unclosed = _unclosed(line, following)
        if unclosed is not None and not slips:
            slips, fixed = (unclosed,), edited(line.text, unclosed)
        if not line.before.inside:
            masked = mask(fixed, line.number)
            slips, fixed = _indented(indents, masked, slips, fixed)
        if slips:
            yield _found(line, slips, fixed)


def structural_lines(source: Source) -> Iterator[Line]:
    """Return the lines that are YAML's own, without those of block texts."""
    carry, block = Carry(), _Block()
    for number, text in enumerate(source.lines, 1):
        if block.holds(text):
            continue
        if carry.brackets and not carry.quote and _begins_anew(source, text, carry):
            carry = Carry()
        masked = mask(text, number, carry)
        if masked.text.strip():
            yield Line(number, text, masked, carry)
        block = _Block(_indent(text) if BLOCK.search(masked.text) else None)
        carry = masked.carry


@dataclass(slots=True)
class _Block:
    """Keep the block text that is open: it is set in deeper than its key."""

    key_indent: int | None = None
    indent: int | None = None
    """How far its first line is set in; a line set in less ends it."""

    def holds(self, text: str) -> bool:
        if self.key_indent is None:
            return False
        if not text.strip():
            return True
        if self.indent is None:
            self.indent = max(_indent(text), self.key_indent + 1)
        return _indent(text) >= self.indent


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def _begins_anew(source: Source, text: str, carry: Carry) -> bool:
    """Return whether a line is so plainly a new key that a bracket was forgotten."""
    first = carry.brackets[0]
    indent = _indent(text)
    if indent > _indent(source.line(first.line)):
        hit = KEY_LINE.match(text)
        return indent < first.column and hit is not None and hit[1] in english_keys()
    return ANY_KEY.match(text) is not None


def _unclosed(line: Line, following: Line | None) -> Slip | None:
    """Return a bracket that was forgotten to be closed before the next key."""
    opened = line.masked.carry.brackets
    if not opened or (following is not None and following.before.inside):
        return None
    first: Bracket = opened[0]
    closing = "".join(CLOSES[one.character] for one in reversed(opened))
    column = len(line.text.rstrip()) + 1
    what = f"括号“{first.character}”没有收尾"
    return Slip(
        first.column,
        "bracket",
        what,
        f"在行末补上“{closing}”",
        ((column, column, closing),),
    )


def _indented(
    indents: Indents, masked: Masked, slips: tuple[Slip, ...], fixed: str
) -> tuple[tuple[Slip, ...], str]:
    slip = indents.slip(masked.text)
    if slip is None:
        return slips, fixed
    return slips or (slip,), edited(fixed, slip)


def _found(line: Line, slips: tuple[Slip, ...], fixed: str) -> Found:
    first = slips[0]
    more = "；这一行还有别的同类问题，一并改好了" if len(slips) > 1 else ""
    mark = Mark(line.number, first.column)
    return Found(mark, first.rule, first.what + more, first.right, fixed)
