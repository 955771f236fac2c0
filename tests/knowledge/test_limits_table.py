import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pytest

from bot.core.knowledge import UNSURE, Knowledge, Length, Limit, Remedy, When
from bot.reading import knowledge_folder, load

HERE = Path(__file__).parent
FACTS = HERE.parents[2] / "shared" / "domain" / "legal-facts.json"
SAID, ABSENT = "=", "-"
LEAST_REASON = 10
"""A reason for an absence has at least so many characters."""


@dataclass(frozen=True, slots=True)
class Row:
    fact: str
    remedy: str
    clock: str
    who: str
    words: str


@dataclass(frozen=True, slots=True)
class Period:
    """One period of route-map.md §1.2 D6, as corrections.md has it."""

    remedy: str
    clock: str
    words: str
    start: str
    facts: Mapping[str, str]
    who: str = "您"


@cache
def rows() -> tuple[Row, ...]:
    text = (HERE / "deadline_facts.tsv").read_text("utf-8")
    return tuple(Row(*line.split("\t")) for line in text.splitlines())


@cache
def knowledge() -> Knowledge:
    loaded = load(knowledge_folder())
    assert loaded.knowledge is not None, loaded.problems
    return loaded.knowledge


def length_words(length: Length) -> str:
    return f"{length.amount}{length.unit}"


def limit_words(limit: Limit) -> str:
    if limit.cap is None:
        return length_words(limit.length)
    return f"{length_words(limit.length)} 最长{length_words(limit.cap.length)}"


def texts_of(remedy: Remedy) -> str:
    notes = (*remedy.how, *remedy.duration, *remedy.fee)
    said = [note.text for note in notes] + [one.note for one in remedy.limits]
    return "\n".join((*said, remedy.no_limit))


def missing(remedies: Mapping[str, Remedy], row: Row) -> str:
    """Say what a row asks for and the remedies do not hold; empty when all is there."""
    remedy = remedies.get(row.remedy)
    if remedy is None:
        return f"{row.fact}: 没有途径 {row.remedy}"
    if row.clock == SAID:
        return "" if row.words in texts_of(remedy) else f"{row.fact}: 没写 {row.words}"
    found = [
        limit_words(one)
        for one in remedy.limits
        if one.clock == row.clock and one.who == row.who and one.basis
    ]
    return "" if row.words in found else f"{row.fact}: {row.clock} 只有 {found}"


def met(when: When, facts: Mapping[str, str]) -> bool:
    return all(facts.get(name, UNSURE) in allowed for name, allowed in when)


def chosen(period: Period) -> Limit:
    """Return the limit that the facts choose, as the talk would."""
    limits = knowledge().remedies[period.remedy].limits
    ours = (one for one in limits if one.clock == period.clock)
    return next(one for one in ours if met(one.when, period.facts))


