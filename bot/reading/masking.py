"""See which characters of a line are YAML's own and which are only words."""

from dataclasses import dataclass, replace

WORD = "\x00"
"""Stands for every character inside quotes."""
CLOSES = {"{": "}", "[": "]", "｛": "}", "【": "]", "［": "]"}
"""Every bracket a list or map may be opened with, and what closes it in YAML."""
WIDE_OPENING, WIDE_CLOSING = "｛【［", "｝】］"
CLOSING = "}]" + WIDE_CLOSING


@dataclass(frozen=True, slots=True)
class Bracket:
    """Keep a bracket: where it opens and, once it is closed, where and with what.

    Units: line and columns count from 1; a column of 0 is not yet known.
    """

    character: str
    line: int
    column: int
    closing: str = ""
    closing_column: int = 0


@dataclass(frozen=True, slots=True)
class Carry:
    """Keep what is still open at the end of a line: brackets and a quote."""

    brackets: tuple[Bracket, ...] = ()
    quote: str = ""

    @property
    def inside(self) -> bool:
        """Return whether the next line goes on with something open."""
        return bool(self.brackets or self.quote)


@dataclass(frozen=True, slots=True)
class Masked:
    """Hold a line with quoted words and comments blanked, and what it opens."""

    text: str
    depth: tuple[int, ...]
    """How many brackets are open after each character."""
    closed: tuple[Bracket, ...]
    """Brackets that were closed on this line."""
    carry: Carry


def mask(line: str, number: int = 1, carry: Carry | None = None) -> Masked:
    """Return the line as YAML sees it, with what is open before it."""
    return _Masking(line, number, carry or Carry()).run()


class _Masking:
    """Keep the moving parts while a line is read from left to right."""

    def __init__(self, line: str, number: int, carry: Carry) -> None:
        self.line, self.number = line, number
        self.open = list(carry.brackets)
        self.closed: list[Bracket] = []
        self.quote = carry.quote
        self.fresh = not carry.quote
        """Whether a value may begin here."""
        self.prose = 0
        """Full-width brackets open inside words."""
        self.text: list[str] = []
        self.depth: list[int] = []

    def run(self) -> Masked:
        at = 0
        while at < len(self.line) and not self._comment(at):
            if self.quote:
                at += self._quoted(at)
            else:
                kept = self._plain(at, self.line[at])
                self._keep(kept)
                at += 1
        rest = len(self.line) - len(self.text)
        text = "".join(self.text) + " " * rest
        depth = (*self.depth, *[len(self.open)] * rest)
        carry = Carry(tuple(self.open), self.quote)
        return Masked(text, depth, tuple(self.closed), carry)

    def _comment(self, at: int) -> bool:
        before = self.line[at - 1] if at else " "
        return not self.quote and self.line[at] == "#" and before in " \t"

    def _quoted(self, at: int) -> int:
        """Take a quoted character; return how many characters that were."""
        pair = self.line[at : at + 2]
        escaped = pair == "''" if self.quote == "'" else pair[0] == "\\"
        taken = len(pair) if escaped else 1
        if not escaped and pair[0] == self.quote:
            self.quote = ""
        self._keep(WORD, taken)
        return taken

    def _plain(self, at: int, character: str) -> str:
        following = self.line[at + 1 : at + 2] or " "
        if character in "\"'" and self.fresh:
            self.quote, self.fresh = character, False
            return WORD
        if character in CLOSES:
            self._opening(at, character)
        elif character in CLOSING:
            self._closing(at, character)
        elif _separates(character, following, self):
            self.fresh = True
            self.prose = 0
        elif character not in " \t\u3000":
            self.fresh = False
        return character

    def _opening(self, at: int, character: str) -> None:
        if self.fresh or (self.open and character not in WIDE_OPENING):
            self.open.append(Bracket(character, self.number, at + 1))
            self.fresh = True
        elif character in WIDE_OPENING:
            self.prose += 1

    def _closing(self, at: int, character: str) -> None:
        self.fresh = False
        if character in WIDE_CLOSING and self.prose:
            self.prose -= 1
        elif self.open:
            opened = self.open.pop()
            self.closed.append(
                replace(opened, closing=character, closing_column=at + 1)
            )

    def _keep(self, character: str, times: int = 1) -> None:
        self.text += [character] * times
        self.depth += [len(self.open)] * times


def _separates(character: str, following: str, masking: _Masking) -> bool:
    """Return whether a value may begin after this character."""
    match character:
        case ":":
            return following in " \t\u3000{["
        case "：":
            return masking.fresh is False and following in " {[｛【［“\"'"
        case ",":
            return bool(masking.open)
        case "-" | "－" | "—" | "–":
            return masking.fresh and not masking.open
        case _:
            return False
