"""Find the letters that fit a path, in the order in which they are needed."""

from collections.abc import Iterator
from datetime import date

from bot.core.advice import Advice, Item
from bot.core.knowledge import Knowledge, Letter
from bot.core.timing import Known, holds
from bot.core.walking import Path


def fitting(
    knowledge: Knowledge, outcome: tuple[Path, Advice], today: date
) -> tuple[tuple[Letter, Item], ...]:
    """Return each letter once, with the remedy it is for.

    Letters that open a way come before those that merely go along with one.
    """
    path, advice = outcome
    known = Known(path.facts)
    found: dict[str, tuple[Letter, Item]] = {}
    for opens in (True, False):
        for item in advice.items:
            for letter in _of(knowledge, item, opens=opens):
                if holds(knowledge, letter.when, known, today):
                    found.setdefault(letter.name, (letter, item))
    return tuple(found.values())


def _of(knowledge: Knowledge, item: Item, *, opens: bool) -> Iterator[Letter]:
    for letter in knowledge.letters.values():
        if opens and item.remedy.name in letter.remedies:
            yield letter
        if not opens and item.remedy.family in letter.families:
            yield letter
