"""Danger is heard in sentences that were written before the words that catch them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypedDict

import pytest
import yaml

from bot.core.heard import Danger
from bot.core.knowledge import Knowledge
from bot.reading import knowledge_folder, load
from bot.understanding.safety import danger

FALSE_SHARE = 0.02
HEARD_SHARES = [("dev", 0.95), ("hidden", 0.86)]
"""The aim is 0.95 on both; the closed half is not there yet and must not fall."""


class Row(TypedDict, total=False):
    """Hold one written sentence."""

    text: str
    plain: bool
    half: str
    signal: str


def rows(kind: str) -> list[Row]:
    path = Path(__file__).parent / "crisis_sentences.yaml"
    found: list[Row] = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)[kind]
    return found


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    loaded = load(knowledge_folder())
    assert loaded.knowledge is not None
    return loaded.knowledge


def share(
    k: Knowledge, texts: Sequence[Row], holds: Callable[[Danger | None], bool]
) -> float:
    return sum(holds(danger(row["text"], k)) for row in texts) / len(texts)


def carded(found: Danger | None) -> bool:
    return found is not None and not found.denied


@pytest.mark.parametrize(("half", "least"), HEARD_SHARES)
def test_a_cry_for_help_gets_its_card(
    knowledge: Knowledge, half: str, least: float
) -> None:
    cries = [row for row in rows("sentences") if row["half"] == half]
    assert len(cries) == 150
    assert share(knowledge, cries, carded) >= least


def test_the_plainest_cries_are_all_heard(knowledge: Knowledge) -> None:
    plain = [row for row in rows("sentences") if row["plain"]]
    assert len(plain) == 40
    assert [
        row["text"] for row in plain if not carded(danger(row["text"], knowledge))
    ] == []


def test_ordinary_words_are_left_to_their_matter(knowledge: Knowledge) -> None:
    assert share(knowledge, rows("ordinary"), carded) <= FALSE_SHARE


def test_a_denial_is_answered_in_its_own_words(knowledge: Knowledge) -> None:
    denied = share(knowledge, rows("denials"), lambda f: f is None or f.denied)
    assert denied >= 0.7


def test_another_person_in_danger_is_answered_as_such(knowledge: Knowledge) -> None:
    others = share(knowledge, rows("others"), lambda f: carded(f) and f is not None)
    assert others >= 0.8


def test_without_its_words_a_danger_goes_unheard(knowledge: Knowledge) -> None:
    deaf = replace(knowledge, safety={})
    assert share(deaf, rows("sentences"), carded) == 0
