"""Make the slip that a citizen takes away: one page, the plainest words of the card."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.core.cards import Card, Section
from bot.core.discretion import NO_PLAIN_TEXT
from bot.core.knowledge import Knowledge
from bot.core.phrases import say
from bot.core.wording import plain_day

KEPT = {"where": 5, "bring": 12, "say": 2, "next": 3, "sources": 1}
"""Parts of the card that a slip has room for, and how many lines of each."""
SCANNED_BYTES = 900
"""Bytes of text that a printed QR code of palm size still holds readably."""


@dataclass(frozen=True, slots=True)
class Slip:
    """Hold one page to take away; nothing on it leads back to the talk.

    The head has where and when; what to bring is whole in its section.
    """

    title: str
    urgent: tuple[str, ...]
    head: tuple[str, ...]
    sections: tuple[Section, ...]
    foot: str
    scanned: str = ""


def slip_of(knowledge: Knowledge, card: Card, today: date) -> Slip:
    """Return the slip of a card; what is hushed carries no name and no code."""
    sections = tuple(_sections(knowledge, card))
    slip = Slip(
        say(knowledge, "slip_title"),
        card.today,
        card.head[:2],
        sections,
        say(knowledge, "slip_foot", day=plain_day(today)),
    )
    if card.hush in NO_PLAIN_TEXT:
        return slip
    title, parts = slip.title, (slip.urgent, slip.head, slip.sections, slip.foot)
    return Slip(title, *parts, scanned=_cut(slip_text(slip)))


def slip_text(slip: Slip) -> str:
    """Return the slip as plain text, one line a line."""
    return "\n".join(_lines(slip))


def _sections(knowledge: Knowledge, card: Card) -> Iterator[Section]:
    named = {section.title: section for section in card.sections}
    for name, most in KEPT.items():
        section = named.get(say(knowledge, f"title_{name}"))
        if section is not None:
            lines = section.lines[:most]
            joined = ("；".join(lines),) if name == "bring" else lines
            yield Section(section.title, joined)
        if name == "next":
            yield _next_time(knowledge, card)


def _next_time(knowledge: Knowledge, card: Card) -> Section:
    first = next(iter(card.advice.items), None)
    if first is not None and first.remedy.again and not card.hush:
        words = say(knowledge, "slip_next_again", again=first.remedy.again)
    else:
        code = "slip_next_hushed" if card.hush or not card.matter else "slip_next"
        words = say(knowledge, code, matter=card.matter)
    return Section(say(knowledge, "slip_next_title"), (words,))


def _lines(slip: Slip) -> Iterator[str]:
    yield slip.title
    yield from (*slip.urgent, *slip.head)
    for section in slip.sections:
        yield f"◆ {section.title}"
        yield from section.lines
    yield slip.foot


def _cut(text: str) -> str:
    """Return the first whole lines that a code of palm size can hold."""
    kept: list[str] = []
    room = SCANNED_BYTES
    for line in text.splitlines():
        room -= len(line.encode()) + 1
        if room < 0:
            break
        kept.append(line)
    return "\n".join(kept)
