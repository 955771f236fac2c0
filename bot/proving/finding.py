"""Make Problems: what is wrong, and what would be right."""

from dataclasses import replace

from bot.core.knowledge import Place, Problem


def error(place: Place, rule: str, what: str, right: str = "") -> Problem:
    """Return a Problem that keeps the map from being served."""
    return Problem(place, rule, what.removesuffix("。"), right.removesuffix("。"))


def warning(place: Place, rule: str, what: str, right: str = "") -> Problem:
    """Return a Problem that staff should look at; the map may be served."""
    return replace(error(place, rule, what, right), severity="warning")


def listed(names: list[str], most: int = 5) -> str:
    """Return the first few names in one line, and how many there are."""
    text = "、".join(names[:most])
    return f"{text}等{len(names)}处" if len(names) > most else text
