"""Put laid-out rooms on one sheet of A3 and write it as SVG."""

from collections import Counter
from collections.abc import Iterator
from math import inf
from typing import TypeAlias
from xml.sax.saxutils import escape, quoteattr

from bot.core.knowledge import Knowledge
from bot.papers.drawing.boxes import boxes_of
from bot.papers.drawing.layout import (
    FONT,
    LINE,
    PADDING,
    WIDTH,
    Placed,
    Sheet,
    lay_out,
)

FONTS = (
    "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC',sans-serif"
)
A3_RATIO = 420 / 297
"""Width to height of a sheet of A3 laid on its side."""
MARGIN, HEAD, LEGEND, GUTTER = 40.0, 90.0, 60.0, 60.0
MOST_ARROWS = 4
"""Arrows from advices into one box; more are a tangle, the rows say it."""
FAMILIES = {
    "复议": "#1f5fa8", "诉讼": "#274690", "仲裁": "#5b3f9e", "信访": "#a23b2a",
    "检举": "#8c2f5d", "报警": "#b3261e", "投诉": "#a85b00", "申请": "#2d6a4f",
    "调解": "#3d7a6f", "执行": "#4a5568", "监督": "#6b4f2a", "救助": "#9a3c6e",
    "咨询": "#3f6c8a", "人工": "#555b66",
}  # fmt: skip
"""Colour of each family of remedies; dark enough to read white text on."""
FILLS = {
    "question": ("#eef4fb", "#1f5fa8"),
    "branch": ("#f3f0fa", "#5b3f9e"),
    "advice": ("#ffffff", "#4a5568"),
    "enter": ("#e8f5ee", "#2d6a4f"),
    "elsewhere": ("#fbf6e9", "#8a6d1d"),
}


PAGE_WIDTH = 2500.0
"""Picture units across A3 at which a 汉字 is over 2 mm high."""
Spot: TypeAlias = tuple[Sheet, float, float]


class UnknownPictureError(Exception):
    """Tell that nothing of the given name can be drawn."""


def draw(knowledge: Knowledge, name: str = "") -> str:
    """Return the route map, a road, a guide or a matter as SVG.

    Raises: UnknownPictureError for a name that is none of these.
    """
    title, sheets = _sheets(knowledge, name)
    widest = max(sheet.width for sheet in sheets)
    tries = [_shelves(sheets, widest * number)[0] for number in range(1, 9)]
    return _svg(title, min(tries, key=lambda page: abs(_ratio(page) - A3_RATIO)))


def pages(knowledge: Knowledge, name: str = "") -> tuple[str, ...]:
    """Return the same on as many sheets of A3 as it takes to be read at arm's length.

    Raises: UnknownPictureError for a name that is none of these.
    """
    title, sheets = _sheets(knowledge, name)
    width = max(PAGE_WIDTH, *(sheet.width for sheet in sheets))
    made = _shelves(sheets, width, width / A3_RATIO - HEAD - LEGEND)
    return tuple(
        _svg(f"{title}（{number}/{len(made)}）", page)
        for number, page in enumerate(made, 1)
    )


def _sheets(knowledge: Knowledge, name: str) -> tuple[str, list[Sheet]]:
    title, rooms = _rooms(knowledge, name)
    return title, [lay_out(room, boxes_of(knowledge, first)) for room, first in rooms]


def _rooms(knowledge: Knowledge, name: str) -> tuple[str, list[tuple[str, str]]]:
    roads = [step.partition("/")[0] for step in knowledge.steps]
    roads = [room for room in dict.fromkeys(roads) if room not in knowledge.matters]
    start = knowledge.start.partition("/")[0]
    if name in knowledge.guides:
        matters = knowledge.guides[name].matters
        return f"{name}导引图", [(m, knowledge.matters[m].first) for m in matters]
    if name in knowledge.matters:
        return name, [(name, knowledge.matters[name].first)]
    if name in ("", start):
        return "依法依规信访路线图", [(start, knowledge.start)]
    if name in roads:
        return name, _entries(knowledge, name)
    raise UnknownPictureError(f"没有叫“{name}”的路、导引图或事项")


def _entries(knowledge: Knowledge, road: str) -> list[tuple[str, str]]:
    """Return the steps of a road that no other step of it leads to."""
    own = [step for step in knowledge.steps if step.startswith(f"{road}/")]
    led: set[str] = set()
    for step in own:
        led.update(boxes_of(knowledge, step)[step].next)
    return [(s.partition("/")[2], s) for s in own if s not in led]


def _shelves(
    sheets: list[Sheet], width: float, height: float = inf
) -> list[list[Spot]]:
    """Return pages of sheets put side by side, a new row when one does not fit."""
    pages: list[list[Spot]] = [[]]
    x, y, tallest = 0.0, 0.0, 0.0
    for sheet in sheets:
        if x and x + sheet.width > width:
            x, y, tallest = 0.0, y + tallest + GUTTER, 0.0
        if pages[-1] and not x and y + sheet.height > height:
            pages.append([])
            y = 0.0
        pages[-1].append((sheet, MARGIN + x, HEAD + 2 * LINE + y))
        x += sheet.width + GUTTER
        tallest = max(tallest, sheet.height)
    return pages


