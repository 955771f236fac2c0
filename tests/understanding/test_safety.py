"""A danger is heard first, with who it is about and whether it is denied."""

import re
from dataclasses import replace

import pytest

from bot.core.heard import Danger
from bot.core.knowledge import Knowledge
from bot.understanding import safety
from bot.understanding.safety import danger
from tests.understanding.counting import lines_run

SELF = Danger("自伤", "crisis", words=("想死",))
DENIED = Danger("自伤", "crisis", denied=True, words=("想死",))
OTHER = Danger("自伤", "crisis", other_person=True, words=("想死",))
NOT_HIT = Danger("现场危险", "emergency", denied=True, words=("又打我",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("我想死", SELF),
        ("我 想 死", SELF),
        ("我想\u200b死", SELF),
        ("活着真的没意思", replace(SELF, words=("活着真的没意思",))),
        ("我没有想死", DENIED),
        ("我没有想死,就是不想活", replace(SELF, words=("不想活",))),
        ("没有真的想死", DENIED),
        ("没有钱,想死", SELF),
        ("不想活", replace(SELF, words=("不想活",))),
        ("没有不想活", replace(DENIED, words=("不想活",))),
        ("想死那话是气话", DENIED),
        ("老公从来不打我", replace(NOT_HIT, words=("老公从来不打我",))),
        ("没人又打我", NOT_HIT),
        ("我邻居想死", OTHER),
        ("我同学说他想死", OTHER),
        ("有人要跳楼", replace(OTHER, words=("跳楼",))),
        ("想死的是我邻居", OTHER),
        ("邻居欺负我,我想死", SELF),
        ("邻居来了。想死", SELF),
        ("邻居想死,我也想死", SELF),
        ("我妈走了,想死", SELF),
        ("我妈走了,她说想死", OTHER),
        ("我同学跟我说想死", OTHER),
        ("吃药", replace(SELF, words=("吃药",))),
        ("去年吃药", None),
        ("去年吃药,现在吃药", replace(SELF, words=("吃药",))),
        ("去年想死", SELF),
        ("真是逼死人了", None),
        ("想死你了", None),
        ("逼死人了,我要跳楼", replace(SELF, words=("跳楼",))),
        ("工资没发", None),
        ("", None),
    ],
)
def test_a_danger_is_heard(
    knowledge: Knowledge, text: str, expected: Danger | None
) -> None:
    assert danger(text, knowledge) == expected


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("我想死,屋里着火了", "现场危险"),
        ("我不想死,屋里着火了", "现场危险"),
        ("想死,别的没有", "自伤"),
    ],
)
def test_the_gravest_family_comes_first(
    knowledge: Knowledge, text: str, family: str
) -> None:
    found = danger(text, knowledge)
    assert found
    assert (found.family, found.denied) == (family, False)


def test_a_family_first_in_order_does_not_win_when_denied(knowledge: Knowledge) -> None:
    families = dict(reversed(knowledge.safety.items()))
    found = danger("不想死,着火了", replace(knowledge, safety=families))
    assert found
    assert found.family == "现场危险"


def test_a_danger_to_the_speaker_is_not_given_to_the_neighbour(
    knowledge: Knowledge,
) -> None:
    found = danger("邻居又打我", knowledge)
    assert found == Danger("现场危险", "emergency", words=("又打我",))


def test_without_masking_idioms_would_alarm(knowledge: Knowledge) -> None:
    bare = replace(knowledge.safety_words, idioms=())
    assert danger("真是逼死人了", replace(knowledge, safety_words=bare))


def test_without_words_of_the_past_a_hint_would_alarm(knowledge: Knowledge) -> None:
    bare = replace(knowledge.safety_words, over=())
    assert danger("去年吃药", replace(knowledge, safety_words=bare))


def test_without_the_first_person_the_speaker_would_be_lost(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(safety, "_FIRST_PERSON", re.compile("(?!)"))
    monkeypatch.setattr(safety, "_COMMA", re.compile("(?!)"))
    assert danger("邻居欺负我,我想死", knowledge) == OTHER


@pytest.mark.parametrize("unit", ["没有想死,我邻居", "去年吃药,现在", "想死,是气话。"])
def test_twice_the_words_take_at_most_twice_the_work(
    knowledge: Knowledge, unit: str
) -> None:
    def work(times: int) -> int:
        return lines_run(lambda: danger(unit * times, knowledge))

    work(1)
    assert work(200) <= 2.2 * work(100)


def test_a_phrase_longer_than_the_idiom_in_it_still_alarms(
    knowledge: Knowledge,
) -> None:
    family = replace(knowledge.safety["自伤"], says=("被逼死人了快来",))
    assert danger("被逼死人了快来", replace(knowledge, safety={"自伤": family}))
