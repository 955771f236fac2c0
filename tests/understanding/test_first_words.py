"""Hear the short sentences that people type first (first_words.tsv, own words)."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.core.knowledge import Knowledge
from bot.reading import load
from bot.understanding.hearing import hear

TODAY = date(2026, 11, 24)
OFFERED = 3
LEAST_SHARE = 0.95
ROWS = [
    (words, frozenset(matters.split("|")))
    for line in (Path(__file__).parent / "first_words.tsv")
    .read_text("utf-8")
    .splitlines()
    for words, matters in [line.split("\t")]
]


@pytest.fixture(scope="module")
def shipped(root: Path) -> Knowledge:
    """Return the knowledge of the project itself."""
    known = load(root / "knowledge").knowledge
    assert known is not None
    return known


def misled(knowledge: Knowledge) -> list[str]:
    """Return the sentences named wrongly at once, or without the right one offered."""
    missed = []
    for words, right in ROWS:
        heard = hear(words, knowledge, TODAY)
        offered = heard.matters[: 1 if heard.verdict == "clear" else OFFERED]
        if not right.intersection(one.matter for one in offered):
            missed.append(words)
    return missed


def test_short_first_words_lead_to_the_right_matter_or_offer_it(
    shipped: Knowledge,
) -> None:
    missed = misled(shipped)
    assert len(missed) <= (1 - LEAST_SHARE) * len(ROWS), missed


def test_without_their_words_the_matters_are_not_found(shipped: Knowledge) -> None:
    dumb = {
        name: replace(one, also=(), says=()) for name, one in shipped.matters.items()
    }
    missed = misled(replace(shipped, matters=dumb))
    assert len(missed) > (1 - LEAST_SHARE) * len(ROWS)


def test_the_table_names_matters_of_the_knowledge(shipped: Knowledge) -> None:
    assert {name for _, right in ROWS for name in right} <= shipped.matters.keys()
    assert len(ROWS) >= 150
