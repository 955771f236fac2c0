"""Let lines of Chinese break where a reader pauses, not in the middle of a date."""

import re

SENTENCE = re.compile(r"(?<=[。？！])(?![”’》）])(?![^（）]*）)")
PAUSE = re.compile(
    r"(?<=[，；：、])(?![”’》）])(?![^（）]*）)|(?=（[^（）]*）(?:[，。；：？！、]|$))"
)
"""After a mark outside brackets, and before a bracket that closes what it follows."""


def joints(text: str) -> list[list[str]]:
    """Return the sentences of a text, each as the pieces that should stay whole."""
    return [_parts(PAUSE, one) for one in _parts(SENTENCE, text)]


def _parts(joint: re.Pattern[str], text: str) -> list[str]:
    return [part for part in joint.split(text) if part]
