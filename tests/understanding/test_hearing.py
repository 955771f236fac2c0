"""One entry makes of a message all that the talk needs."""

import random
from dataclasses import fields
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.heard import Heard
from bot.core.knowledge import Knowledge
from bot.understanding import hearing
from bot.understanding.correcting import without_past_steps, without_taken_back
from bot.understanding.hearing import hear
from bot.understanding.purposes import purposes
from bot.understanding.small_talk import small_talk
from bot.understanding.terms import asked_term
from tests.understanding.counting import lines_run

SIGNS = "我要讨工资低保想死复核举报建议谢谢不是,。?! 12月日收到离职gongziA\u200b🙂訴"


def test_a_message_is_heard_whole(knowledge: Knowledge, today: date) -> None:
    heard = hear("包工头跑了，干了三个月活工钱没结，打了欠条", knowledge, today)
    assert (heard.verdict, heard.matters[0].matter) == ("clear", "拖欠工资")
    assert dict(heard.facts) == {"谁欠的": "工地", "有没有欠条": "写过"}
    assert heard.purposes == ("resolve",)
    assert heard.matters[0].because


def test_two_matters_come_first_and_second(knowledge: Knowledge, today: date) -> None:
    heard = hear("低保说停就停了，村支书把集体的钱揣自己腰包", knowledge, today)
    assert heard.verdict == "clear"
    assert {heard.matters[0].matter, heard.second} == {"低保", "反映村干部"}
    assert heard.purposes == ("accuse", "resolve")


SEVERAL = "低保说停就停了，也没给交社会保险，村支书又把集体的钱揣自己腰包"


def test_of_three_matters_it_is_asked_which_comes_first(
    knowledge: Knowledge, today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = hear(SEVERAL, knowledge, today)
    offered = {one.matter for one in heard.matters[:3]}
    assert (heard.verdict, heard.second) == ("close", None)
    assert offered == {"低保", "单位不缴社保", "反映村干部"}
    monkeypatch.setattr(hearing, "several_matters", lambda *_: ())
    assert hear(SEVERAL, knowledge, today).verdict == "clear"


def test_an_accusation_beside_a_matter_is_a_case_of_its_own(
    knowledge: Knowledge, today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "我家低保说停就停了低保待遇都给了村支书小舅子腰包"
    heard = hear(text, knowledge, today)
    assert (heard.matters[0].matter, heard.second) == ("低保", "反映村干部")
    monkeypatch.setattr(hearing, "names_wrong", lambda _: False)
    assert hear(text, knowledge, today).second is None


def test_a_matter_taken_back_is_not_heard(knowledge: Knowledge, today: date) -> None:
    heard = hear("不是欠薪，是补缴社保", knowledge, today)
    assert heard.corrected
    assert [one.matter for one in heard.matters] == ["单位不缴社保"]


def test_a_danger_does_not_hide_the_matter(knowledge: Knowledge, today: date) -> None:
    heard = hear("我想死，老板欠薪", knowledge, today)
    assert heard.safety
    assert heard.matters[0].matter == "拖欠工资"


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("谢谢！", Heard(talk="thanks")),
        ("你们都是一伙的，骗人", Heard(talk="insult")),
        ("什么是复查？", Heard(term="复查")),
        ("", Heard()),
    ],
)
def test_words_beside_any_matter_are_known(
    knowledge: Knowledge, today: date, text: str, heard: Heard
) -> None:
    assert hear(text, knowledge, today) == heard


def test_without_small_talk_first_thanks_would_go_on(
    knowledge: Knowledge, today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hearing, "small_talk", lambda _: "")
    assert hear("谢谢", knowledge, today).talk == ""


@given(text=st.text(max_size=120))
def test_no_text_makes_it_fail(knowledge: Knowledge, today: date, text: str) -> None:
    assert len(hear(text, knowledge, today).matters) <= 10


def test_ten_thousand_odd_messages_never_fail(
    knowledge: Knowledge, today: date
) -> None:
    dice = random.Random(20261124)
    for _ in range(10_000):
        text = "".join(dice.choices(SIGNS, k=dice.randrange(30)))
        if dice.random() < 0.2:
            text += "".join(chr(dice.randrange(0x110000)) for _ in range(9))
        hear(text, knowledge, today)


