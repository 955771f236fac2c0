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
FIRST, SECOND = "crisis_sentences.yaml", "crisis_second_open.yaml"
LEAST_HEARD = 0.98
"""Share of the cries that the words were written with in sight."""
LEAST_OF_OTHERS = 0.7
CLOSED = "crisis_second_closed.yaml"
"""Half that nobody who edits the words reads: counted once, shares as they were.

The aim is 0.95 of the cries and 0.02 of the ordinary; it is not reached yet.
"""
CLOSED_SHARES = {"sentences": 0.82, "denials": 0.86, "third_persons": 0.8}
CLOSED_FALSE_SHARE = 0.1


class Row(TypedDict, total=False):
    """Hold one written sentence."""

    text: str
    plain: bool
    half: str
    signal: str


def rows(file: str, *kinds: str) -> list[Row]:
    text = (Path(__file__).parent / file).read_text("utf-8")
    read = yaml.load(text, yaml.CSafeLoader)
    return [
        {"text": row} if isinstance(row, str) else row
        for kind in kinds
        for row in read.get(kind, ())
    ]


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


both = pytest.mark.parametrize("file", [FIRST, SECOND])


@both
def test_a_cry_for_help_gets_its_card(knowledge: Knowledge, file: str) -> None:
    assert share(knowledge, rows(file, "sentences"), carded) >= LEAST_HEARD


@both
def test_the_plainest_cries_are_all_heard(knowledge: Knowledge, file: str) -> None:
    plain = [row for row in rows(file, "sentences") if row.get("plain")]
    assert len(plain) >= 20
    assert [
        row["text"] for row in plain if not carded(danger(row["text"], knowledge))
    ] == []


@both
def test_ordinary_words_are_left_to_their_matter(
    knowledge: Knowledge, file: str
) -> None:
    assert share(knowledge, rows(file, "ordinary"), carded) <= FALSE_SHARE


@both
def test_a_denial_is_answered_in_its_own_words(knowledge: Knowledge, file: str) -> None:
    denied = share(knowledge, rows(file, "denials"), lambda f: not carded(f))
    assert denied >= LEAST_HEARD


@both
def test_another_person_in_danger_is_answered_as_such(
    knowledge: Knowledge, file: str
) -> None:
    others = rows(file, "others", "third_persons")
    assert share(knowledge, others, carded) >= LEAST_HEARD
    named = share(knowledge, others, lambda f: bool(f and f.other_person))
    assert named >= LEAST_OF_OTHERS


@pytest.mark.parametrize("kind", list(CLOSED_SHARES))
def test_unread_sentences_are_heard_as_often_as_they_were(
    knowledge: Knowledge, kind: str
) -> None:
    heard = share(
        knowledge, rows(CLOSED, kind), lambda f: carded(f) != (kind == "denials")
    )
    assert heard >= CLOSED_SHARES[kind]


def test_unread_ordinary_words_alarm_no_more_often_than_they_did(
    knowledge: Knowledge,
) -> None:
    false = share(knowledge, rows(CLOSED, "ordinary"), carded)
    assert false <= CLOSED_FALSE_SHARE


def test_the_plainest_unread_cries_are_all_heard(knowledge: Knowledge) -> None:
    plain = [row for row in rows(CLOSED, "sentences") if row.get("plain")]
    assert plain
    assert share(knowledge, plain, carded) == 1


def test_without_its_words_a_danger_goes_unheard(knowledge: Knowledge) -> None:
    deaf = replace(knowledge, safety={})
    assert share(deaf, rows(FIRST, "sentences"), carded) == 0
