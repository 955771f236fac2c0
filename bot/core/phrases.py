"""Say a phrase that staff wrote, its blanks filled."""

from bot.core.knowledge import Knowledge


def say(knowledge: Knowledge, code: str, **blanks: object) -> str:
    """Return the phrase of a code; a map without phrases says the code itself."""
    phrase = knowledge.phrases.get(code)
    if phrase is None:
        return code + "".join(f" {value}" for value in blanks.values())
    return phrase.format(**blanks)
