"""Words answer the question first; then they may be anything else."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.events import Added, Chose, Picked, Turned
from bot.core.facts import Case, Fact, Span
from bot.core.heard import Heard, Ranked
from bot.core.knowledge import Ask, Branch
from tests.core.conftest import DAY, Talk, clear, small_map

CLOSE = Heard(
    matters=(Ranked("拖欠工资", 0.5), Ranked("不服判决", 0.4)), verdict="close"
)


def test_close_words_offer_the_matters_to_choose_from(talk: Talk) -> None:
    assert talk.say("钱的事", heard=CLOSE).menu == ("which", "拖欠工资", "不服判决")


@pytest.mark.parametrize(
    ("words", "matter"),
    [
        ("2", "不服判决"),
        ("第一个", "拖欠工资"),
        ("不服判决", "不服判决"),
    ],
)
def test_a_matter_is_chosen_from_those_offered(
    talk: Talk, words: str, matter: str
) -> None:
    talk.say("钱的事", heard=CLOSE)
    assert talk.say(words).case.matter == matter


@pytest.mark.parametrize("words", ["3", "都不是"])
def test_none_of_those_offered_shows_the_fields(talk: Talk, words: str) -> None:
    talk.say("钱的事", heard=CLOSE)
    assert talk.say(words).menu == ("guides",)


def test_new_words_at_the_offer_are_understood_anew(talk: Talk) -> None:
    talk.say("钱的事", heard=CLOSE)
    assert talk.say("官司", heard=clear("不服判决")).case.matter == "不服判决"


def test_fields_then_matters_are_chosen_by_number_or_name(talk: Talk) -> None:
    talk.take(Turned("guides", DAY))
    assert talk.say("2").menu == ("guide", "法院")
    assert talk.say("1").case.matter == "不服判决"
    talk.take(Added(DAY), Turned("guides", DAY))
    talk.say("人社")
    assert talk.say("拖欠工资").case.matter == "拖欠工资"


def test_a_field_with_no_fit_leads_back_to_the_fields(talk: Talk) -> None:
    talk.take(Turned("guides", DAY))
    assert talk.say("9").notice == ("not_offered",)
    talk.say("2")
    assert talk.say("3").menu == ("guides",)


def test_words_at_the_fields_are_understood(talk: Talk) -> None:
    talk.take(Turned("guides", DAY))
    assert talk.say("欠薪", heard=clear("拖欠工资")).case.matter == "拖欠工资"
    talk.take(Added(DAY), Turned("guide", DAY, "法院"))
    assert talk.say("输了", heard=clear("不服判决")).case.matter == "不服判决"


def test_words_without_sense_show_the_fields(talk: Talk) -> None:
    state = talk.say("嘿嘿嘿", heard=Heard())
    assert (state.menu, state.notice) == (("guides",), ("not_understood",))


def test_words_nobody_listened_to_ask_for_more(talk: Talk) -> None:
    assert talk.say("嘿").notice == ("say_more",)


def test_a_second_unclear_message_offers_what_fits(talk: Talk) -> None:
    thin = Heard(matters=(Ranked("拖欠工资", 0.5),), verdict="thin")
    talk.say("帮我", heard=thin)
    assert talk.say("帮帮我", heard=thin).menu == ("which", "拖欠工资")


def test_told_facts_and_the_aim_are_put_before_the_matter_is_known(talk: Talk) -> None:
    heard = replace(CLOSE, facts=(("谁欠的", "工地"),), purposes=("resolve",))
    facts = talk.say("钱的事", heard=heard).case.known()
    assert facts == {"谁欠的": Fact("工地", "told"), "想做什么": Fact("解决", "told")}


def test_told_facts_survive_the_choice_of_the_matter(talk: Talk) -> None:
    talk.say("钱的事", heard=replace(CLOSE, facts=(("谁欠的", "工地"),)))
    clear_now = talk.say("工钱", heard=clear("拖欠工资"))
    assert clear_now.case.known()["谁欠的"] == Fact("工地", "told")


def test_a_term_is_explained_and_the_talk_stays(wages: Talk) -> None:
    before = wages.state.case
    state = wages.say("什么是复查", heard=Heard(term="复查"))
    assert (state.menu, state.case) == (("term", "复查"), before)


def test_a_term_can_be_asked_for_at_the_start(talk: Talk) -> None:
    assert talk.say("什么是复查", heard=Heard(term="复查")).menu == ("term", "复查")


def test_small_talk_gets_a_kind_line(wages: Talk) -> None:
    assert wages.say("谢谢", heard=Heard(talk="thanks")).notice == ("talk_thanks",)


def test_told_facts_in_mid_talk_are_kept(wages: Talk) -> None:
    state = wages.say("我手里有条子", heard=Heard(facts=(("有没有欠条", "写过"),)))
    assert state.case.known()["有没有欠条"] == Fact("写过", "told")


@pytest.mark.parametrize(
    ("words", "cases"), [("1", 2), ("好", 2), ("2", 1), ("不用", 1)]
)
def test_a_new_matter_is_offered_not_jumped_to(
    wages: Talk, words: str, cases: int
) -> None:
    state = wages.say("法官判我输", heard=clear("不服判决"))
    assert (state.menu, len(state.cases)) == (("offer", "不服判决"), 1)
    assert len(wages.say(words).cases) == cases


def test_an_answer_instead_of_the_offer_still_counts(wages: Talk) -> None:
    wages.say("法官判我输", heard=clear("不服判决"))
    assert wages.say("公司").case.known()["谁欠的"].value == "公司"


def test_after_the_card_words_are_told_apart(wages: Talk) -> None:
    wages.say("工地")
    assert wages.say("1").menu == ("card",)
    assert wages.say("嗯嗯").notice == ("after_card",)
    assert wages.say("啥", heard=Heard()).notice == ("after_card",)
    assert wages.say("谢谢", heard=Heard(talk="thanks")).notice == ("talk_thanks",)
    assert wages.say("啥是复查", heard=Heard(term="复查")).menu == ("term", "复查")


def test_another_matter_after_the_card_is_offered(wages: Talk) -> None:
    wages.say("工地")
    assert wages.say("官司", heard=clear("不服判决")).menu == ("offer", "不服判决")
    same = wages.say("还是工资", heard=clear("拖欠工资"))
    assert same.notice == ("after_card",)


def test_thanks_with_a_matter_in_it_is_still_thanks_after_the_card(wages: Talk) -> None:
    wages.say("工地")
    heard = Heard(talk="thanks", matters=(Ranked("拖欠工资", 0.2),))
    assert wages.say("谢谢，工资的事明白了", heard=heard).notice == ("talk_thanks",)


def test_a_day_and_a_number_are_read_by_their_kind(talk: Talk) -> None:
    talk.take(Picked("政府处罚", DAY), Chose("在走的程序", "没有", DAY))
    assert talk.say("七个人").case.known()["几个人"].value == "六位以上"
    assert talk.say("阳城县的").case.known()["事情在哪"].value == "阳城县"


def test_a_guide_that_is_gone_falls_back_to_understanding(talk: Talk) -> None:
    talk.take(Turned("guide", DAY, "没了"))
    assert talk.say("欠薪", heard=clear("拖欠工资")).case.matter == "拖欠工资"


def test_a_full_talk_does_not_take_a_second_matter(talk: Talk) -> None:
    cases = (Case("不服判决"),) * 3 + (Case(),)
    talk.state = replace(talk.state, cases=cases, at=3)
    talk.say("两件事", heard=clear("拖欠工资", second="政府处罚"))
    assert [case.matter for case in talk.state.cases][3:] == ["拖欠工资"]


def test_words_that_say_nothing_more_leave_the_offered_matters(talk: Talk) -> None:
    before = talk.say("钱的事", heard=CLOSE)
    thin = Heard(matters=(Ranked("政府处罚", 0.2),), verdict="thin")
    assert talk.say("还没找过", heard=thin) == before.noticing("not_offered")


@pytest.mark.parametrize("heard", [None, CLOSE])
def test_who_cannot_say_is_led_to_the_fields(talk: Talk, heard: Heard | None) -> None:
    if heard is not None:
        talk.say("钱的事", heard=heard)
    thin = Heard(matters=(Ranked("政府处罚", 0.2),), verdict="thin")
    assert talk.say("不清楚", heard=thin).menu == ("guides",)


def test_a_term_asked_at_the_offered_matters_is_explained(talk: Talk) -> None:
    talk.say("钱的事", heard=CLOSE)
    assert talk.say("啥是复查", heard=Heard(term="复查")).menu == ("term", "复查")


TODAY_RECEIVED = Heard(
    days=(("received", Span(DAY, DAY)), ("accident", Span(DAY, DAY)))
)


def fined() -> Talk:
    """Return a talk that asks for the place, and for a day of receipt after it."""
    ask = Ask(
        "政府处罚/事情在哪",
        "事情在哪",
        (Branch((), "不服判决/收到判决书的日子"),),
    )
    k = small_map()
    talk = Talk(replace(k, steps={**k.steps, ask.id: ask}))
    talk.say("罚了我", "没有", "五位以内", heard=clear("政府处罚"))
    return talk


@pytest.mark.parametrize("words", ["阳城县", "今天收到的"])
def test_a_day_said_at_the_place_waits_for_the_question_that_asks_it(
    words: str,
) -> None:
    after = fined().say(words, heard=TODAY_RECEIVED)
    assert after.case.known()["收到判决书的日子"] == Fact(Span(DAY, DAY), "told")


def test_a_day_that_answers_a_question_is_tied_to_no_other() -> None:
    talk = fined()
    talk.say("阳城县")
    after = talk.say("昨天", heard=TODAY_RECEIVED)
    yesterday = Span(DAY - timedelta(1), DAY - timedelta(1))
    assert after.case.known()["收到判决书的日子"] == Fact(yesterday, "asked")


def test_a_day_already_known_is_not_overwritten() -> None:
    talk = fined()
    talk.say("阳城县", heard=TODAY_RECEIVED)
    talk.state = talk.state.with_case(talk.state.case.without("事情在哪"))
    later = Heard(days=(("received", Span(DAY, DAY + timedelta(1))),))
    after = talk.say("阳城县", heard=later)
    assert after.case.known()["收到判决书的日子"].value == Span(DAY, DAY)