@pytest.mark.parametrize(
    "unit", ["老板欠薪,", "我想死。", "gongzi ", "不是低保,是", "谢谢"]
)
def test_twice_the_text_takes_at_most_twice_the_work(
    knowledge: Knowledge, today: date, unit: str
) -> None:
    def work(times: int) -> int:
        return lines_run(lambda: hear(unit * times, knowledge, today))

    work(200)
    assert work(400) <= 2.1 * work(200)


def test_no_field_keeps_the_text(knowledge: Knowledge, today: date) -> None:
    text = "我叫张三丰，老板欠薪，电话一三八"
    heard = hear(text, knowledge, today)
    kept = " ".join(str(getattr(heard, field.name)) for field in fields(heard))
    assert "张三丰" not in kept
    assert "一三八" not in kept


@pytest.mark.parametrize(
    ("words", "matters", "expected"),
    [
        ("我要举报局长", (), ("accuse",)),
        ("建议路口装个红绿灯", (), ("suggest",)),
        ("咨询一下政策", (), ("consult",)),
        ("举报他,顺便咨询一下", (), ("consult", "accuse")),
        ("我不举报", (), ()),
        ("检察建议书", (), ()),
        ("想了解低保", ("低保",), ("consult",)),
        ("我要告发他", (), ("accuse",)),
        ("工资没发", ("拖欠工资",), ("resolve",)),
        ("举报老板,工资没发", ("拖欠工资",), ("accuse", "resolve")),
        ("村支书拿集体的钱", ("反映村干部",), ("accuse",)),
        ("今天天气", (), ()),
    ],
)
def test_purposes_are_heard(
    knowledge: Knowledge,
    words: str,
    matters: tuple[str, ...],
    expected: tuple[str, ...],
) -> None:
    assert purposes(words, knowledge, matters) == expected


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("谢谢", "thanks"),
        ("好的,谢谢您啊", "thanks"),
        ("你好", "greeting"),
        ("Hello!", "greeting"),
        ("再见", "goodbye"),
        ("算了不告了,反正没用", "giving_up"),
        ("都是骗人的", "insult"),
        ("你好,老板不给工资", ""),
        ("骗子骗了我八万块钱", ""),
        ("复核", ""),
        ("", ""),
    ],
)
def test_small_talk_is_heard_when_nothing_else_is_said(words: str, code: str) -> None:
    assert small_talk(words) == code


@pytest.mark.parametrize(
    ("words", "term"),
    [
        ("什么是复查?", "复查"),
        ("复查是啥意思", "复查"),
        ("啥叫信访复查", "复查"),
        ("“复查”是什么", "复查"),
        ("复查这个词怎么理解", "复查"),
        ("复查怎么申请", ""),
        ("什么是香蕉", ""),
        ("复查", ""),
        ("", ""),
    ],
)
def test_a_question_about_a_word_is_heard(
    knowledge: Knowledge, words: str, term: str
) -> None:
    assert asked_term(words, knowledge) == term


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("不是工资,是社保", "社保"),
        ("我不是要工资,是问社保", "问社保"),
        ("我说的不是工资的事,而是社保", "社保"),
        ("是不是工资,是吧", "是不是工资,是吧"),
        ("不是我的错", "不是我的错"),
        ("工资没发", "工资没发"),
    ],
)
def test_what_is_taken_back_is_left_out(words: str, kept: str) -> None:
    assert without_taken_back(words)[0].removeprefix("我") == kept


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("已经向信访局反映过了,低保还是不给", "低保还是不给"),
        ("找过信访局,补偿没给", "补偿没给"),
        ("打过12345了。楼上还是吵", "楼上还是吵"),
        ("找过信访局了", "找过信访局了"),
        ("法院判了不给钱", "法院判了不给钱"),
        ("去法院起诉,要多少钱", "去法院起诉,要多少钱"),
    ],
)
def test_a_step_taken_already_does_not_name_the_matter(words: str, kept: str) -> None:
    assert without_past_steps(words) == kept
