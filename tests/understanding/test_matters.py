"""Words find their matter, say why, and say how sure that is."""

from dataclasses import replace

import pytest

from bot.core.knowledge import Knowledge
from bot.understanding import index, matters, verdict
from bot.understanding.cache import index_for
from bot.understanding.index import compiled
from bot.understanding.matters import Scores, ranked, score
from bot.understanding.normalising import normalise
from bot.understanding.pairs import two_matters
from tests.understanding.counting import lines_run


def found(knowledge: Knowledge, text: str) -> list[str]:
    words, table = normalise(text), index_for(knowledge)
    return [one.matter for one in ranked(table, words, score(table, words))]


def why(knowledge: Knowledge, text: str) -> tuple[str, ...]:
    words, table = normalise(text), index_for(knowledge)
    return ranked(table, words, score(table, words))[0].because


def judged(knowledge: Knowledge, text: str) -> str:
    words, table = normalise(text), index_for(knowledge)
    return verdict.verdict(table, words, score(table, words))


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("老板欠薪三个月", "拖欠工资"),
        ("干了半年活工钱没结", "拖欠工资"),
        ("老 板 欠 薪", "拖欠工资"),
        ("老闆拖欠工資", "拖欠工资"),
        ("tuoqian gongzi", "拖欠工资"),
        ("拖欠公资", "拖欠工资"),
        ("从来没交过社会保险", "单位不缴社保"),
        ("低保被停了", "低保"),
        ("交警判我全责", "事故认定复核"),
    ],
)
def test_words_find_their_matter(knowledge: Knowledge, text: str, matter: str) -> None:
    assert found(knowledge, text)[0] == matter


@pytest.mark.parametrize(
    ("text", "because"),
    [
        ("老板欠薪三个月", ("欠薪",)),
        ("干了半年活,工钱没结", ("工钱没结",)),
        ("tuo qian", ("tuo qian",)),
    ],
)
def test_the_reasons_are_words_that_were_said(
    knowledge: Knowledge, text: str, because: tuple[str, ...]
) -> None:
    assert why(knowledge, text)[: len(because)] == because


def test_words_about_nothing_find_nothing(knowledge: Knowledge) -> None:
    assert found(knowledge, "香蕉好吃") == []
    assert judged(knowledge, "香蕉好吃") == "none"
    assert judged(replace(knowledge, matters={}), "欠薪") == "none"


@pytest.mark.parametrize(
    ("text", "how_sure"),
    [
        ("老板欠薪,干了三个月活工钱没结", "clear"),
        ("家里穷得揭不开锅", "clear"),
        ("我要复核", "close"),
        ("复核", "close"),
        ("申请复核", "close"),
        ("交警判我全责我不认,要复核", "clear"),
        ("腰包", "thin"),
        ("你说什么", "none"),
    ],
)
def test_it_is_said_how_sure_that_is(
    knowledge: Knowledge, text: str, how_sure: str
) -> None:
    assert judged(knowledge, text) == how_sure


def test_a_homonym_offers_every_matter_that_has_it(knowledge: Knowledge) -> None:
    assert {"不服复查意见", "事故认定复核"} <= set(found(knowledge, "我要复核"))


def test_without_its_list_a_homonym_would_decide(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert judged(knowledge, "申请复核") == "close"
    monkeypatch.setattr(verdict, "rests_on_homonym", lambda *_: False)
    assert judged(knowledge, "申请复核") == "clear"


def pair_of(knowledge: Knowledge, text: str) -> tuple[int, ...]:
    words, table = normalise(text), index_for(knowledge)
    return two_matters(words, knowledge, table, score(table, words)) or ()


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("村支书把集体的钱揣自己腰包,我家低保说停就停了", {"反映村干部", "低保"}),
        ("低保说停就停了。另外干了三个月活工钱没结", {"低保", "拖欠工资"}),
        ("包工头跑了,厂里从来没给交过社会保险", {"拖欠工资", "单位不缴社保"}),
        ("包工头跑了,干了三个月活工钱没结", set()),
        ("低保说停就停了,家里穷得揭不开锅", set()),
        ("包工头跑了,今天天气好", set()),
    ],
)
def test_two_matters_in_one_message_are_both_heard(
    knowledge: Knowledge, text: str, pair: set[str]
) -> None:
    table = index_for(knowledge)
    numbers = pair_of(knowledge, text)
    assert {table["matters"][number] for number in numbers} == pair


@pytest.mark.parametrize("unit", ["老板欠薪", "复核", "gongzi ", "包工头跑了,"])
def test_twice_the_words_take_at_most_twice_the_work(
    knowledge: Knowledge, unit: str
) -> None:
    table = index_for(knowledge)

    def work(times: int) -> int:
        words = unit * times
        return lines_run(lambda: ranked(table, words, score(table, words)))

    work(1)
    assert work(400) <= 2.1 * work(200)


def test_a_lead_is_a_share_of_what_the_matter_has_alone() -> None:
    scores = Scores([1.4, 0.6, 0.0], [1.0, 0.6, 0.0], [1.0, 1.0, 0.0], {})
    assert scores.best() == [0, 1]
    assert scores.ahead(0) == pytest.approx(0.4)
    assert scores.ahead(1) < 0
    assert scores.ahead_of(0, 2) == 1
    assert scores.ahead_of(2, 0) == 0


def test_the_guide_of_a_matter_helps_it(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = index_for(knowledge)
    helped = score(table, "工钱没结").fused
    monkeypatch.setattr(matters, "GUIDE_SHARE", 0)
    assert helped[0] > score(table, "工钱没结").fused[0] > 0


def test_everyday_words_weigh_little(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    light = compiled(knowledge)["pairs"]["没给"][1]
    monkeypatch.setattr(index, "_EVERYDAY", frozenset())
    heavy = compiled(knowledge)["pairs"]["没给"][1]
    assert max(light) < max(heavy)


def test_without_pinyin_a_slip_of_sound_finds_nothing(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert found(knowledge, "讨新")[0] == "拖欠工资"
    monkeypatch.setattr(matters, "_sounds", lambda *_, **__: [])
    assert found(knowledge, "讨新") == []


def test_a_slip_in_a_short_name_is_seen_by_likeness(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    def alike(text: str) -> list[str]:
        like = matters._likeness(index_for(knowledge), text)
        return [
            name for name, much in zip(knowledge.matters, like, strict=True) if much
        ]

    assert alike("村千部贪污") == ["反映村干部"]
    assert alike("香蕉") == []
    monkeypatch.setattr(matters, "LIKE_ENOUGH", 100)
    assert alike("村千部贪污") == []
