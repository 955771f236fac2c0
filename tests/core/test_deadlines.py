"""Test each kind of time limit by a worked example that names its article."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.core.deadlines import deadline
from bot.core.facts import Span
from bot.core.law import Cap, Length, Limit, Unit, Year

TODAY = date(2026, 11, 24)


def span(first: str, last: str = "") -> Span:
    return Span(date.fromisoformat(first), date.fromisoformat(last or first))


def days(*rows: str) -> frozenset[date]:
    spans = [span(*row.split("..")) for row in rows]
    return frozenset(
        one.first + timedelta(days=n)
        for one in spans
        for n in range((one.last - one.first).days + 1)
    )


# From the notices of the State Council's office, as far as the examples need them.
YEARS = {
    2025: Year(2025, days("2025-10-01..2025-10-08"), days("2025-09-28", "2025-10-11")),
    2026: Year(
        2026,
        days("2026-02-15..2026-02-23", "2026-06-19..2026-06-21")
        | days("2026-09-25..2026-09-27", "2026-10-01..2026-10-07"),
        days("2026-02-14", "2026-02-28", "2026-09-20", "2026-10-10"),
    ),
}


def limit(
    amount: int, unit: Unit, *starts: str, moves: bool | None = True, who: str = "您"
) -> Limit:
    return Limit("钟", who, Length(amount, unit), starts or ("received",), moves=moves)


def capped(one: Limit, amount: int, unit: Unit, *starts: str) -> Limit:
    return replace(one, cap=Cap(Length(amount, unit), starts or one.starts))


EXAMPLES = {
    "信访工作条例35-复查30日-条文未写": (
        limit(30, "日", moves=None),
        {"received": span("2026-08-05")},
        ("2026-09-03", "2026-09-04"),
    ),
    "信访工作条例36-复核30日-末日在国庆": (
        limit(30, "日", moves=None),
        {"received": span("2026-09-01")},
        ("2026-09-30", "2026-10-08"),
    ),
    "信访工作条例34-部门60日办结": (
        limit(60, "日", "收到受理告知的日子", moves=None, who="部门"),
        {"收到受理告知的日子": span("2026-08-05")},
        ("2026-10-04", "2026-10-08"),
    ),
    "行政复议法20-60日顺延过国庆": (
        limit(60, "日", "received", "knew"),
        {"received": span("2026-08-05")},
        ("2026-10-08", "2026-10-08"),
    ),
    "行政复议法20-没告知最长1年": (
        capped(limit(60, "日", "received", "knew"), 1, "年"),
        {"knew": span("2026-08-05")},
        ("2026-10-08", "2027-08-05"),
    ),
    "A1-行政复议法23-不履职从期满起60日": (
        limit(60, "日", "period_ended"),
        {"submitted": span("2026-05-02"), "period_ended": span("2026-07-01")},
        ("2026-08-31", "2026-08-31"),
    ),
    "A1-行诉法45-复议之后15日": (
        limit(15, "日", "received", "period_ended"),
        {"received": span("2026-11-02")},
        ("2026-11-17", "2026-11-17"),
    ),
    "A2-交通事故处理程序规定71-3个工作日过国庆": (
        limit(3, "工作日"),
        {"received": span("2026-09-29")},
        ("2026-10-09", "2026-10-09"),
    ),
    "A2-交通事故处理程序规定112-调休周六也算": (
        limit(3, "工作日", moves=None),
        {"received": span("2026-10-08")},
        ("2026-10-12", "2026-10-12"),
    ),
    "A3-国家赔偿法14-从作出决定起3个月": (
        limit(3, "月", "decision_made", "period_ended"),
        {"received": span("2026-09-10"), "decision_made": span("2026-08-20")},
        ("2026-11-20", "2026-11-20"),
    ),
    "A3-国家赔偿法24-没答复从期满起30日": (
        limit(30, "日", "decision_made", "period_ended"),
        {"period_ended": span("2026-08-20")},
        ("2026-09-20", "2026-09-20"),
    ),
    "A4-行诉法46-强拆先看6个月-月末对应日": (
        limit(6, "月", "knew"),
        {"knew": span("2025-08-31")},
        ("2026-02-28", "2026-02-28"),
    ),
    "A4-行政赔偿规定13-确认违法之后2年": (
        limit(2, "年", "announced"),
        {"announced": span("2024-09-26")},
        ("2026-09-28", "2026-09-28"),
    ),
    "行诉法46-6个月-没录入的年份": (
        limit(6, "月", "knew"),
        {"knew": span("2026-08-31")},
        ("2027-02-28", "2027-03-01"),
    ),
    "A5-刑诉法229-请求抗诉5日": (
        limit(5, "日"),
        {"received": span("2026-09-28")},
        ("2026-10-08", "2026-10-08"),
    ),
    "A9-行政协议规定25-履行3年": (
        limit(3, "年", "period_ended"),
        {"period_ended": span("2023-10-10")},
        ("2026-10-10", "2026-10-10"),
    ),
    "A10-商品房解释11-催告后3个月": (
        limit(3, "月", "claimed"),
        {"claimed": span("2026-08-24"), "knew": span("2026-01-05")},
        ("2026-11-24", "2026-11-24"),
    ),
    "A10-民法典199-没催告1年": (
        limit(1, "年", "knew"),
        {"knew": span("2025-10-01")},
        ("2026-10-08", "2026-10-08"),
    ),
    "A14-只知道在哪几天之间": (
        limit(15, "日"),
        {"received": span("2026-10-20", "2026-10-30")},
        ("2026-11-04", "2026-11-16"),
    ),
    "A15-行诉解释64-复议决定没写起诉期限": (
        capped(limit(15, "日"), 1, "年"),
        {"received": span("2026-06-05")},
        ("2026-06-22", "2027-06-14"),
    ),
    "A15-行诉法48-障碍消除后10日": (
        limit(10, "日", "障碍消除的日子"),
        {"障碍消除的日子": span("2026-09-16")},
        ("2026-09-28", "2026-09-28"),
    ),
    "民诉法171-判决15日": (
        limit(15, "日"),
        {"received": span("2026-09-18")},
        ("2026-10-08", "2026-10-08"),
    ),
    "民诉法171-裁定10日": (
        limit(10, "日"),
        {"received": span("2026-09-18")},
        ("2026-09-28", "2026-09-28"),
    ),
    "劳动争议调解仲裁法27-离职后1年": (
        limit(1, "年", "left_job"),
        {"knew": span("2024-03-01"), "left_job": span("2025-10-04")},
        ("2026-10-08", "2026-10-08"),
    ),
    "工伤保险条例17-1年-条文未写": (
        limit(1, "年", "accident", moves=None),
        {"accident": span("2025-10-01")},
        ("2026-09-30", "2026-10-08"),
    ),
    "民诉法250-申请执行2年": (
        limit(2, "年", "period_ended"),
        {"period_ended": span("2024-11-24")},
        ("2026-11-24", "2026-11-24"),
    ),
    "民法典188-3年": (
        limit(3, "年", "knew"),
        {"knew": span("2023-10-02")},
        ("2026-10-08", "2026-10-08"),
    ),
    "民法典202-闰日没有对应日": (
        limit(1, "年", "knew"),
        {"knew": span("2024-02-29")},
        ("2025-02-28", "2025-02-28"),
    ),
    "民法典201-24小时当天就办": (
        limit(24, "小时", moves=False),
        {"received": span("2026-08-05")},
        ("2026-08-05", "2026-08-06"),
    ),
    "刑诉法105-48小时遇国庆": (
        limit(48, "小时"),
        {"received": span("2026-09-30")},
        ("2026-10-01", "2026-10-08"),
    ),
    "明文不顺延": (
        limit(30, "日", moves=False),
        {"received": span("2026-09-01")},
        ("2026-10-01", "2026-10-01"),
    ),
    "条文未写也不早于第二天": (
        limit(3, "日", moves=None),
        {"received": span("2026-10-02")},
        ("2026-10-03", "2026-10-08"),
    ),
    "工作日-没录入的年份": (
        limit(3, "工作日"),
        {"received": span("2027-09-30")},
        ("2027-10-06", "2027-10-13"),
    ),
}


def wrong_examples(
    broken: Callable[[Limit], Limit] = lambda one: one,
    years: dict[int, Year] = YEARS,
) -> set[str]:
    wrong = set()
    for name, (one, known, ends) in EXAMPLES.items():
        found = deadline(broken(one), known, years, TODAY)
        if (str(found.act_by), str(found.surely_over)) != ends:
            wrong.add(name)
    return wrong


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_two_days_are_those_of_the_worked_example(name: str) -> None:
    one, known, ends = EXAMPLES[name]
    found = deadline(one, known, YEARS, TODAY)
    assert (str(found.act_by), str(found.surely_over)) == ends


@pytest.mark.parametrize(
    ("broken", "red"),
    [
        pytest.param(
            lambda one: replace(one, length=Length(one.length.amount, "日")),
            "A2-交通事故处理程序规定71-3个工作日过国庆",
            id="把工作日当日历日",
        ),
        pytest.param(
            lambda one: replace(one, moves=False),
            "行政复议法20-60日顺延过国庆",
            id="不顺延",
        ),
        pytest.param(
            lambda one: replace(one, moves=True),
            "信访工作条例35-复查30日-条文未写",
            id="条文未写也当顺延",
        ),
        pytest.param(
            lambda one: replace(one, cap=None),
            "行政复议法20-没告知最长1年",
            id="忘了没告知的1年",
        ),
        pytest.param(
            lambda one: replace(one, starts=("received", *one.starts)),
            "A3-国家赔偿法14-从作出决定起3个月",
            id="一律从收到起算",
        ),
        pytest.param(
            lambda one: replace(one, who="您"),
            "信访工作条例34-部门60日办结",
            id="部门的期限也提早一天",
        ),
    ],
)
def test_a_rule_left_out_turns_the_examples_red(
    broken: Callable[[Limit], Limit], red: str
) -> None:
    assert red in wrong_examples(broken)


def test_make_up_days_left_out_turn_the_examples_red() -> None:
    years = {n: replace(year, works=frozenset()) for n, year in YEARS.items()}
    assert wrong_examples(years=years) >= {"A2-交通事故处理程序规定112-调休周六也算"}


def test_rests_left_out_turn_the_examples_red() -> None:
    years = {n: replace(year, rests=frozenset()) for n, year in YEARS.items()}
    assert wrong_examples(years=years) >= {"民诉法171-判决15日", "民法典188-3年"}
