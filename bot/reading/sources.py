"""Turn the bytes of a file into text with lines, or say why it is no text."""

import re
from dataclasses import dataclass, field, replace

from bot.core.knowledge import Place, Problem, Severity
from bot.reading.nodes import Mark, Scalar

MOST_BYTES = 1 << 20  # a file of words is far smaller; a bigger one is a mistake
LONGEST_WORDS = 200
"""Characters of a Problem's words; what an author wrote may be far longer."""
MOST_SHOWN = 20
"""Hidden characters told one by one in a file; the rest are counted."""
HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00a0\u00ad\u061c\u180e\u2000-\u200f"
    "\u2028-\u202f\u205f-\u206f\ufeff\ufff9-\ufffd\ue000-\uf8ff"
    "\U000e0000-\U000e007f]"
)
ASCII = 0x7F
BREAK = re.compile("\r\n|\n|\r")
SPACES = frozenset("\u00a0\u202f\u205f") | {chr(code) for code in range(0x2000, 0x200B)}


@dataclass(frozen=True, slots=True)
class Source:
    """Hold the text of a file; `touched` are lines that are already told of."""

    file: str
    text: str
    lines: tuple[str, ...]
    touched: frozenset[int] = field(default_factory=frozenset)

    def line(self, number: int) -> str:
        """Return a line, counted from 1; past the end it is empty."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def place(self, mark: Mark) -> Place:
        """Return the place of a mark."""
        return Place(self.file, mark.line, mark.column)

    def with_lines(self, changed: dict[int, str]) -> "Source":
        """Return the source with lines changed, and remember which."""
        lines = tuple(changed.get(no, line) for no, line in enumerate(self.lines, 1))
        touched = self.touched | frozenset(changed)
        return replace(self, text="\n".join(lines), lines=lines, touched=touched)

    def mended(self, scalar: Scalar, text: str) -> str:
        """Return the line of a scalar with another text in its stead."""
        if scalar.start.line != scalar.end.line:
            return ""
        line = self.line(scalar.start.line)
        return line[: scalar.start.column - 1] + text + line[scalar.end.column - 1 :]


@dataclass(frozen=True, slots=True)
class Found:
    """Say what is wrong at a mark, before the file is known."""

    mark: Mark
    rule: str
    what: str
    right: str = ""
    mended: str = ""
    severity: Severity = "error"


def problem(source: Source, found: Found) -> Problem:
    """Return the Problem of a finding, with its line."""
    line = source.line(found.mark.line)
    mended = "" if found.mended == line else found.mended
    return Problem(
        source.place(found.mark),
        found.rule,
        _clipped(found.what),
        _clipped(found.right),
        line,
        mended,
        found.severity,
    )


def _clipped(words: str) -> str:
    return words if len(words) <= LONGEST_WORDS else f"{words[:LONGEST_WORDS]}…"


def decode(file: str, data: bytes) -> tuple[Source | None, tuple[Problem, ...]]:
    """Return the text of a file without its hidden characters, and all problems."""
    refused = _refused(data)
    if refused is not None:
        return None, (problem(Source(file, "", ()), refused),)
    text = data.decode("utf-8")
    problems: list[Problem] = []
    if text.startswith("\ufeff"):
        text = text[1:]
        problems.append(problem(source_of(file, text), BOM))
    source = source_of(file, text)
    hidden, changed = _hidden(source)
    problems += hidden
    return (source.with_lines(changed) if changed else source), tuple(problems)


def source_of(file: str, text: str) -> Source:
    """Return a source with its lines."""
    return Source(file, text, tuple(BREAK.split(text)))


BOM = Found(
    Mark(1, 1),
    "encoding",
    "文件开头有一个看不见的标记（BOM，U+FEFF）",
    "另存为“UTF-8”，不要选“UTF-8（带 BOM）”",
)


def _refused(data: bytes) -> Found | None:
    start = Mark(1, 1)
    if len(data) > MOST_BYTES:
        what = f"文件有{len(data) // 1024}KB，超过1MB"
        return Found(start, "too-big", what, "拆成几个文件")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in data[:4]:
        what = "文件是 UTF-16（记事本叫“Unicode”）编码"
        return Found(start, "encoding", what, "另存为“UTF-8”编码")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(data, error.start)
    return None


def _not_utf8(data: bytes, at: int) -> Found:
    right = "另存为“UTF-8”编码"
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        what = "这里的字节不是 UTF-8 文字"
        return Found(_mark_at(data, at), "encoding", what, right)
    first = next(place for place, byte in enumerate(data) if byte > ASCII)
    what = "文件是 GBK（ANSI）编码"
    return Found(_mark_at(data, first), "encoding", what, right)


def _mark_at(data: bytes, at: int) -> Mark:
    """Return the mark of a byte before which everything is UTF-8."""
    lines = BREAK.split(data[:at].decode("utf-8").removeprefix("\ufeff"))
    return Mark(len(lines), len(lines[-1]) + 1)


def _hidden(source: Source) -> tuple[list[Problem], dict[int, str]]:
    if not HIDDEN.search(source.text):
        return [], {}
    problems: list[Problem] = []
    changed: dict[int, str] = {}
    for number, line in enumerate(source.lines, 1):
        hits = list(HIDDEN.finditer(line))
        if hits:
            changed[number] = HIDDEN.sub(_visible, line)
        for hit in hits:
            found = _named(Mark(number, hit.start() + 1), hit[0], changed[number])
            problems.append(problem(source, found))
    return _first_few(problems), changed


def _visible(hit: re.Match[str]) -> str:
    return " " if hit[0] in SPACES else ""


def _named(mark: Mark, character: str, mended: str) -> Found:
    code = f"U+{ord(character):04X}"
    if character in SPACES:
        what, right = f"这里不是普通空格，是{code}", "换成普通空格"
    elif character == "\ufffd":
        what, right = f"这里有一个坏掉的字（{code}）", "重新打这个字"
    else:
        what, right = f"这里藏着一个看不见的字符（{code}）", "删掉它"
    return Found(mark, "hidden-character", what, right, mended)


def _first_few(problems: list[Problem]) -> list[Problem]:
    more = len(problems) - MOST_SHOWN
    if more <= 0:
        return problems
    *shown, last = problems[:MOST_SHOWN]
    return [*shown, replace(last, what=f"{last.what}；后面还有{more}处同样的问题")]
