"""What a state says is a function of the state, the same every time."""

from dataclasses import replace

import pytest

from bot.core.events import Chose, Event, Picked, Said, Switched, Turned, WentBack
from bot.core.heard import Danger, Heard, Ranked
from bot.core.knowledge import UNSURE, Option
from bot.core.layout import text_of
from bot.core.view import Choice, View, safety_page, safety_view, shown_instead, view
from tests.core.conftest import DAY, Talk, clear


def seen(talk: Talk) -> View:
    return view(talk.knowledge, talk.state, DAY)


def test_the_greeting_asks_for_words(talk: Talk) -> None:
    assert (seen(talk).page, seen(talk).ask) == (("greeting",), "")


def test_a_question_shows_its_options_and_unsure_last(wages: Talk) -> None:
    shown = seen(wages)
    assert (shown.ask, shown.fact, shown.help) == (
        "谁欠的？",
        "谁欠的",
        "不同的单位找的部门不同",
    )
    assert shown.choices == (
        Choice("1", "工地、建筑工程"),
        Choice("2", "公司、工厂", "有营业执照的"),
        Choice("3", UNSURE),
    )
    assert "先告诉我去哪" in shown.standing


def test_what_was_understood_is_shown_until_the_first_answer(wages: Talk) -> None:
    assert seen(wages).understood == ("understood 拖欠工资",)
    wages.say("2")
    assert seen(wages).understood == ()


def test_what_was_told_is_shown_when_its_question_is_passed(talk: Talk) -> None:
    talk.take(Picked("政府处罚", DAY))
    talk.say("没有", heard=Heard(facts=(("几个人", "五位以内"),)))
    assert seen(talk).understood == ("understood 几个人：五位以内",)


def test_nothing_understood_says_nothing(talk: Talk) -> None:
    talk.take(Turned("start", DAY, "resume"))
    assert (seen(talk).understood, seen(talk).fact) == ((), "想做什么")


def test_the_card_is_short_until_asked_for_whole(wages: Talk) -> None:
    wages.say("工地")
    assert seen(wages).card is not None
    assert ("看全部" in seen(wages).standing, seen(wages).full) == (True, False)
    wages.say("1")
    assert ("看全部" in seen(wages).standing, seen(wages).full) == (False, True)
    assert "title_sources" in text_of(seen(wages))


def test_two_cases_are_headed_and_the_next_one_offered(talk: Talk) -> None:
    talk.say("x", heard=clear("拖欠工资", second="不服判决"))
    assert seen(talk).heading == "heading 1 2 拖欠工资"
    talk.say("工地")
    assert "下一件" in seen(talk).standing
    talk.take(Switched(DAY))
    assert seen(talk).heading == "heading 2 2 不服判决"


def test_changing_shows_the_old_answer(wages: Talk) -> None:
    wages.say("2", "写过")
    wages.state = wages.state.turned("change", "谁欠的")
    assert seen(wages).help == "changing 公司、工厂"


@pytest.mark.parametrize(
    ("page", "line"),
    [
        (("help",), "page_help"),
        (("human",), "page_human"),
        (("answers",), "answers"),
        (("term", "复查"), "复查：请上一级再看一遍。（《民事诉讼法》第171条）"),
        (("term", "火星"), "no_term 火星"),
        (("law",), "no_law"),
    ],
)
def test_a_page_stands_beside_the_talk(
    wages: Talk, page: tuple[str, ...], line: str
) -> None:
    wages.state = wages.state.turned(*page)
    shown = seen(wages)
    assert shown.page[0] == line
    assert shown.ask == "谁欠的？"


def test_a_page_beside_the_start_has_no_question_under_it(talk: Talk) -> None:
    talk.take(Turned("answers", DAY))
    assert (seen(talk).page, seen(talk).ask) == (("answers_none",), "")


def test_where_the_installation_stands_is_proposed_first(talk: Talk) -> None:
    k = talk.knowledge
    here = replace(k.regions["阳城县"], here=True)
    talk.knowledge = replace(k, regions={"阳城县": here})
    talk.say("罚了我", heard=clear("政府处罚"))
    talk.say("没有", "五位以内")
    assert seen(talk).choices == (Choice("1", "阳城县"), Choice("2", UNSURE))
    assert talk.say("1").case.known()["事情在哪"].value == "阳城县"


def test_the_place_of_a_talk_can_be_asked_for(talk: Talk) -> None:
    talk.say("罚了我", heard=clear("政府处罚"))
    talk.take(Turned("region", DAY))
    assert seen(talk).page == ("region_none 阳城县",)
    talk.say("没有", "五位以内", "阳城县")
    talk.take(Turned("region", DAY))
    assert seen(talk).page[0].startswith("region_head 阳城县")


def test_the_laws_of_a_card_are_shown_with_their_gist(talk: Talk) -> None:
    talk.take(Picked("不服判决", DAY), Chose("收到判决书的日子", UNSURE, DAY))
    talk.take(Turned("law", DAY))
    assert seen(talk).page == ("《民事诉讼法》第171条：15日内上诉",)
    assert seen(talk).card is None


def test_an_offer_and_a_choice_of_matters_are_numbered(wages: Talk) -> None:
    wages.state = wages.state.turned("offer", "不服判决")
    assert [one.says for one in seen(wages).choices] == ["1", "2"]
    wages.state = wages.state.turned("which", "不服判决", "拖欠工资")
    assert [one.label for one in seen(wages).choices] == [
        "不服判决",
        "拖欠工资",
        "none_of_these",
    ]


