"""Turn what a citizen typed into an event, a danger, or the safety page."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from bot.core.answers import plain
from bot.core.commands import command
from bot.core.events import Event, Picked, Resumed, Said
from bot.core.heard import Danger
from bot.core.knowledge import Knowledge
from bot.core.resuming import has_code, read_code
from bot.understanding.hearing import hear
from bot.understanding.normalising import normalise

SAFETY_BUTTON = frozenset(
    ["有危险或撑不住", "有危险", "撑不住", "有危险或撑不住点这里", "有危险或者撑不住"]
)


@dataclass(frozen=True, slots=True)
class PressedSafety:
    """Tell that the standing button 「有危险或撑不住」 was pressed."""


@dataclass(frozen=True, slots=True)
class Endangered:
    """Tell of a danger, and of the matter that may be asked about once it is over."""

    danger: Danger
    matter: str = ""


Turn: TypeAlias = Event | Endangered | PressedSafety
ASKING = "问"
"""Before the name of a matter: opens it, also when its words sound of danger."""


def turn_for(text: str, knowledge: Knowledge, today: date) -> Turn:
    """Return what the words are: a danger first, then a command, then speech."""
    words = normalise(text)
    if plain(words) in SAFETY_BUTTON:
        return PressedSafety()
    steering = command(words, today) or _asked(words, knowledge, today)
    if steering is not None:
        return steering
    heard = hear(words, knowledge, today)
    if heard.safety is not None:
        best = heard.matters[0].matter if heard.matters else ""
        return Endangered(heard.safety, best if heard.verdict == "clear" else "")
    if has_code(text):
        return Resumed(read_code(text), today)
    return Said(words, today, heard)


def _asked(words: str, knowledge: Knowledge, today: date) -> Event | None:
    asked = plain(words)
    name = asked.removeprefix(ASKING)
    if asked != name and name in knowledge.matters:
        return Picked(name, today)
    return None


__all__ = ["Endangered", "PressedSafety", "Turn", "turn_for"]
