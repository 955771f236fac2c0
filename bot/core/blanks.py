"""Find the marks in a letter that the answers of a talk fill."""

import re

AGENCY, MATTER, WHERE = "办理机关", "事项", "地点"
"""Marks that are filled by what the card knows besides the answers."""
NOBODY = "无"
"""What stands for the addressee of a letter that is written to nobody."""
MARK = re.compile(r"【([^】]*)】")
"""【问题名】 in the words of a letter; an event's name stands for its last day."""


def marks(text: str) -> tuple[str, ...]:
    """Return the names of the marks in a text."""
    return tuple(MARK.findall(text))