PERIODS = (
    Period("行政复议", "行政复议期限", "60日", "knew", {"告知救济": "写了"}),
    Period("行政复议", "行政复议期限", "60日 最长1年", "knew", {"告知救济": "没写"}),
    # A14: not knowing whether the right was told, over only after the year
    Period("行政复议", "行政复议期限", "60日 最长1年", "knew", {}),
    # A1: the duty period's end; the latest end stays open for a year
    Period(
        "行政复议",
        "行政复议期限",
        "60日 最长1年",
        "period_ended",
        {"书面要求过没有": "要求过"},
    ),
    Period(
        "行政复议",
        "行政复议期限",
        "60日 最长1年",
        "period_ended",
        {"前置情形": "不履行职责"},
    ),
    # A7: a petition reply that refuses a statutory duty keeps this clock
    Period(
        "行政复议",
        "行政复议期限",
        "60日 最长1年",
        "收到处理意见书的日子",
        {"要的是法定职责吗": "是"},
    ),
    # D7: act within 30 days, by reconsideration first
    Period(
        "行政复议",
        "行政复议期限",
        "30日 最长60日",
        "received",
        {"前置情形": "自然资源权属", "告知救济": "写了"},
    ),
    Period(
        "行政复议",
        "行政复议最长期限",
        "20年",
        "decision_made",
        {"前置情形": "自然资源权属"},
    ),
    Period("行政复议", "行政复议最长期限", "5年", "decision_made", {}),
    Period("行政诉讼", "行政诉讼期限", "6月", "knew", {"告知救济": "写了"}),
    Period("行政诉讼", "行政诉讼期限", "6月 最长1年", "knew", {}),
    Period("行政诉讼", "行政诉讼期限", "6月 最长1年", "knew", {"告知救济": "没写"}),
    Period(
        "行政诉讼",
        "行政诉讼期限",
        "15日",
        "收到复议决定的日子",
        {"复议怎么定的": "维持或改变", "告知救济": "写了"},
    ),
    # A15: a decision on reconsideration silent about suing
    Period(
        "行政诉讼",
        "行政诉讼期限",
        "15日 最长1年",
        "收到复议决定的日子",
        {"复议怎么定的": "维持或改变", "告知救济": "没写"},
    ),
    Period(
        "行政诉讼",
        "行政诉讼期限",
        "15日",
        "period_ended",
        {"复议怎么定的": "没答复"},
    ),
    Period(
        "行政诉讼",
        "行政诉讼期限",
        "30日",
        "received",
        {"前置情形": "自然资源权属"},
    ),
    Period("行政诉讼", "行政诉讼期限", "15日", "received", {"前置情形": "占地拆除"}),
    Period(
        "上诉",
        "上诉期限",
        "15日",
        "收到判决书的日子",
        {"官司种类": "民事", "判决还是裁定": "判决"},
    ),
    Period(
        "上诉",
        "上诉期限",
        "10日",
        "收到裁定书的日子",
        {"官司种类": "行政", "判决还是裁定": "裁定"},
    ),
    # A5: the accused
    Period(
        "上诉",
        "上诉期限",
        "10日",
        "收到判决书的日子",
        {"官司种类": "刑事", "判决还是裁定": "判决"},
    ),
    Period(
        "上诉",
        "上诉期限",
        "5日",
        "收到裁定书的日子",
        {"官司种类": "刑事", "判决还是裁定": "裁定"},
    ),
    # A14: not knowing which, act by the shortest, say over only after the longest
    Period("上诉", "上诉期限", "5日 最长15日", "收到判决书的日子", {}),
    # A5: the victim
    Period("请求抗诉", "请求抗诉期限", "5日", "收到判决书的日子", {}),
    Period("申请再审", "申请再审期限", "6月 最长6月", "effective", {}),
    Period("申请强制执行", "申请强制执行期限", "2年", "履行期满的日子", {}),
    # A16: ten days from the ruling; the fifteen are the court's
    Period("执行异议", "执行复议期限", "10日", "收到裁定书的日子", {}),
    Period("民事诉讼", "民事诉讼期限", "3年", "knew", {}),
    Period(
        "民事诉讼",
        "民事诉讼期限",
        "15日",
        "收到仲裁裁决书的日子",
        {"裁决是哪一种": "一般裁决"},
    ),
    Period("民事诉讼", "民事诉讼期限", "1年", "knew", {"谁定的": "集体组织"}),
    Period("劳动人事争议仲裁", "劳动人事争议仲裁期限", "1年", "knew", {}),
    Period(
        "劳动人事争议仲裁",
        "劳动人事争议仲裁期限",
        "1年",
        "left_job",
        {"还在那里上班吗": "离开了"},
    ),
    Period(
        "劳动人事争议仲裁",
        "劳动人事争议仲裁期限",
        "1年",
        "left_job",
        {"还在那里上班吗": "还在", "谁欠的": "公司"},
    ),
    Period("劳动保障监察投诉", "劳动保障监察投诉期限", "2年 最长2年", "knew", {}),
    Period("工伤认定", "工伤认定期限", "1年 最长1年", "accident", {}),
    Period("工伤认定", "单位申报工伤期", "30日", "accident", {}, "单位"),
    Period("劳动能力鉴定", "劳动能力鉴定期限", "15日", "收到鉴定结论的日子", {}),
    Period("农村土地承包仲裁", "农村土地承包仲裁期限", "2年 最长2年", "knew", {}),
    Period(
        "农村土地承包仲裁",
        "承包裁决起诉期限",
        "30日",
        "收到仲裁裁决书的日子",
        {},
    ),
    Period("不立案复议", "不立案复议期限", "7日", "收到不予立案通知的日子", {}),
    Period("不立案复核", "不立案复核期限", "7日", "收到复议决定的日子", {}),
    Period("不起诉申诉", "不起诉申诉期限", "7日", "收到不起诉决定的日子", {}),
    # A2: working days
    Period(
        "交通事故认定复核",
        "交通事故认定复核期限",
        "3工作日",
        "收到事故认定书的日子",
        {},
    ),
    Period("国家赔偿", "国家赔偿期限", "2年 最长2年", "knew", {}),
    # A3: from the day the decision was made, or from the end of the period
    Period(
        "国家赔偿",
        "国家赔偿期限",
        "30日",
        "decision_made",
        {"赔偿走到哪一步": "不服决定", "赔偿义务机关是谁": "法院"},
    ),
    Period(
        "国家赔偿",
        "国家赔偿期限",
        "30日 最长3月",
        "period_ended",
        {"赔偿走到哪一步": "没答复", "赔偿义务机关是谁": "公安检察"},
    ),
    Period("行政赔偿诉讼", "行政赔偿诉讼期限", "3月", "decision_made", {}),
    Period("信访复查", "信访复查期限", "30日", "收到处理意见书的日子", {}),
    Period("信访复核", "信访复核期限", "30日", "收到复查意见的日子", {}),
    Period("司法确认", "司法确认期限", "30日", "effective", {}),
    # A9: performance by the civil period; duress and fraud may be revoked
    Period("行政协议诉讼", "行政协议诉讼期限", "3年", "knew", {}),
    Period("撤销行政协议", "撤销行政协议期限", "90日 最长1年", "knew", {}),
    # A10: three months once urged, else a year
    Period("解除购房合同", "解除购房合同期限", "3月 最长1年", "knew", {}),
    Period("信访等待查询", "信访登记转送期", "15日", "submitted", {}, "部门"),
    Period(
        "信访等待查询",
        "信访告知期",
        "15日",
        "submitted",
        {"交给了谁": "主管部门"},
        "部门",
    ),
    Period("信访等待查询", "信访告知期", "30日", "submitted", {}, "部门"),
    Period("信访等待查询", "信访办理期", "60日", "收到受理告知的日子", {}, "部门"),
)


