"""A letter that rests on nothing, opens nothing or breaks silence is refused."""

from dataclasses import replace

import pytest

from bot.core.knowledge import Citation, Letter, Note
from bot.core.letter import Part
from bot.proving.letters import check_letters
from bot.proving.survey import Survey
from tests.proving.maps import DAY, TODAY, advise, small_map

BASIS = (Citation("试行法", "1"),)
GOOD = Letter(
    "申请书",
    "申请书",
    remedies=("乙",),
    to="【办理机关】",
    parts=(Part("事实", (Note("我在【收到的日子】收到，【received】。"),)),),
    basis=BASIS,
)


def rules(letter: Letter) -> list[str]:
    made = small_map((advise("欠薪/完", "乙"),), (DAY,))
    made.letters[letter.name] = letter
    return [problem.rule for problem in check_letters(Survey(made, TODAY))]


def test_a_good_letter_is_let_through() -> None:
    assert rules(GOOD) == []


@pytest.mark.parametrize(
    ("letter", "rule"),
    [
        (replace(GOOD, basis=()), "letter-basis"),
        (replace(GOOD, remedies=()), "letter-unused"),
        (replace(GOOD, parts=(Part("空"),)), "letter-empty"),
        (replace(GOOD, parts=(Part("长", (Note("姓名" + "_" * 70),)),)), "letter-wide"),
        (replace(GOOD, to="【谁】"), "letter-mark"),
        (replace(GOOD, to="", bare=True), "letter-mark"),
    ],
)
def test_each_fault_of_a_letter_is_told(letter: Letter, rule: str) -> None:
    assert set(rules(letter)) == {rule}
