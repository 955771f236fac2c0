"""Leave out what names no matter: 不是工资，是社保; 找过信访局，低保没给."""

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


_WHO = r"(?:我们?|俺们?|咱们?)?(?:已经?|早就?|都|也|前阵子|上次)*"
_OFFICE = (
    r"(?:了?[县市区镇乡省]里?的?)?"
    r"(?:信访[局办]|法院|派出所|公安局?|劳动局|人社局|劳动监察|12345|社区|村委会|村里|"
    r"镇里|镇政府|街道办?|政府|纪委|有关部门)(?:的人)?(?:也|都)?"
    r"(?:反映|起诉|投诉|告|举报|找|打|信访|问|去|说|报案)?"
)
_PAST_STEP = re.compile(
    rf"{_WHO}(?:去|向|到|找|跟|打)过?了?{_OFFICE}[过了]+"
    rf"|{_WHO}(?:去|找|打)过了?{_OFFICE}"
)
"""A clause that tells only where somebody has been already."""
LEAST_BESIDE = 4
"""Characters that must be left to name the matter."""


def without_past_steps(words: str) -> str:
    """Return the words without clauses that tell only a step taken already."""
    clauses = re.split(r"([,;。!?\n])", words)
    kept = [one for one in clauses if not _PAST_STEP.fullmatch(one)]
    rest = "".join(kept).strip(",;。!?\n")
    return rest if len(rest) >= LEAST_BESIDE else words
