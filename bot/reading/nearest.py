"""Find the right name nearest to a wrong one."""

from collections.abc import Iterable
from unicodedata import normalize

from rapidfuzz import fuzz, process

LEAST_LIKE = 50
"""Likeness (0–100) below which a name is no better than none."""


def folded(name: str) -> str:
    """Return a name as all ways of typing it agree on: 解释（一） is 解释(一)."""
    return normalize("NFKC", name).strip().replace(" ", "")


def nearest(name: str, names: Iterable[str]) -> str:
    """Return the name most like it, or nothing when none is like it."""
    known = {right: folded(right) for right in names}
    wanted = folded(name)
    for right, same in known.items():
        if same == wanted:
            return right
    found = process.extractOne(
        wanted, known, scorer=fuzz.ratio, score_cutoff=LEAST_LIKE
    )
    if found is None and len(wanted) > 1:
        inside = [right for right, same in known.items() if wanted in same]
        return min(inside, key=len, default="")
    return "" if found is None else str(found[2])


def suggestion(name: str, names: Iterable[str]) -> str:
    """Ask whether the nearest name was meant."""
    right = nearest(name, names)
    return f"是不是“{right}”？" if right else ""
