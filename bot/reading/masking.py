"""See which characters of a line are YAML's own and which are only words."""

from dataclasses import dataclass

WORD = "\x00"
"""Stands for every character inside quotes."""
OPENING, CLOSING = "{[｛【［", "}]｝】］"


@dataclass(frozen=True, slots=True)
class Carry:
    """Keep what is still open at the end of a line: brackets and a quote."""

    brackets: tuple[tuple[str, int, int], ...] = ()
    """Every open bracket with its line and column, counted from 1."""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Masked:
    """Hold a line with quoted words and comments blanked, and depths by column."""

    text: str
    depth: tuple[int, ...]
    carry: Carry


def mask(line: str, number: int = 1, carry: Carry | None = None) -> Masked:
    """Return the line as YAML sees it, with what is open before it."""
    return _Masking(line, number, carry or Carry()).run()


class _Masking:
    """Keep the moving parts while a line is read from left to right."""

    def __init__(self, line: str, number: int, carry: Carry) -> None:
        self.line, self.number = line, number
        self.open = list(carry.brackets)
        self.quote = carry.quote
        self.fresh = not carry.quote
        """Whether a value may begin here."""
        self.text: list[str] = []
        self.depth: list[int] = []

    def run(self) -> Masked:
        at = 0
        while at < len(self.line):
            character = self.line[at]
            if self._comment(at):
                break
            if self.quote:
                at += self._quoted(at)
            else:
                self._plain(at, character)
                self._keep(character)
                at += 1
        text = "".join(self.text).ljust(len(self.line))
        depth = (*self.depth, *[len(self.open)] * (len(text) - len(self.depth)))
        return Masked(text, depth, Carry(tuple(self.open), self.quote))

    def _comment(self, at: int) -> bool:
        before = self.line[at - 1] if at else " "
        return not self.quote and self.line[at] == "#" and before in " \t"

    def _quoted(self, at: int) -> int:
        """Take a quoted character; return how many characters that were."""
        pair = self.line[at : at + 2]
        escaped = pair == "''" if self.quote == "'" else pair[:1] == "\\"
        if escaped and len(pair) == 2:
            self._keep(WORD, 2)
            return 2
        if pair[0] == self.quote:
            self.quote = ""
        self._keep(WORD)
        return 1

    def _plain(self, at: int, character: str) -> None:
        following = self.line[at + 1 : at + 2] or " "
        if character in "\"'" and self.fresh:
            self.quote, self.fresh = character, False
        elif character in OPENING and (self.fresh or self.open):
            self.open.append((character, self.number, at + 1))
            self.fresh = True
        elif character in CLOSING and self.open:
            self.open.pop()
            self.fresh = False
        elif _separates(character, following, bool(self.open), fresh=self.fresh):
            self.fresh = True
        elif character not in " \t\u3000":
            self.fresh = False

    def _keep(self, character: str, times: int = 1) -> None:
        self.text += [character] * times
        self.depth += [len(self.open)] * times


def _separates(character: str, following: str, inside: bool, *, fresh: bool) -> bool:  # noqa: FBT001
    """Return whether a value may begin after this character."""
    if character == "：":
        return True
    if character == ":":
        return following in " \t{["
    if character == ",":
        return inside
    return character in "-－—–" and fresh and not inside
