"""Draw a citizen's own procedure: what was, where it stands, what comes and when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias
from xml.sax.saxutils import escape

from bot.core.agenda import Outcome, agenda
from bot.core.facts import Span
from bot.core.knowledge import Knowledge
from bot.core.phrases import say
from bot.core.reasons import event_words, span_words
from bot.core.wording import day_text, plain_day
from bot.papers.drawing.layout import FONT, broken
from bot.papers.drawing.picture import FONTS

When: TypeAlias = Literal["past", "now", "ahead", "after"]
COLOURS: dict[When, str] = {
    "past": "#5d6873",
    "now": "#a23b2a",
    "ahead": "#1f5fa8",
    "after": "#5b3f9e",
}
WIDTH, LEFT, TOP, LINE, GAP = 400.0, 46.0, 62.0, 22.0, 18.0
"""Picture units; the picture is as wide as a telephone or half a sheet of A4."""
ROOM = (WIDTH - LEFT - 24) * FONT / 15
"""Room of a line, in the type that lines are broken for."""
UNHAPPY = "不满意"
"""The event that leads to the next door."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Hold one stop on the way."""

    when: When
    day: str
    text: str


def stops(knowledge: Knowledge, outcome: Outcome, today: date) -> tuple[Stop, ...]:
    """Return the stops of a card, the past first."""
    return (
        *_past(knowledge, outcome),
        *_now(knowledge, outcome, today),
        *_ahead(knowledge, outcome, today),
        *_doors(knowledge, outcome),
    )


def way_in_words(knowledge: Knowledge, outcome: Outcome, today: date) -> str:
    """Return the stops as one sentence, for those who do not see the picture."""
    made = stops(knowledge, outcome, today)
    return "；".join(f"{stop.day}：{stop.text}" for stop in made)


def timeline_of(knowledge: Knowledge, outcome: Outcome, today: date) -> str:
    """Return the stops as an SVG picture, with the same in words for who sees none."""
    made = stops(knowledge, outcome, today)
    title = say(knowledge, "timeline")
    lines = [list(broken(stop.text, ROOM)) for stop in made]
    height = TOP + sum((len(text) + 1) * LINE + GAP for text in lines)
    words = escape(way_in_words(knowledge, outcome, today))
    parts = [
        _opening(height, title),
        f"<desc>{words}</desc>",
        f'<rect width="{WIDTH:.0f}" height="{height:.0f}" fill="#fdfcf9"/>',
        _text(LEFT - 24, 34, title, 'font-size="20" font-weight="700" fill="#1d2733"'),
    ]
    y = TOP
    for number, (stop, text) in enumerate(zip(made, lines, strict=True)):
        tall = (len(text) + 1) * LINE + GAP
        parts += _stop(stop, text, y, tall if number + 1 < len(made) else 0)
        y += tall
    return "\n".join((*parts, "</svg>"))


def _opening(height: float, title: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" lang="zh-CN" role="img" '
        f'viewBox="0 0 {WIDTH:.0f} {height:.0f}" font-family="{FONTS}" '
        f'font-size="15"><title>{escape(title)}</title>'
    )


def _past(knowledge: Knowledge, outcome: Outcome) -> Iterator[Stop]:
    """Yield the days that were told, in the order of the calendar."""
    days = [
        (fact.value.last, fact.value, name)
        for name, fact in outcome[0].facts.items()
        if isinstance(fact.value, Span)
    ]
    for _, span, name in sorted(days, key=lambda day: day[0]):
        question = knowledge.questions[name]
        words = event_words(question.label or name)
        yield Stop("past", span_words(span), words)


def _now(knowledge: Knowledge, outcome: Outcome, today: date) -> Iterator[Stop]:
    first = next(iter(outcome[1].items), None)
    if first is None:
        text = say(knowledge, "where_nobody")
    else:
        remedy = first.remedy
        text = say(knowledge, "timeline_now", remedy=remedy.label or remedy.name)
    yield Stop("now", say(knowledge, "timeline_today", day=plain_day(today)), text)


def _ahead(knowledge: Knowledge, outcome: Outcome, today: date) -> Iterator[Stop]:
    for due in agenda(knowledge, outcome, today):
        note = f"（{due.lines[0]}）" if due.kind == "ask" else ""
        yield Stop("ahead", day_text(due.day, today), due.title + note)


def _doors(knowledge: Knowledge, outcome: Outcome) -> Iterator[Stop]:
    """Yield what can be done after an unhappy answer, and after that one."""
    first = next(iter(outcome[1].items), None)
    remedy = first.remedy if first else None
    told: set[str] = set()
    for label in ("timeline_unhappy", "timeline_then"):
        doors = remedy.next if remedy and remedy.name not in told else ()
        door = next((one for one in doors if one.event == UNHAPPY), None)
        if remedy is None or door is None:
            return
        told.add(remedy.name)
        yield Stop("after", say(knowledge, label), door.text)
        remedy = knowledge.remedies.get(door.remedy)


def _stop(stop: Stop, text: list[str], y: float, tall: float) -> Iterator[str]:
    colour, x = COLOURS[stop.when], LEFT - 20
    if tall:
        dash = "" if stop.when == "past" else ' stroke-dasharray="4 4"'
        yield (
            f'<path d="M{x:.0f} {y + 10:.0f}v{tall:.0f}" stroke="#7a8794" '
            f'stroke-width="2"{dash}/>'
        )
    big = 9 if stop.when == "now" else 6
    fill = colour if stop.when in ("past", "now") else "#ffffff"
    yield (
        f'<circle cx="{x:.0f}" cy="{y + 10:.0f}" r="{big}" fill="{fill}" '
        f'stroke="{colour}" stroke-width="2.5"/>'
    )
    yield _text(LEFT, y + 15, stop.day, f'font-weight="700" fill="{colour}"')
    for number, line in enumerate(text, 1):
        yield _text(LEFT, y + 15 + number * LINE, line, 'fill="#26313d"')


def _text(x: float, y: float, text: str, style: str) -> str:
    return f'<text x="{x:.0f}" y="{y:.0f}" {style}>{escape(text)}</text>'
