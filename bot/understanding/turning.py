"""Turn what a citizen typed into an event, a danger, or the safety page."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from bot.core.answers import plain
from bot.core.commands import command
from bot.core.events import Event, Said
from bot.core.heard import Danger
from bot.core.knowledge import Knowledge
from bot.understanding.hearing import hear
from bot.understanding.normalising import normalise

SAFETY_BUTTON = frozenset(
    ["有危险或撑不住", "有危险", "撑不住", "有危险或撑不住点这里", "有危险或者撑不住"]
)


@dataclass(frozen=True, slots=True)
class PressedSafety:
    """Tell that the standing button 「有危险或撑不住」 was pressed."""


Turn: TypeAlias = Event | Danger | PressedSafety


def turn_for(text: str, knowledge: Knowledge, today: date) -> Turn:
    """Return what the words are: a danger first, then a command, then speech."""
    words = normalise(text)
    if plain(words) in SAFETY_BUTTON:
        return PressedSafety()
    steering = command(words, today)
    if steering is not None:
        return steering
    heard = hear(words, knowledge, today)
    if heard.safety is not None:
        return heard.safety
    return Said(words, today, heard)


__all__ = ["PressedSafety", "Turn", "turn_for"]
