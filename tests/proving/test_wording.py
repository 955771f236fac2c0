import pytest

from bot.core.knowledge import (
    NOWHERE,
    Advise,
    Advised,
    Hotline,
    Knowledge,
    Note,
    Question,
)
from bot.proving.numbers import check_numbers
from bot.proving.survey import Survey
from bot.proving.wording import check_wording
from tests.proving.maps import TODAY, advise, small_map, when


def saying(text: str, room: str = "欠薪", **facts: str) -> Knowledge:
    note = Note(text, when(**facts), (), NOWHERE)
    step = Advise(f"{room}/完", (Advised("乙"),), notes=(note,))
    made = small_map((step,), ())
    made.hotlines["12345"] = Hotline("12345", "政府热线", sure=True)
    made.hotlines["12356"] = Hotline("12356", "心理热线", sure=False)
    return made


def rules(knowledge: Knowledge) -> list[str]:
    survey = Survey(knowledge, TODAY)
    found = [*check_wording(survey), *check_numbers(survey)]
    return [problem.rule for problem in found]


@pytest.mark.parametrize(
    "text",
    [
        "因为反映问题被打击报复的，可以控告。",
        "对罚款、拘留不服，可以申请复议。",
        "单位拒不支付的，可以处罚单位。",
        "您会被书面告知受理没有。",
        "受理以后60日内办结，12000元以下不收费，共12345元。",
        "第12345号文件、0.12345、法释〔2025〕12号。",
        "请拨12345，或者打12345。",
        "四十个字以内的一句话。" * 9,
    ],
)
def test_plain_words_are_let_through(text: str) -> None:
    assert rules(saying(text)) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("他是上访户。", "banned-word"),
        ("不要越级上访。", "banned-word"),
        ("依法打击。", "banned-word"),
        ("请离开，否则依法处罚。", "penalty"),
        ("这样做您将会被拘留。", "penalty"),
        ("也可以拨95511问。", "unknown-number"),
        ("请打13912345678。", "unknown-number"),
        ("请打0356-4223344。", "unknown-number"),
        ("请拨110报警。", "unknown-number"),
        ("请拨12356说说。", "unsure-number"),
        ("字" * 41 + "。", "long-sentence"),
    ],
)
def test_words_that_harm_are_found(text: str, rule: str) -> None:
    assert rules(saying(text)) == [rule]


def test_a_penalty_is_named_in_a_matter_but_never_on_the_petition_road() -> None:
    text = "违法的，可以拘留。"
    assert rules(saying(text)) == []
    assert rules(saying(text, "信访")) == ["penalty"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("您应当在指定的地方说。", ["duty"]),
        ("信访人不得超过5人。", ["duty"]),
        ("多人走访的，您应当推选代表，也可以写信。", ["duty"]),
        ("单位应当给您书面答复。", []),
        ("您可以推选代表来说。", []),
    ],
)
def test_a_duty_stands_beside_its_right_and_its_article(
    text: str, found: list[str]
) -> None:
    assert rules(saying(text)) == found


@pytest.mark.parametrize(
    "text", ["您叫什么名字？", "您的身份证号是多少？", "您的电话号码？", "您的姓名？"]
)
def test_nobody_is_asked_who_he_is(text: str) -> None:
    made = small_map((advise("欠薪/完", "乙"),), (Question("谁", text),))
    assert rules(made) == ["identity"]


def test_the_name_of_a_paper_or_an_office_may_be_asked() -> None:
    text = "文书最上面写的名称是什么？"
    made = small_map((advise("欠薪/完", "乙"),), (Question("谁", text),))
    assert rules(made) == []
