"""Hear that a thing is taken back for another: 不是工资，是社保."""

import re

_TAKEN_BACK = re.compile(
    r"(?<![是要])(?:(?:我说的|我问的|这)?(?:并)?不是|不算是|并非)(?P<not>[^,;。!?\n]{1,12}?)"
    r"(?:的事|的问题)?[,;。]\s*(?:我?(?:说|问|要说|要问)的?)?(?:而是|其实是|应该是|是|说的是)"
    r"(?=[^,;。!?\n]{2})"
)


def without_taken_back(words: str) -> tuple[str, bool]:
    """Return the words without what they take back, and whether they do."""
    kept = _TAKEN_BACK.sub("", words)
    return kept, kept != words
