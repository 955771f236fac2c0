"""The card says where, by when, with what; then everything else in order."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.core.advice import advise
from bot.core.cards import HEAD_ROOM, Card, write_card
from bot.core.facts import Case, Fact, Span, Value
from bot.core.knowledge import (
    Advise,
    Advised,
    Cap,
    First,
    Knowledge,
    Length,
    Note,
    Remedy,
)
from bot.core.layout import card_text
from bot.core.walking import walk
from tests.core.conftest import DAY


def case(matter: str | None, *facts: tuple[str, Value]) -> Case:
    asked = tuple((name, Fact(value, "asked")) for name, value in facts)
    return Case(matter, (("想做什么", Fact("解决", "told")), *asked))


def card(k: Knowledge, made: Case) -> Card:
    path = walk(k, made, DAY)
    return write_card(k, made, (path, advise(k, path, DAY)), DAY)


def names(k: Knowledge, made: Case) -> Sequence[str]:
    return [item.remedy.name for item in card(k, made).advice.items]


SITE = case("拖欠工资", ("谁欠的", "工地"))


def received(days_ago: int) -> Case:
    day = DAY - timedelta(days_ago)
    return case("不服判决", ("收到判决书的日子", Span(day, day)))


def test_the_first_screen_names_office_day_and_papers(knowledge: Knowledge) -> None:
    where, when, bring = card(knowledge, SITE).head
    assert "县人力资源和社会保障局" in where
    assert when == "head_soon"
    assert "考勤表" in bring
    assert "原件" not in bring


def test_the_first_screen_stays_short(knowledge: Knowledge) -> None:
    paper = replace(
        knowledge.remedies["劳动保障监察投诉"],
        papers=tuple("很长的纸" * 9 + str(n) for n in range(9)),
    )
    k = replace(knowledge, remedies={**knowledge.remedies, paper.name: paper})
    assert sum(map(len, card(k, SITE).head)) <= HEAD_ROOM


def test_the_sections_stand_in_their_order(knowledge: Knowledge) -> None:
    titles = [
        section.title.removeprefix("title_")
        for section in card(knowledge, SITE).sections
    ]
    assert titles == [
        "where",
        "days",
        "why",
        "bring",
        "say",
        "proof",
        "how",
        "next",
        "others",
        "sources",
    ]


def test_a_card_with_days_left_names_the_day(knowledge: Knowledge) -> None:
    made = card(knowledge, received(1))
    assert "2026年12月8日（周二，还有14天）" in made.head[1]
    assert made.today == ()


def test_with_a_week_left_the_card_opens_with_what_to_do_today(
    knowledge: Knowledge,
) -> None:
    assert card(knowledge, received(10)).today[0] == "today_title"


def test_over_is_said_only_after_the_last_day_and_then_what_is_left(
    knowledge: Knowledge,
) -> None:
    last, over = card(knowledge, received(15)), card(knowledge, received(16))
    assert "day_expired" not in card_text(last)
    assert "day_expired" in card_text(over)
    assert "day_expired_still" in card_text(over)
    assert [i.remedy.name for i in over.advice.items] == ["转人工", "上诉"]


def test_an_unknown_day_says_from_when_it_counts(knowledge: Knowledge) -> None:
    made = card(knowledge, case("不服判决", ("收到判决书的日子", "不清楚")))
    assert made.head[1].startswith("head_length")
    assert "day_unknown" in card_text(made)


def test_what_the_law_puts_first_is_put_first(knowledge: Knowledge) -> None:
    facts = [("在走的程序", "不清楚"), ("几个人", "五位以内"), ("事情在哪", "阳城县")]
    made = case("政府处罚", *facts)
    assert names(knowledge, made) == ["行政复议", "行政诉讼"]
    assert "day_after 行政诉讼 行政复议" in card_text(card(knowledge, made))


def test_what_the_law_puts_first_is_added_where_nobody_wrote_it(
    knowledge: Knowledge,
) -> None:
    only = Advise("政府处罚/告", (Advised("行政诉讼"),))
    k = replace(knowledge, steps={**knowledge.steps, only.id: only})
    facts = [("在走的程序", "不清楚"), ("几个人", "五位以内"), ("事情在哪", "x县")]
    made = case("政府处罚", *facts)
    assert names(k, made) == ["行政复议", "行政诉讼"]


def test_a_closed_way_is_not_offered_and_says_why(knowledge: Knowledge) -> None:
    facts = [("在走的程序", "行政诉讼"), ("几个人", "五位以内"), ("事情在哪", "x县")]
    made = case("政府处罚", *facts)
    assert names(knowledge, made) == ["行政复议"]
    assert "why_closed 行政诉讼 法院已经受理" in card_text(card(knowledge, made))


def test_a_closed_way_is_offered_when_the_block_is_switched_off(
    knowledge: Knowledge,
) -> None:
    open_ = replace(knowledge.remedies["行政诉讼"], blocked=())
    k = replace(knowledge, remedies={**knowledge.remedies, open_.name: open_})
    facts = [("在走的程序", "行政诉讼"), ("几个人", "五位以内"), ("事情在哪", "x县")]
    assert "行政诉讼" in names(k, case("政府处罚", *facts))


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (SITE, "where_one 县人力资源和社会保障局"),
        (SITE, "where_hotline 12333 人社咨询 2026年11月24日"),
        (SITE, "where_place 用工所在地"),
        (SITE, "others_choose"),
        (SITE, "谁欠的：工地、建筑工程"),
        (SITE, "统一提示。"),
        (SITE, "source_no_lawyer"),
        (received(1), "where_two 县级法院 中级法院"),
        (received(1), "《民事诉讼法》第171条"),
        (
            case("拖欠工资", ("谁欠的", "公司"), ("有没有欠条", "没写过")),
            "law_replaced 仲裁法",
        ),
    ],
)
def test_the_full_card_says_what_it_must(
    knowledge: Knowledge, made: Case, words: str
) -> None:
    assert words in card_text(card(knowledge, made))


def reviewed(knowledge: Knowledge, **changes: object) -> Knowledge:
    guide = replace(knowledge.guides["人社"], **changes)  # type: ignore[arg-type]
    return replace(knowledge, guides={**knowledge.guides, "人社": guide})


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"lawyer": "张三", "signed": "a1", "digest": "a1"}, "source_lawyer 张三"),
        ({"lawyer": "张三", "signed": "a1", "digest": "b2"}, "source_no_lawyer"),
        ({"lawyer": "张三"}, "source_no_lawyer"),
        ({"reviewed_on": date(2025, 11, 1)}, "source_stale"),
        ({"reviewed_on": None}, "source_stale"),
    ],
)
def test_a_card_says_how_far_its_guide_was_looked_at(
    knowledge: Knowledge, changes: dict[str, object], words: str
) -> None:
    assert words in card_text(card(reviewed(knowledge, **changes), SITE))


def test_a_guide_looked_at_within_a_year_sends_nobody_to_verify(
    knowledge: Knowledge,
) -> None:
    assert "source_stale" not in card_text(card(knowledge, SITE))


def test_a_region_names_its_office_and_says_what_it_does_not_know(
    knowledge: Knowledge,
) -> None:
    to_labour = replace(
        knowledge.remedies["行政复议"],
        agencies=knowledge.remedies["劳动保障监察投诉"].agencies,
    )
    k = replace(knowledge, remedies={**knowledge.remedies, "行政复议": to_labour})
    facts = [("在走的程序", "没有"), ("几个人", "五位以内"), ("事情在哪", "阳城县")]
    text = card_text(card(k, case("政府处罚", *facts)))
    assert "where_region 阳城县" in text


def test_a_case_without_remedies_sends_to_a_human(knowledge: Knowledge) -> None:
    nothing = Advise("路/建议", ())
    k = replace(knowledge, steps={**knowledge.steps, nothing.id: nothing})
    made = card(k, Case(None, (("想做什么", Fact("建议", "asked")),)))
    assert made.head[0] == "head_nobody"
    assert "where_nobody" in card_text(made)


def test_a_remedy_that_is_not_valid_today_is_left_out(knowledge: Knowledge) -> None:
    past = replace(
        knowledge.remedies["劳动人事争议仲裁"],
        valid=replace(knowledge.remedies["转人工"].valid, end=DAY - timedelta(1)),
    )
    k = replace(knowledge, remedies={**knowledge.remedies, past.name: past})
    assert names(k, SITE) == ["劳动保障监察投诉"]


def test_an_agencys_clock_is_shown_as_theirs(knowledge: Knowledge) -> None:
    limit = replace(knowledge.remedies["上诉"].limits[0], who="部门", clock="部门期限")
    waiting = Remedy("等", "X", "信访", limits=(limit,), duration=(Note("等。"),))
    remedies = {**knowledge.remedies, "转人工": replace(waiting, name="转人工")}
    k = replace(
        knowledge, remedies=remedies, clocks={**knowledge.clocks, "部门期限": "转人工"}
    )
    assert "watch_open 部门" in card_text(card(k, received(1)))
    assert "watch_over 部门" in card_text(card(k, received(40)))
    unknown = case("不服判决", ("收到判决书的日子", "不清楚"))
    assert "watch_unknown 部门" in card_text(card(k, unknown))


def test_a_day_that_may_be_over_is_urged_and_not_called_over(
    knowledge: Knowledge,
) -> None:
    limit = knowledge.remedies["上诉"].limits[0]
    longer = replace(
        limit, cap=Cap(Length(1, "年"), ("received",)), note="以判决书为准。"
    )
    k = with_remedy(knowledge, replace(knowledge.remedies["上诉"], limits=(longer,)))
    made = card(k, received(16))
    assert made.head[1].startswith("head_late")
    for words in ("day_maybe 上诉", "day_surely", "以判决书为准。"):
        assert words in card_text(made)


def test_only_over_ways_say_that_others_may_be_left(knowledge: Knowledge) -> None:
    late = Advise("不服判决/晚了", (Advised("上诉"),))
    k = replace(knowledge, steps={**knowledge.steps, late.id: late})
    assert card(k, received(40)).head[1] == "head_over"


def test_a_thin_matter_says_so(knowledge: Knowledge) -> None:
    thin = replace(knowledge.matters["拖欠工资"], thin=True)
    k = replace(knowledge, matters={**knowledge.matters, "拖欠工资": thin})
    assert "source_thin" in card_text(card(k, SITE))


def test_two_ways_that_each_come_first_do_not_go_round(knowledge: Knowledge) -> None:
    other = replace(knowledge.remedies["行政复议"], first=(First("行政诉讼"),))
    k = with_remedy(knowledge, other)
    facts = [("在走的程序", "不清楚"), ("几个人", "五位以内"), ("事情在哪", "x县")]
    assert set(names(k, case("政府处罚", *facts))) == {"行政复议", "行政诉讼"}


def test_an_office_of_the_place_is_shown_with_what_is_not_known(
    knowledge: Knowledge,
) -> None:
    labour = knowledge.remedies["劳动保障监察投诉"].agencies
    k = with_remedy(
        knowledge, replace(knowledge.remedies["行政诉讼"], agencies=labour, first=())
    )
    facts = [("在走的程序", "没有"), ("几个人", "五位以内"), ("事情在哪", "阳城县")]
    text = card_text(card(k, case("政府处罚", *facts)))
    assert "where_office 县人社局 where_empty" in text
    assert "where_verified 2026年11月24日" in text


def test_an_office_nobody_verified_claims_no_day(knowledge: Knowledge) -> None:
    labour = knowledge.remedies["劳动保障监察投诉"].agencies
    region = knowledge.regions["阳城县"]
    office = replace(region.offices[0], verified_on=None)
    k = with_remedy(
        knowledge, replace(knowledge.remedies["行政诉讼"], agencies=labour, first=())
    )
    k = replace(k, regions={"阳城县": replace(region, offices=(office,))})
    facts = [("在走的程序", "没有"), ("几个人", "五位以内"), ("事情在哪", "阳城县")]
    assert "where_verified" not in card_text(card(k, case("政府处罚", *facts)))


def with_remedy(k: Knowledge, remedy: Remedy) -> Knowledge:
    return replace(k, remedies={**k.remedies, remedy.name: remedy})


def test_a_limit_without_a_source_cites_none(knowledge: Knowledge) -> None:
    limit = replace(knowledge.remedies["上诉"].limits[0], basis=())
    k = with_remedy(knowledge, replace(knowledge.remedies["上诉"], limits=(limit,)))
    assert "day_basis" not in card_text(card(k, received(1)))


def test_a_card_does_not_put_words_into_anyones_mouth(knowledge: Knowledge) -> None:
    said = "why_answers 谁欠的：工地、建筑工程"
    assert said in card_text(card(knowledge, SITE)).splitlines()
    wage = replace(knowledge.matters["拖欠工资"], tells=())
    k = replace(knowledge, matters={**knowledge.matters, "拖欠工资": wage})
    assert said not in card_text(card(k, SITE)).splitlines()


def test_a_card_without_answers_does_not_quote_any(knowledge: Knowledge) -> None:
    k = replace(knowledge, start="路/建议")
    assert "why_answers" not in card_text(card(k, Case()))


def test_a_law_in_doubt_is_marked_and_explained_once(knowledge: Knowledge) -> None:
    facts = [("在走的程序", "行政诉讼"), ("几个人", "五位以内"), ("事情在哪", "x县")]
    text = card_text(card(knowledge, case("政府处罚", *facts)))
    assert "《行政复议法》第29条※" in text
    assert text.count("doubt 行政复议法") == 1


def test_a_law_that_was_replaced_is_never_cited_as_current(
    knowledge: Knowledge,
) -> None:
    text = card_text(
        card(knowledge, case("拖欠工资", ("谁欠的", "公司"), ("有没有欠条", "没写过")))
    )
    assert "《仲裁法》第2条" not in text
    assert text.count("doubt_old 仲裁法") == 1


def test_a_last_day_with_the_window_closed_says_when_to_come(
    knowledge: Knowledge,
) -> None:
    limit = replace(knowledge.remedies["上诉"].limits[0], moves=False)
    k = with_remedy(knowledge, replace(knowledge.remedies["上诉"], limits=(limit,)))
    sunday, monday = card(k, received(10)), card(k, received(9))
    assert "day_rest 2026年11月27日" in card_text(sunday)
    assert "day_rest" not in card_text(monday)


def test_what_is_not_true_of_the_case_is_left_out_of_how_it_goes(
    knowledge: Knowledge,
) -> None:
    how = (
        Note("工地这样办。", (("谁欠的", frozenset({"工地"})),)),
        Note("公司这样办。", (("谁欠的", frozenset({"公司"})),)),
    )
    k = with_remedy(knowledge, replace(knowledge.remedies["劳动保障监察投诉"], how=how))
    text = card_text(card(k, SITE))
    assert "工地这样办。" in text
    assert "公司这样办。" not in text


def test_only_the_day_that_counts_is_named(knowledge: Knowledge) -> None:
    limit = knowledge.remedies["上诉"].limits[0]
    many = replace(limit, starts=("knew", "accident", "received"))
    k = with_remedy(knowledge, replace(knowledge.remedies["上诉"], limits=(many,)))
    unknown = case("不服判决", ("收到判决书的日子", "不清楚"))
    assert "从收到那天起15日" in card_text(card(k, unknown))
    assert "从收到那天起15日" in card_text(card(k, received(1)))


def test_the_day_of_another_remedy_is_named_as_its_own(knowledge: Knowledge) -> None:
    other = Advise("不服判决/上诉", (Advised("转人工"), Advised("上诉")))
    k = replace(knowledge, steps={**knowledge.steps, other.id: other})
    assert card(k, received(1)).head[1].startswith("head_day_other")
    assert "上诉" in card(k, received(1)).head[1]
    assert card(knowledge, received(1)).head[1].startswith("head_day 2026")


def test_the_lapsed_or_unknown_day_of_another_remedy_does_not_frighten(
    knowledge: Knowledge,
) -> None:
    other = Advise("不服判决/上诉", (Advised("转人工"), Advised("上诉")))
    late = Advise("不服判决/晚了", (Advised("转人工"), Advised("上诉")))
    steps = {**knowledge.steps, other.id: other, late.id: late}
    k = replace(knowledge, steps=steps)
    unknown = case("不服判决", ("收到判决书的日子", "不清楚"))
    assert card(k, unknown).head[1] == "head_soon"
    assert card(k, received(40)).head[1] == "head_soon"
