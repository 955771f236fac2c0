"""Every right has a source, and stands where a citizen needs it (权利)."""

from dataclasses import replace

import pytest

from bot.core.knowledge import Advise, Knowledge, Note

WANTED = {
    "不受打击报复": ("信访工作条例", "18"),
    "检举材料保密": ("信访工作条例", "30"),
    "书面答复": ("信访工作条例", "32"),
    "回避": ("信访工作条例", "28"),
    "口头也行": ("信访工作条例", "19"),
    "有困难可以求助": ("信访工作条例", "37"),
    "不收费的路": ("行政复议法", "87"),
}
"""What issue 6.6 names → the article that gives it."""


def on_cards(k: Knowledge) -> set[tuple[str, str]]:
    """Return every article that a note of a card cites."""
    notes: list[Note] = []
    for step in k.steps.values():
        notes += (*step.notes, *step.unhappy) if isinstance(step, Advise) else ()
    for remedy in k.remedies.values():
        notes += (*remedy.how, *remedy.duration, *remedy.fee)
    return {(one.law, one.article) for note in notes for one in note.basis}


@pytest.mark.parametrize(("name", "source"), WANTED.items())
def test_a_right_is_given_by_its_article(
    real: Knowledge, name: str, source: tuple[str, str]
) -> None:
    assert source in {(one.law, one.article) for one in real.rights[name].basis}


def test_every_right_has_a_source(real: Knowledge) -> None:
    assert [right.name for right in real.rights.values() if not right.basis] == []


@pytest.mark.parametrize("name", WANTED)
def test_a_right_stands_on_a_card(real: Knowledge, name: str) -> None:
    right = real.rights[name]
    cited = {(one.law, one.article) for one in right.basis}
    assert right.families or cited & on_cards(real)


def test_a_right_that_no_card_says_would_be_seen(real: Knowledge) -> None:
    nowhere = replace(real, steps={}, remedies={})
    right = real.rights["不收费的路"]
    assert not right.families
    assert not on_cards(nowhere)


def test_every_family_of_a_right_is_one_of_a_remedy(real: Knowledge) -> None:
    known = {remedy.family for remedy in real.remedies.values()}
    named = {family for right in real.rights.values() for family in right.families}
    assert named <= known
