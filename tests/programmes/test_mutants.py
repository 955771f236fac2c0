"""A short form of the mutants: each known way once, a few hundred free ones."""

from dataclasses import replace

import pytest

from bot.core.knowledge import Knowledge
from bot.proving import proof
from bot.reading import knowledge_folder, load
from tests.programmes.mutants import OPERATORS, Operator, free, judged


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    loaded = load(knowledge_folder())
    assert loaded.knowledge is not None
    return loaded.knowledge


@pytest.mark.parametrize("operator", OPERATORS, ids=lambda one: one.rule)
def test_no_breach_of_a_known_way_is_accepted(
    knowledge: Knowledge, operator: Operator
) -> None:
    verdict = judged(knowledge, operator, most_rounds=1)
    assert verdict.made > 50
    assert verdict.accepted == ()


def test_free_mutants_crash_nothing_and_end_in_advice() -> None:
    assert sum(free(300, seed=2).values()) == 300


def test_a_breach_that_no_rule_looks_for_is_counted_as_accepted(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proof, "ALONE", ())
    verdict = judged(knowledge, replace(OPERATORS[7]), most_rounds=1)
    assert len(verdict.accepted) == verdict.made
