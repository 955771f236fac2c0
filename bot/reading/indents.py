"""Find lines whose indentation fits no other line's."""

import re
from dataclasses import dataclass, field

from bot.reading.schema import english_keys, go_together
from bot.reading.slips import Slip

DASH = re.compile(r"-[ ]+(?=\S)")
OPENS = re.compile(r":[ ]*$|^(?:-[ ]+)*-[ ]*$")
KEYED = re.compile(r"(?P<dash>-[ ]+\S|-$)|(?P<key>[^\s#\x00][^#:]*?|\x00+):(?:[ \t]|$)")
WIDE = re.compile(r"^[ ]*[\t\u3000][ \t\u3000]*")
STEP = 2
"""Spaces by which a level is set in, in all our files."""
FAR = 2
"""Spaces beyond which a line is no slip of the finger."""
TAB_WIDTHS = (2, 4, 8)
WIDE_WIDTHS = (2, 1)
"""Spaces that a full-width space may have been meant for."""


@dataclass(slots=True)
class Level:
    """Keep one open indentation and the keys seen there."""

    indent: int
    dash: bool = False
    keys: list[str] = field(default_factory=list)

    def fits(self, content: str) -> bool:
        """Return whether a line belongs among those of this level."""
        hit = KEYED.match(content)
        if hit is None or hit["dash"]:
            return self.dash
        key = hit["key"]
        if not self.keys:
            return False
        if key not in english_keys():
            return english_keys().isdisjoint(self.keys)
        return key not in self.keys and go_together((*self.keys, key))


@dataclass(slots=True)
class Indents:
    """Keep the indentations that are open, line by line."""

    ahead: list[int]
    """The indentations of all lines that follow, the nearest last."""
    levels: list[Level] = field(default_factory=lambda: [Level(0)])
    opened: bool = True
    """Whether the line before opens a level below it."""

    def slip(self, text: str) -> Slip | None:
        """Return what is wrong with the indentation of a line, seen in order."""
        self.ahead.pop()
        content = text.strip(" \t\u3000")
        lead = text[: text.index(content)] if content else ""
        wide = WIDE.match(text) is not None
        if not content:
            return None
        if not KEYED.match(content):
            self.opened = False
            return None
        wanted = self._wide(lead, content) if wide else self._wanted(lead, content)
        self._enter(len(lead) if wanted is None else wanted, content)
        return None if wanted is None else _slip(lead, wanted)

    def _wanted(self, lead: str, content: str) -> int | None:
        """Return the indentation that fits, None when the line's own does."""
        indent = len(lead)
        if self.opened and indent > self.levels[-1].indent:
            return self._first(indent, content)
        if any(level.indent == indent for level in self.levels):
            return None
        near = [level for level in self.levels if abs(level.indent - indent) <= FAR]
        found = [level for level in near if level.fits(content)] or near
        found.sort(key=lambda level: (abs(level.indent - indent), -level.indent))
        return found[0].indent if found else None

    def _first(self, indent: int, content: str) -> int | None:
        """Return where the lines after the first of a level say it belongs."""
        above = self.levels[-1].indent
        house, item = above + STEP, DASH.match(content) is not None
        for following in reversed(self.ahead):
            if following <= above or indent == house:
                break
            inside = item and following == house + STEP != indent + STEP
            if following == house or inside:
                return house
        return None

    def _wide(self, lead: str, content: str) -> int:
        """Return the indentation that tabs and full-width spaces were meant for."""
        widths = [_width(lead, tab, wide) for tab in TAB_WIDTHS for wide in WIDE_WIDTHS]
        deepest = self.levels[-1].indent
        if self.opened and max(widths) > deepest:
            return deepest + STEP
        fitting = [level.indent for level in self.levels if level.fits(content)]
        for width in widths:
            if width in fitting:
                return width
        return min(fitting, key=lambda one: abs(one - widths[0]), default=widths[0])

    def _enter(self, indent: int, content: str) -> None:
        while self.levels and self.levels[-1].indent > indent:
            self.levels.pop()
        level, at = self._push(indent), 0
        while dash := DASH.match(content, at):
            level.dash = True
            at = dash.end()
            level = self._push(indent + at)
            level.keys.clear()
        hit = KEYED.match(content, at)
        if hit is not None and hit["key"]:
            level.keys.append(hit["key"])
        level.dash = level.dash or content[at:] == "-"
        self.opened = OPENS.search(content) is not None

    def _push(self, indent: int) -> Level:
        if not self.levels or self.levels[-1].indent < indent:
            self.levels.append(Level(indent))
        return self.levels[-1]


def _width(lead: str, tab: int, wide: int) -> int:
    return sum({"\t": tab, "\u3000": wide}.get(character, 1) for character in lead)


def _slip(lead: str, wanted: int) -> Slip:
    edit = (1, len(lead) + 1, " " * wanted)
    wide = WIDE.match(lead)
    if wide is not None:
        column = len(lead) - len(lead.lstrip(" ")) + 1
        what = "行首的缩进不是普通空格（是全角空格或制表符）"
        return Slip(column, "indent", what, f"改成{wanted}个普通空格", (edit,))
    what = f"这一行缩进了{len(lead)}格，和上下都对不齐"
    return Slip(len(lead) + 1, "indent", what, f"缩进改成{wanted}格", (edit,))
