"""Lay a view out as plain text, for every channel that only has text."""

from collections.abc import Iterator
from dataclasses import replace

from bot.core.cards import Card
from bot.core.view import View

RULE = "────────────"


def text_of(view: View) -> str:
    """Return the view as lines of plain text."""
    return "\n".join(_lines(view))


def without(view: View, *words: str) -> View:
    """Return the view without the buttons that a channel has no hands for."""
    kept = tuple(word for word in view.standing if word not in words)
    return replace(view, standing=kept)


def card_text(card: Card) -> str:
    """Return the whole card as plain text."""
    return "\n".join((*_head(card), *_sections(card)))


def _lines(view: View) -> Iterator[str]:
    if view.heading:
        yield f"【{view.heading}】"
    yield from (*view.notices, *view.understood, *view.page)
    if view.page and view.ask:
        yield ""
    if view.card is not None:
        yield from _head(view.card)
        yield from _sections(view.card) if view.full else ()
    yield from _question(view)
    if view.standing:
        yield RULE
        yield "可以回：" + "｜".join(view.standing)


def _question(view: View) -> Iterator[str]:
    if view.ask:
        yield view.ask
    if view.help:
        yield f"（{view.help}）"
    for choice in view.choices:
        note = f"（{choice.help}）" if choice.help else ""
        number = "" if choice.says == choice.label else f"{choice.says}. "
        yield f"  {number}{choice.label}{note}"


def _head(card: Card) -> Iterator[str]:
    yield from card.today
    yield from card.head


def _sections(card: Card) -> Iterator[str]:
    for section in card.sections:
        yield ""
        yield f"◆ {section.title}"
        yield from section.lines
