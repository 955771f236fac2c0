"""A paused matter sends to the window; every other matter stays as it is."""

from dataclasses import replace
from datetime import date

from bot.core.advice import advise
from bot.core.cards import Card, write_card
from bot.core.dialogue import State, step
from bot.core.events import Picked, Skipped
from bot.core.knowledge import Knowledge, Pause
from bot.core.pausing import HUMAN, paused
from bot.core.walking import walk
from tests.core.conftest import DAY, small_map

K = small_map()
STOPPED = Pause("拖欠工资", "新条例刚施行", date(2026, 11, 23))
WORDS = {"paused": "正在核实，请到窗口", "head_where": "去哪：{agency}（{remedy}）"}


def served(*pauses: Pause, knowledge: Knowledge = K) -> Knowledge:
    return paused(replace(knowledge, pauses=pauses, phrases=K.phrases | WORDS))


def card_of(knowledge: Knowledge, matter: str) -> Card:
    state = step(knowledge, State(knowledge.version), Picked(matter, DAY))
    case = step(knowledge, state, Skipped(DAY)).case
    path = walk(knowledge, case, DAY)
    return write_card(knowledge, case, (path, advise(knowledge, path, DAY)), DAY)


def test_a_paused_matter_says_so_on_its_first_line() -> None:
    card = card_of(served(STOPPED), "拖欠工资")
    assert "正在核实，请到窗口" in card.head[0]
    assert [item.remedy.name for item in card.advice.items] == [HUMAN]


def test_without_the_pause_the_matter_is_answered() -> None:
    assert "正在核实" not in card_of(served(), "拖欠工资").head[0]


def test_another_matter_is_answered_as_before() -> None:
    other = next(name for name in K.matters if name != STOPPED.matter)
    wanted = card_of(served(), other)
    assert card_of(served(STOPPED), other).head == wanted.head


def test_a_pause_makes_a_version_of_its_own_and_its_end_the_old_one() -> None:
    ended = replace(STOPPED, until=DAY)
    assert served(STOPPED).version not in (K.version, served().version)
    assert served(ended).version == K.version


def test_the_order_of_pauses_makes_no_difference() -> None:
    other = Pause(next(n for n in K.matters if n != "拖欠工资"), "也在核对", DAY)
    assert served(STOPPED, other).version == served(other, STOPPED).version


def test_a_matter_that_is_gone_and_a_map_without_a_person_stay_whole() -> None:
    assert served(replace(STOPPED, matter="没有的事")).matters == K.matters
    without = {name: one for name, one in K.remedies.items() if name != HUMAN}
    bare = replace(K, remedies=without)
    assert served(STOPPED, knowledge=bare).matters == K.matters