def test_fields_and_their_matters_are_numbered(talk: Talk) -> None:
    talk.take(Turned("guides", DAY))
    assert [one.label for one in seen(talk).choices] == ["人社", "法院和行政"]
    talk.take(Turned("guide", DAY, "法院"))
    assert [one.label for one in seen(talk).choices] == [
        "不服判决",
        "政府处罚",
        "other_field",
    ]
    talk.take(Turned("guide", DAY, "没了"))
    assert seen(talk).ask == "guides"


def test_a_talk_without_a_matter_asks_for_the_field(talk: Talk) -> None:
    talk.take(Turned("start", DAY, "resume"), Chose("想做什么", "解决", DAY))
    assert seen(talk).ask == "guides"


@pytest.mark.parametrize(
    ("matter", "says"),
    [
        ("不服判决", ["1", "2", "3", "4", "5"]),
    ],
)
def test_a_day_is_offered_in_ways(talk: Talk, matter: str, says: list[str]) -> None:
    talk.take(Picked(matter, DAY))
    assert [one.says for one in seen(talk).choices] == says


def test_numbers_and_places_do_not_pose_as_a_list(talk: Talk) -> None:
    talk.take(Picked("政府处罚", DAY), Chose("在走的程序", "没有", DAY))
    assert [one.says for one in seen(talk).choices] == ["选1", "选2", UNSURE]
    talk.take(Chose("几个人", "五位以内", DAY))
    assert [one.label for one in seen(talk).choices] == [UNSURE]


def test_what_was_dropped_is_named(wages: Talk) -> None:
    wages.state = wages.state.noticing("dropped:有没有欠条", "dropped:没了")
    assert seen(wages).notices == ("notice_dropped 有没有欠条", "notice_dropped 没了")


def test_a_human_is_offered_after_two_misreads_in_a_row(wages: Talk) -> None:
    wages.say("香蕉")
    assert "offer_human" not in seen(wages).notices
    wages.say("苹果")
    assert "offer_human" in seen(wages).notices


def test_a_human_is_offered_after_two_unsure_answers(talk: Talk) -> None:
    talk.take(Picked("政府处罚", DAY), Chose("在走的程序", UNSURE, DAY))
    assert seen(talk).notices == ()
    talk.take(Chose("几个人", UNSURE, DAY))
    assert seen(talk).notices == ("offer_human",)


def test_a_danger_gets_its_calm_card(talk: Talk) -> None:
    danger = Danger("自伤", "crisis")
    k = talk.knowledge
    assert safety_view(k, danger).page[0] == "先别急。"
    assert safety_view(k, replace(danger, other_person=True)).page[0] == "陪着他。"
    assert safety_view(k, replace(danger, denied=True)).page == ("safety_denied",)
    assert safety_page(k).safety


def test_without_a_card_for_others_the_familys_own_is_shown(talk: Talk) -> None:
    family = replace(talk.knowledge.safety["自伤"], others_card=())
    k = replace(talk.knowledge, safety={"自伤": family})
    danger = Danger("自伤", "crisis", other_person=True)
    assert safety_view(k, danger).page[0] == "先别急。"


def test_the_matter_heard_with_a_danger_can_be_asked_about_later(talk: Talk) -> None:
    shown = safety_view(talk.knowledge, Danger("自伤", "crisis"), "拖欠工资")
    assert shown.page[-1] == "safety_later 拖欠工资"
    assert shown.standing == ("继续", "问拖欠工资", "清除")


def test_an_unsure_hotline_sends_by_12345(talk: Talk) -> None:
    family = replace(talk.knowledge.safety["自伤"], hotlines=("12338", "没这个号"))
    k = replace(talk.knowledge, safety={"自伤": family})
    page = safety_view(k, Danger("自伤", "crisis")).page
    assert page == ("先别急。", "where_hotline_unsure 妇女维权")


def test_the_same_state_says_the_same(wages: Talk) -> None:
    assert text_of(seen(wages)) == text_of(seen(wages))


def test_close_words_show_the_question_which(talk: Talk) -> None:
    heard = Heard(
        matters=(Ranked("拖欠工资", 0.5), Ranked("不服判决", 0.4)), verdict="close"
    )
    talk.say("钱的事", heard=heard)
    assert seen(talk).ask == "which"


def test_an_empty_view_is_an_empty_text() -> None:
    assert text_of(View()) == ""


def test_too_little_is_answered_with_a_question_and_what_fits_so_far(
    talk: Talk,
) -> None:
    talk.state = talk.state.turned("more", "拖欠工资=0.50", "不服判决=0.40")
    shown = seen(talk)
    labels = [one.label for one in shown.choices]
    assert (shown.ask, labels) == ("more", ["拖欠工资", "不服判决", "none_of_these"])
    talk.say("2")
    assert talk.state.case.matter == "不服判决"


def test_too_little_with_nothing_that_fits_only_asks(talk: Talk) -> None:
    talk.state = talk.state.turned("more")
    assert (seen(talk).ask, seen(talk).choices) == ("more", ())


def test_only_the_option_that_shows_a_card_shows_one(wages: Talk) -> None:
    question = wages.knowledge.questions["谁欠的"]
    option = Option("挨打", "有人打我", show="自伤")
    asked = replace(question, options=(*question.options, option))
    k = replace(
        wages.knowledge, questions={**wages.knowledge.questions, "谁欠的": asked}
    )
    others: tuple[Event, ...] = (
        Said("工地", DAY),
        Chose("几个人", "五位以内", DAY),
        WentBack(DAY),
    )
    for event in others:
        assert shown_instead(k, wages.state, event) is None
    for chosen in (Said("有人打我", DAY), Chose("谁欠的", "挨打", DAY)):
        shown = shown_instead(k, wages.state, chosen)
        assert shown is not None
        assert shown.page[0] == "先别急。"
    assert shown_instead(k, wages.state.turned("help"), Said("有人打我", DAY)) is None
