"""Tell which talks nobody standing near may hear or see."""

from bot.core.casework import PURPOSE, PURPOSES
from bot.core.facts import Case
from bot.core.knowledge import Knowledge

ACCUSING = "检举"
"""Why an accusation is hushed, whatever its matter says."""
NO_PLAIN_TEXT = frozenset({ACCUSING, "家暴", "未成年人"})
"""Reasons for which nothing is made that another could scan or find."""


def hushed(knowledge: Knowledge, case: Case) -> str:
    """Return why a case is not spoken of aloud; nothing when it may be."""
    purpose = case.known().get(PURPOSE)
    if purpose is not None and purpose.value == PURPOSES["accuse"]:
        return ACCUSING
    matter = knowledge.matters.get(case.matter or "")
    return matter.hush if matter else ""