@pytest.mark.parametrize("period", PERIODS, ids=lambda p: f"{p.clock}-{p.words}")
def test_each_period_of_the_route_map_is_a_limit(period: Period) -> None:
    limit = chosen(period)
    assert limit_words(limit) == period.words
    assert limit.who == period.who
    assert period.start in limit.starts


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row.fact}-{row.words}")
def test_each_deadline_fact_is_held_or_its_absence_explained(row: Row) -> None:
    if row.remedy == ABSENT:
        assert len(row.words) >= LEAST_REASON
        assert row.clock == row.who == ABSENT
    else:
        assert missing(knowledge().remedies, row) == ""


def deadline_ids() -> frozenset[str]:
    if not FACTS.is_file() and os.environ.get("WENLU_NO_SHARED"):
        pytest.skip("the facts are not at hand, and that is said")
    facts = json.loads(FACTS.read_text("utf-8"))
    return frozenset(one["id"] for one in facts if one["kind"] == "deadline")


def test_no_deadline_fact_is_missing_from_the_table() -> None:
    assert deadline_ids() == {row.fact for row in rows()}


def citizens_limits() -> Iterator[Limit]:
    for remedy in knowledge().remedies.values():
        yield from (one for one in remedy.limits if one.who == "您")


def test_no_citizens_limit_starts_without_a_real_event() -> None:
    assert all(one.starts and "today" not in one.starts for one in citizens_limits())


def test_inaction_is_never_given_two_or_six_months() -> None:
    suit = knowledge().remedies["行政诉讼"]
    put_first = [one.when for one in suit.first if one.remedy == "行政复议"]
    for facts in ({"前置情形": "不履行职责"}, {"书面要求过没有": "要求过"}):
        assert any(met(when, facts) for when in put_first)
    assert all(one.length != Length(2, "月") for one in suit.limits)


def test_a_table_row_notices_a_limit_of_another_length() -> None:
    row = next(one for one in rows() if one.fact == "jt-review3")
    remedy = knowledge().remedies[row.remedy]
    limits = tuple(replace(one, length=Length(3, "日")) for one in remedy.limits)
    spoilt = {row.remedy: replace(remedy, limits=limits)}
    assert "3日" in missing(spoilt, row)


def test_a_table_row_notices_words_that_were_taken_away() -> None:
    row = next(one for one in rows() if one.fact == "fy-60dec")
    remedy = replace(knowledge().remedies[row.remedy], duration=())
    assert missing({row.remedy: remedy}, row) == "fy-60dec: 没写 60日内作决定"


def test_a_table_row_notices_a_remedy_that_is_gone() -> None:
    assert missing({}, rows()[0]) == "xf-register15: 没有途径 信访等待查询"


def test_the_table_of_facts_would_notice_a_fact_left_out() -> None:
    kept = {row.fact for row in rows()} - {"xf-review"}
    assert deadline_ids() - kept == {"xf-review"}
