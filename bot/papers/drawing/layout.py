"""Lay boxes out: columns by how far along, rows in reading order, nothing overlaps."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.papers.drawing.boxes import Box

WIDTH, GAP_X, GAP_Y = 270.0, 64.0, 16.0
FONT, LINE, PADDING = 13.0, 18.0, 8.0
"""Picture units; a 汉字 is FONT wide, any other sign a little over half."""
NARROW = 0.56


@dataclass(frozen=True, slots=True)
class Placed:
    """Hold a box at its place, its texts broken into lines."""

    box: Box
    x: float
    y: float
    title: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def height(self) -> float:
        """Return the height of the box."""
        lines = len(self.title) + sum(map(len, self.rows))
        return lines * LINE + (len(self.rows) + 1) * PADDING

    def row_y(self, number: int) -> float:
        """Return the middle of a row."""
        above = len(self.title) + sum(len(row) for row in self.rows[:number])
        top = self.y + above * LINE + (number + 1) * PADDING
        return top + len(self.rows[number]) * LINE / 2

    @property
    def entry_y(self) -> float:
        """Return where arrows come in."""
        return self.y + PADDING + LINE / 2


@dataclass(frozen=True, slots=True)
class Sheet:
    """Hold a laid-out room and the room it takes."""

    title: str
    placed: Mapping[str, Placed]
    width: float
    height: float


def lay_out(title: str, boxes: Mapping[str, Box]) -> Sheet:
    """Return the boxes in columns; a box stands right of all that lead to it."""
    depth = _depths(boxes)
    bottoms: dict[int, float] = {}
    placed: dict[str, Placed] = {}
    _place(next(iter(boxes)), 0.0, (boxes, depth, bottoms, placed))
    columns = max(depth.values()) + 1
    width = columns * WIDTH + (columns - 1) * GAP_X
    return Sheet(title, placed, width, max(bottoms.values()) - GAP_Y)


_Laying = tuple[
    Mapping[str, Box], Mapping[str, int], dict[int, float], dict[str, Placed]
]


def _place(name: str, least: float, laying: _Laying) -> None:
    boxes, depth, bottoms, placed = laying
    if name in placed:
        return
    column = depth[name]
    y = max(least, bottoms.get(column, 0.0))
    made = _made(boxes[name], column * (WIDTH + GAP_X), y)
    placed[name] = made
    bottoms[column] = y + made.height + GAP_Y
    for go in boxes[name].next:
        _place(go, y, laying)


def _made(box: Box, x: float, y: float) -> Placed:
    room = WIDTH - 2 * PADDING
    rows = tuple(broken(row.text, room - 10) for row in box.rows)
    return Placed(box, x, y, broken(box.title, room), rows)


def _depths(boxes: Mapping[str, Box]) -> dict[str, int]:
    """Return the longest way to each box; a proven map goes round in no circle."""
    depth = dict.fromkeys(boxes, 0)
    for _ in boxes:
        moved = False
        for name, box in boxes.items():
            for go in box.next:
                if depth[go] <= depth[name]:
                    depth[go], moved = depth[name] + 1, True
        if not moved:
            break
    return depth


def broken(text: str, room: float) -> tuple[str, ...]:
    """Return the text in lines that fit the room."""
    lines, line, wide = [], "", 0.0
    for sign in text:
        step = FONT if ord(sign) > 0x2E80 else FONT * NARROW
        if wide + step > room and line:
            lines.append(line)
            line, wide = "", 0.0
        line, wide = line + sign, wide + step
    return (*lines, line)
