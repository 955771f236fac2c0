"""Hear facts in free words: an option of a question, put in one of its ways."""

from collections.abc import Iterable

from bot.core.casework import PURPOSE
from bot.core.facts import Value
from bot.core.knowledge import Knowledge
from bot.understanding.clauses import clause_around, is_denied, is_doubtful
from bot.understanding.index import Index
from bot.understanding.spotting import Hit, longest, spot

LEAST_SHARED = 3
"""Characters from which a saying tells a question that many matters share."""
TIES = {"谁作的决定": ("决定", "作出", "作的", "下的", "盖", "发的", "开的", "文书")}
"""Question → words of which one must stand in the clause, or who acted is no answer."""


def told_options(
    words: str, knowledge: Knowledge, index: Index, matters: Iterable[str]
) -> tuple[tuple[str, Value], ...]:
    """Return the options that the words tell, each with its question.

    Only questions of the matters and shared ones; two options of one question, a
    denial, a doubt, or somebody else's story tell nothing.
    """
    candidates = set(matters)
    hits: dict[str, list[Hit]] = {}
    for hit in spot(index["options"], words):
        question = index["answers"][hit.number][0]
        if _counts(hit, question, index["askers"].get(question), candidates):
            hits.setdefault(question, []).append(hit)
    facts: list[tuple[str, Value]] = []
    for question, found in hits.items():
        options = _options(words, index, question, found)
        if len(options) == 1 and question in knowledge.questions:
            facts.append((question, options.pop()))
    return tuple(facts)


def _counts(hit: Hit, question: str, asker: str | None, matters: set[str]) -> bool:
    if question == PURPOSE:
        return False
    if asker is None:
        return hit.end - hit.start >= LEAST_SHARED
    return asker in matters


def _options(words: str, index: Index, question: str, hits: list[Hit]) -> set[str]:
    """Return the options of one question that the words affirm."""
    ties = TIES.get(question, ())
    return {
        index["answers"][hit.number][1]
        for hit in longest(hits)
        if not is_denied(words, hit)
        and not is_doubtful(words, hit)
        and (not ties or any(tie in clause_around(words, hit) for tie in ties))
    }
