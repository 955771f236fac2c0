"""Whoever accuses this office is never told to hand in the paper here."""

import pytest

from bot.core.knowledge import Advise, Advised, Note, Place, Question
from bot.proving.accused import check_accused
from bot.proving.survey import Survey
from tests.proving.maps import TODAY, advise, ask, choice, small_map, when

HERE = Place("guides/a.yaml", 9, 9)


def found(question: Question, accused: str, other: str, **held: str) -> list[str]:
    notes = (Note("把材料交到本窗口。", when(**held), place=HERE),)
    steps = (
        ask(
            "甲/问",
            question.name,
            (when(**{question.name: accused}), "甲/说"),
            (when(), other),
        ),
        Advise("甲/说", (Advised("乙"),), notes=notes),
        advise("甲/完", "乙"),
    )
    return [p.rule for p in check_accused(Survey(small_map(steps, (question,)), TODAY))]


OWN = choice("是不是本窗口", "是", "不是")
WHO = choice("被反映的是谁", "本单位", "上级")


@pytest.mark.parametrize(
    ("question", "accused"), [(OWN, "是"), (OWN, "是|不清楚"), (WHO, "本单位")]
)
def test_what_sends_the_accuser_back_is_found(question: Question, accused: str) -> None:
    assert found(question, accused, "甲/完") == ["own-office"]


@pytest.mark.parametrize(("question", "accused"), [(OWN, "不是"), (WHO, "上级")])
def test_who_accuses_another_may_hand_in_here(question: Question, accused: str) -> None:
    assert found(question, accused, "甲/完") == []


def test_a_note_that_the_accuser_never_sees_is_no_fault() -> None:
    assert found(WHO, "本单位|上级", "甲/完", 被反映的是谁="上级") == []
    assert found(WHO, "本单位|上级", "甲/完", 被反映的是谁="本单位") == ["own-office"]
