"""Clocks read the facts of a path; another paper's day never starts them."""

from dataclasses import replace

import pytest

from bot.core.citing import cite
from bot.core.facts import Case, Fact, Span
from bot.core.knowledge import (
    KNOWN,
    UNSURE,
    Ask,
    Branch,
    Citation,
    Knowledge,
    Place,
    Question,
    Validity,
)
from bot.core.phrases import say
from bot.core.timing import Known, clocks_of, deadline_of, holds
from bot.core.walking import offered, walk
from tests.core.conftest import DAY

SPAN = Span(DAY, DAY)
PAPER = Question("收到答复的日子", "哪天？", kind="day", event="received")


def two_papers(k: Knowledge) -> Knowledge:
    """Put a paper of the road before the matter that has its own paper."""
    road = Ask("路/收到答复的日子", PAPER.name, (Branch((), "路/进入"),))
    start = Ask("路/想做什么", "想做什么", (Branch((), road.id),))
    steps = {**k.steps, road.id: road, start.id: start}
    return replace(k, steps=steps, questions={**k.questions, PAPER.name: PAPER})


def case(own: object) -> Case:
    facts = (
        ("想做什么", Fact("解决", "told")),
        (PAPER.name, Fact(SPAN, "asked")),
        ("收到判决书的日子", Fact(own, "asked")),  # type: ignore[arg-type]
    )
    return Case("不服判决", facts)


def test_a_paper_of_the_road_starts_no_clock_of_the_matter(
    knowledge: Knowledge,
) -> None:
    k = two_papers(knowledge)
    path = walk(k, case(UNSURE), DAY)
    known = Known(path.facts, path.gathered[0].muted)
    found = deadline_of(k, "上诉期限", known, DAY)
    assert found is not None
    assert found.act_by is None


def test_without_the_mute_the_wrong_paper_would_count(knowledge: Knowledge) -> None:
    k = two_papers(knowledge)
    facts = {PAPER.name: Fact(SPAN, "asked")}
    found = deadline_of(k, "上诉期限", Known(facts), DAY)
    assert found is not None
    assert found.act_by is not None


def test_a_later_paper_of_unknown_day_unseats_an_earlier_one(
    knowledge: Knowledge,
) -> None:
    k = two_papers(knowledge)
    facts = {PAPER.name: Fact(SPAN, "asked"), "收到判决书的日子": Fact(UNSURE, "asked")}
    found = deadline_of(k, "上诉期限", Known(facts), DAY)
    assert found is not None
    assert found.act_by is None


def test_a_known_day_reads_known_and_a_fact_nobody_asked_unsure(
    knowledge: Knowledge,
) -> None:
    known = Known({"收到判决书的日子": Fact(SPAN, "asked")})
    when = (("收到判决书的日子", frozenset({KNOWN})), ("谁欠的", frozenset({UNSURE})))
    assert holds(knowledge, when, known, DAY)


def test_a_clock_without_a_limit_that_applies_reads_unsure(
    knowledge: Knowledge,
) -> None:
    limit = replace(
        knowledge.remedies["上诉"].limits[0], when=(("谁欠的", frozenset({"工地"})),)
    )
    appeal = replace(knowledge.remedies["上诉"], limits=(limit,))
    k = replace(knowledge, remedies={**knowledge.remedies, "上诉": appeal})
    assert holds(k, (("上诉期限", frozenset({UNSURE})),), Known({}), DAY)


@pytest.mark.parametrize(
    ("name", "clocks"),
    [
        ("上诉", ("上诉期限",)),
        ("上诉期限", ("上诉期限",)),
        ("转人工", ()),
        ("火星", ()),
    ],
)
def test_clocks_are_found_by_remedy_or_by_name(
    knowledge: Knowledge, name: str, clocks: tuple[str, ...]
) -> None:
    assert clocks_of(knowledge, name) == clocks


def test_an_unknown_law_is_cited_by_its_name_alone(knowledge: Knowledge) -> None:
    basis = (Citation("没有的法", "120-1"), Citation("行政复议法", "1", ".2.9"))
    assert (
        cite(knowledge, basis)
        == "《没有的法》第120条之一；《行政复议法》第1条第2款第9项※"
    )


def test_a_law_amended_elsewhere_is_cited_without_doubt(knowledge: Knowledge) -> None:
    law = replace(knowledge.laws["行政复议法"], currency="amended", changed=("9",))
    k = replace(knowledge, laws={"行政复议法": law})
    assert "※" not in cite(k, (Citation("行政复议法", "1"),))
    assert "※" in cite(k, (Citation("行政复议法", "9"),))


def test_a_phrase_fills_its_blanks(knowledge: Knowledge) -> None:
    k = replace(knowledge, phrases={"hello": "{who}好"})
    assert (say(k, "hello", who="您"), say(k, "bye", who="您")) == ("您好", "bye 您")


def test_places_and_citations_read_as_staff_write_them() -> None:
    assert str(Place("a.yaml", 3, 5)) == "a.yaml:3:5"
    assert str(Citation("行诉解释", "1", ".2.9")) == "行诉解释 1.2.9"


def test_validity_is_bounded_on_both_sides() -> None:
    valid = Validity(DAY, DAY)
    assert valid.holds(DAY)
    assert not valid.holds(DAY.replace(day=23))
    assert not valid.holds(DAY.replace(day=25))


def test_a_fact_of_the_wrong_kind_is_asked_again(knowledge: Knowledge) -> None:
    question = knowledge.questions["谁欠的"]
    assert not offered(question, None)
    case_ = Case(
        "拖欠工资",
        (("想做什么", Fact("解决", "told")), ("谁欠的", Fact(SPAN, "asked"))),
    )
    assert walk(knowledge, case_, DAY).here == knowledge.steps["拖欠工资/谁欠的"]


def test_a_question_met_twice_is_passed_the_second_time(knowledge: Knowledge) -> None:
    again = Ask("拖欠工资/再问", "谁欠的", (Branch((), "拖欠工资/工地"),))
    first = Ask("拖欠工资/谁欠的", "谁欠的", (Branch((), again.id),))
    k = replace(knowledge, steps={**knowledge.steps, first.id: first, again.id: again})
    facts = (("想做什么", Fact("解决", "told")), ("谁欠的", Fact("工地", "asked")))
    assert walk(k, Case("拖欠工资", facts), DAY).here is None


def test_a_branch_only_step_asks_nothing(knowledge: Knowledge) -> None:
    only = Ask("拖欠工资/谁欠的", "", (Branch((), "拖欠工资/工地"),))
    k = replace(knowledge, steps={**knowledge.steps, only.id: only})
    path = walk(k, Case("拖欠工资", (("想做什么", Fact("解决", "told")),)), DAY)
    assert path.asked == (("想做什么", "路/想做什么"),)
