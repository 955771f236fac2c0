"""The talk moves as a citizen would expect, and loses no answer."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.casework import answered
from bot.core.dialogue import State, adopted, step
from bot.core.events import (
    Added,
    Changing,
    Chose,
    Event,
    Picked,
    Restarted,
    Skipped,
    Switched,
    Turned,
    WentBack,
)
from bot.core.facts import Case, Fact, Span
from bot.core.heard import Heard, Ranked
from bot.core.knowledge import UNSURE, Advise, Knowledge
from bot.core.state import MOST_CASES
from bot.core.walking import MapError, walk
from tests.core.conftest import DAY, Talk, clear


def here(talk: Talk) -> str:
    found = walk(talk.knowledge, talk.state.case, DAY).here
    return found.id if found else "终点"


def values(talk: Talk) -> dict[str, object]:
    return {name: fact.value for name, fact in talk.state.case.facts}


def test_clear_words_lead_straight_to_the_first_question(wages: Talk) -> None:
    assert (here(wages), wages.state.case.matter) == ("拖欠工资/谁欠的", "拖欠工资")


def test_an_answer_leads_on(wages: Talk) -> None:
    wages.say("2", "没写过")
    assert here(wages) == "终点"
    assert values(wages) == {
        "想做什么": "解决",
        "谁欠的": "公司",
        "有没有欠条": "没写过",
    }


def test_an_answer_nobody_offered_keeps_the_state(wages: Talk) -> None:
    before = wages.state
    assert wages.say("香蕉") == replace(before, notice=("not_offered",))


def test_misreads_in_a_row_are_counted(wages: Talk) -> None:
    assert wages.say("香蕉", "苹果", "梨", "桃").notice == ("not_offered",) * 3


def test_empty_words_change_nothing(wages: Talk) -> None:
    before = wages.state
    assert wages.say(" \n ") == replace(before, notice=("empty",))


def test_back_takes_the_last_asked_answer_only(wages: Talk) -> None:
    wages.say("2", "1")
    wages.take(WentBack(DAY))
    assert here(wages) == "拖欠工资/有没有欠条"
    wages.take(WentBack(DAY))
    assert here(wages) == "拖欠工资/谁欠的"


def test_back_at_the_first_question_goes_back_to_the_start(wages: Talk) -> None:
    wages.take(WentBack(DAY))
    assert (wages.state.cases, wages.state.menu) == ((Case(),), ("start",))
    assert wages.take(WentBack(DAY)).notice == ("at_start",)


def test_back_closes_a_page_first(wages: Talk) -> None:
    before = wages.state
    wages.take(Turned("help", DAY), WentBack(DAY))
    assert wages.state == before


def test_skipping_answers_the_rest_with_unsure_and_back_undoes_it(wages: Talk) -> None:
    wages.take(Skipped(DAY))
    assert (here(wages), values(wages)["谁欠的"]) == ("终点", UNSURE)
    wages.take(WentBack(DAY))
    assert here(wages) == "拖欠工资/谁欠的"


def test_skipping_without_a_matter_shows_the_fields(talk: Talk) -> None:
    assert talk.take(Skipped(DAY)).menu == ("guides",)


def test_skipping_takes_the_aim_of_a_matter_to_be_solving(talk: Talk) -> None:
    state = replace(talk.state, cases=(Case("不服判决"),))
    after = step(talk.knowledge, state, Skipped(DAY))
    assert after.case.known()["想做什么"] == Fact("解决", "skipped")


def test_a_changed_answer_keeps_what_still_counts_and_names_the_rest(
    wages: Talk,
) -> None:
    wages.say("2", "没写过")
    wages.take(Changing(2, DAY))
    assert wages.state.menu == ("change", "谁欠的")
    wages.say("工地")
    assert wages.state.notice == ("dropped:有没有欠条",)
    assert values(wages) == {"想做什么": "解决", "谁欠的": "工地"}


def test_changing_an_answer_that_is_not_there_shows_the_answers(wages: Talk) -> None:
    state = wages.take(Changing(9, DAY))
    assert (state.menu, state.notice) == (("answers",), ("no_such_answer",))


def test_restarting_keeps_nothing(wages: Talk) -> None:
    state = wages.take(Restarted(DAY))
    assert state == State("v1abcdef", notice=("restarted",))
    assert wages.take(Restarted(DAY, wiped=True)).notice == ("wiped",)


def test_a_tapped_answer_counts_like_a_said_one(wages: Talk) -> None:
    wages.take(Chose("谁欠的", "工地", DAY))
    assert here(wages) == "终点"


@pytest.mark.parametrize(
    "event",
    [
        Chose("没这个问题", "工地", DAY),
        Chose("谁欠的", "火星", DAY),
        Chose("收到判决书的日子", Span(DAY, DAY), DAY),
        Picked("没这件事", DAY),
    ],
)
def test_a_stale_button_changes_nothing(wages: Talk, event: Event) -> None:
    before = wages.state.case
    wages.take(event)
    assert (wages.state.case, wages.state.notice) == (before, ("not_offered",))


def test_two_matters_become_two_cases(talk: Talk) -> None:
    talk.say("欠薪，官司也输了", heard=clear("拖欠工资", second="不服判决"))
    assert [case.matter for case in talk.state.cases] == ["拖欠工资", "不服判决"]
    assert talk.state.notice == ("two_cases",)
    assert (talk.take(Switched(DAY)).at, talk.take(Switched(DAY)).at) == (1, 0)


def test_another_case_is_added_up_to_a_bound(wages: Talk) -> None:
    for _ in range(MOST_CASES + 2):
        wages.take(Added(DAY), Picked("拖欠工资", DAY))
    assert len(wages.state.cases) == MOST_CASES
    assert wages.take(Added(DAY)).notice == ("too_many_cases",)


def test_adding_uses_an_empty_case_first(talk: Talk) -> None:
    talk.take(Turned("guides", DAY), Added(DAY))
    assert (len(talk.state.cases), talk.state.menu) == (1, ("start",))


def test_resuming_closes_the_page(talk: Talk) -> None:
    assert talk.take(Turned("start", DAY, "resume")).menu == ()


def test_a_page_with_a_name_keeps_it(talk: Talk) -> None:
    assert talk.take(Turned("term", DAY, "复查")).menu == ("term", "复查")


def test_new_knowledge_keeps_the_answers_over_a_renaming(wages: Talk) -> None:
    wages.say("2")
    k = wages.knowledge
    renamed = {"旧事": "拖欠工资", "谁欠钱": "谁欠的", "谁欠的/老板": "公司"}
    facts = (("谁欠钱", Fact("老板", "asked")), ("没了", Fact("x", "asked")))
    old = State("v0", (Case("旧事", facts),), menu=("term", "复查"))
    now = adopted(replace(k, renamed=renamed), old)
    kept = (("谁欠的", Fact("公司", "asked")),)
    assert now == State("v1abcdef", (Case("拖欠工资", kept),), 0, ("updated",), ())


def test_new_knowledge_says_nothing_where_nothing_was_answered(
    knowledge: Knowledge,
) -> None:
    assert adopted(knowledge, State("v0")) == State("v1abcdef")


def test_the_notice_of_new_knowledge_survives_the_answer(wages: Talk) -> None:
    wages.state = replace(wages.state, version="v0")
    assert wages.say("香蕉").notice == ("updated", "not_offered")


def test_a_matter_that_is_gone_is_asked_again(knowledge: Knowledge) -> None:
    old = State(
        "v0", (Case("没了的事", (("谁欠的", Fact("公司", "asked")),)),), menu=()
    )
    assert adopted(knowledge, old).case.matter is None


def test_a_day_decides_the_way_through_its_clock(talk: Talk) -> None:
    talk.take(Picked("不服判决", DAY))
    late = DAY - timedelta(days=40)
    talk.take(Chose("收到判决书的日子", Span(late, late), DAY))
    assert walk(talk.knowledge, talk.state.case, DAY).steps[-1].id == "不服判决/晚了"


def test_a_circle_in_the_map_is_a_programmers_slip(knowledge: Knowledge) -> None:
    round_about = {**knowledge.steps}
    looping = Advise("路/建议", (), then="路/想做什么")
    round_about["路/建议"] = looping
    case = Case(None, (("想做什么", Fact("建议", "asked")),))
    with pytest.raises(MapError, match="绕回"):
        walk(replace(knowledge, steps=round_about), case, DAY)


def test_a_told_answer_does_not_override_an_asked_one(wages: Talk) -> None:
    wages.say("2", heard=Heard(facts=(("谁欠的", "工地"),)))
    assert values(wages)["谁欠的"] == "公司"


def test_what_is_told_beside_an_answer_is_kept(wages: Talk) -> None:
    wages.say("公司", heard=Heard(facts=(("有没有欠条", "写过"),)))
    assert wages.state.case.known()["有没有欠条"] == Fact("写过", "told")


def test_a_thin_first_turn_leaves_matters_and_no_words(talk: Talk) -> None:
    thin = Heard(
        matters=(Ranked("拖欠工资", 0.5), Ranked("不服判决", 0.4)), verdict="thin"
    )
    talk.say("帮帮我", heard=thin)
    assert talk.state.menu == ("more", "拖欠工资=0.50", "不服判决=0.40")
    talk.say("判决的事", heard=replace(thin, matters=(Ranked("不服判决", 0.4),)))
    assert talk.state.menu == ("which", "不服判决", "拖欠工资")


def test_a_put_answer_that_lies_off_the_path_is_refused(knowledge: Knowledge) -> None:
    state = State(knowledge.version, (Case("拖欠工资"),), menu=())
    after = answered(knowledge, state, ("几个人", "五位以内"), DAY)
    assert after.notice == ("not_offered",)


@pytest.mark.parametrize("page", ["card", "law"])
def test_a_card_asked_for_too_early_says_so(wages: Talk, page: str) -> None:
    before = wages.state
    after = wages.take(Turned(page, DAY))  # type: ignore[arg-type]
    assert after == replace(before, notice=("no_card_yet",))


def test_told_facts_that_nobody_offers_are_left_out(wages: Talk) -> None:
    heard = Heard(
        facts=(("谁欠的", "火星"), ("没有的问题", "x")), purposes=("suggest",)
    )
    wages.say("香蕉", heard=heard)
    assert values(wages) == {"想做什么": "解决"}


def test_choosing_a_matter_does_not_override_what_was_answered(talk: Talk) -> None:
    talk.take(Turned("start", DAY, "resume"), Chose("想做什么", "举报", DAY))
    talk.take(Picked("拖欠工资", DAY))
    assert talk.state.case.known()["想做什么"] == Fact("举报", "asked")


def test_a_day_survives_new_knowledge(knowledge: Knowledge) -> None:
    facts = (("收到判决书的日子", Fact(Span(DAY, DAY), "asked")),)
    old = State("v0", (Case("不服判决", facts),))
    assert adopted(knowledge, old).case.facts == facts