def _size(placed: list[Spot]) -> tuple[float, float]:
    width = max(x + sheet.width for sheet, x, _ in placed) + MARGIN
    height = max(y + sheet.height for sheet, _, y in placed) + MARGIN + LEGEND
    return max(width, 900.0), height


def _ratio(placed: list[Spot]) -> float:
    width, height = _size(placed)
    return width / height


def _svg(title: str, placed: list[Spot]) -> str:
    return "\n".join(_lines(title, placed))


def _lines(title: str, placed: list[Spot]) -> Iterator[str]:
    width, height = _size(placed)
    scale = min(420 / width, 297 / height)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" lang="zh-CN" role="img" '
        f'width="{width * scale:.1f}mm" height="{height * scale:.1f}mm" '
        f'viewBox="0 0 {width:.0f} {height:.0f}" font-family="{FONTS}" '
        f'font-size="{FONT:.0f}"><title>{escape(title)}</title>'
    )
    yield f'<rect width="{width:.0f}" height="{height:.0f}" fill="#fdfcf9"/>'
    yield _text(MARGIN, 52, title, 'font-size="32" font-weight="700" fill="#1d2733"')
    yield _text(
        MARGIN,
        78,
        "根据条例和法律整理，与当地公布的路线图不一致时以当地为准。",
        'fill="#4a5568"',
    )
    for sheet, x, y in placed:
        yield f'<g transform="translate({x:.1f},{y:.1f})">'
        yield _text(
            0, -12, sheet.title, 'font-size="19" font-weight="700" fill="#1d2733"'
        )
        yield from _edges(sheet)
        for box in sheet.placed.values():
            yield f"<g data-step={quoteattr(box.box.id)}>"
            yield from _box(box)
            yield "</g>"
        yield "</g>"
    yield from _legend(height - LEGEND + 10)
    yield "</svg>"


def _edges(sheet: Sheet) -> Iterator[str]:
    """Draw from each row to where it leads, behind the boxes.

    Where many advices go on to one step, their rows name it and no arrow is drawn.
    """
    every = Counter(row.go for m in sheet.placed.values() for row in m.box.rows)
    for made in sheet.placed.values():
        named = made.box.shape == "advice"
        for number, row in enumerate(made.box.rows):
            if not row.go or (named and every[row.go] > MOST_ARROWS):
                continue
            to = sheet.placed[row.go]
            x1, y1 = made.x + WIDTH, made.row_y(number)
            x2, y2 = to.x - 6, to.entry_y
            middle = max(40.0, (x2 - x1) / 2)
            yield (
                f'<path d="M{x1:.1f} {y1:.1f}C{x1 + middle:.1f} {y1:.1f} '
                f'{x2 - middle:.1f} {y2:.1f} {x2:.1f} {y2:.1f}" fill="none" '
                f'stroke="#7a8794" stroke-width="1.5"/>'
                f'<path d="M{x2:.1f} {y2 - 4:.1f}l7 4l-7 4z" fill="#7a8794"/>'
            )


def _box(made: Placed) -> Iterator[str]:
    fill, line = FILLS[made.box.shape]
    dashed = ' stroke-dasharray="5 4"' if made.box.shape == "elsewhere" else ""
    yield (
        f'<rect x="{made.x:.1f}" y="{made.y:.1f}" width="{WIDTH:.0f}" '
        f'height="{made.height:.1f}" rx="9" fill="{fill}" stroke="{line}" '
        f'stroke-width="1.5"{dashed}/>'
    )
    y = made.y + PADDING + FONT - 2
    for text in made.title:
        yield _text(made.x + PADDING, y, text, f'font-weight="700" fill="{line}"')
        y += LINE
    for number, (row, lines) in enumerate(zip(made.box.rows, made.rows, strict=True)):
        yield from _row(made, number, FAMILIES.get(row.family, ""))
        top = made.row_y(number) - len(lines) * LINE / 2 + FONT
        colour = "#ffffff" if row.family else "#26313d"
        for at, text in enumerate(lines):
            yield _text(made.x + PADDING + 5, top + at * LINE, text, f'fill="{colour}"')


def _row(made: Placed, number: int, colour: str) -> Iterator[str]:
    high = len(made.rows[number]) * LINE + 4
    y = made.row_y(number) - high / 2
    if colour:
        yield (
            f'<rect x="{made.x + 4:.1f}" y="{y:.1f}" width="{WIDTH - 8:.0f}" '
            f'height="{high:.1f}" rx="5" fill="{colour}"/>'
        )
    elif number or made.title:
        yield (
            f'<path d="M{made.x + PADDING:.1f} {y - 2:.1f}h{WIDTH - 2 * PADDING:.0f}" '
            f'stroke="#d5dce4"/>'
        )


def _legend(y: float) -> Iterator[str]:
    x = MARGIN
    for family, colour in FAMILIES.items():
        place = f'x="{x:.0f}" y="{y:.0f}" width="18" height="18"'
        yield f'<rect {place} rx="4" fill="{colour}"/>'
        yield _text(x + 24, y + 14, family, 'fill="#26313d"')
        x += 62


def _text(x: float, y: float, text: str, style: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" {style}>{escape(text)}</text>'
