"""Test what holds for every time limit: status, interruption, choice, words."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import get_args

import chinese_calendar  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.deadlines import clock_value, deadline, remedy_deadline
from bot.core.facts import Span
from bot.core.knowledge import Remedy
from bot.core.law import Cap, Citation, Length, Limit, Unit, Validity, When, Year

YEARS = {2026: Year(2026, frozenset({date(2026, 10, 1)}), frozenset())}
TODAY = date(2026, 11, 24)


def on(first: date, last: date | None = None) -> Span:
    return Span(first, last or first)


THREE_YEARS = Limit(
    "诉讼时效",
    "您",
    Length(3, "年"),
    ("knew",),
    interrupted=("claimed", "promised"),
    post_counts=True,
    moves=True,
    basis=(Citation("民法典", "188"),),
)
SIXTY_DAYS = replace(
    THREE_YEARS, length=Length(60, "日"), starts=("received",), interrupted=()
)
KNEW = on(date(2020, 3, 2))


@pytest.mark.parametrize(
    ("today", "status", "value"),
    [
        (date(2026, 9, 14), "open", "未到"),
        (date(2026, 9, 15), "unknown", "不清楚"),
        (date(2026, 9, 24), "unknown", "不清楚"),
        (date(2026, 9, 25), "expired", "已过"),
    ],
)
def test_a_limit_is_open_then_unsure_then_expired(
    today: date, status: str, value: str
) -> None:
    days = {"received": on(date(2026, 7, 16), date(2026, 7, 26))}
    found = deadline(SIXTY_DAYS, days, YEARS, today)
    assert (found.status, clock_value(found)) == (status, value)


@pytest.mark.parametrize(
    "days",
    [
        pytest.param({}, id="没有日子"),
        pytest.param({"knew": on(date(2026, 7, 16))}, id="别的日子"),
        pytest.param({"received": on(date(9999, 12, 31))}, id="写错的年份"),
        pytest.param({"received": on(date(1, 1, 1), date(2026, 1, 1))}, id="太早"),
    ],
)
def test_an_unknown_start_leaves_both_days_unknown(days: dict[str, Span]) -> None:
    found = deadline(SIXTY_DAYS, days, YEARS, TODAY)
    assert (found.act_by, found.surely_over, found.status) == (None, None, "unknown")
    assert found.because[0] == "不知道“收到”是哪一天，算不出60日到哪天。"


def test_the_first_known_event_is_counted_from_and_named() -> None:
    limit = replace(SIXTY_DAYS, starts=("decision_made", "received", "knew"))
    days = {"knew": on(date(2026, 1, 5)), "received": on(date(2026, 7, 16))}
    found = deadline(limit, days, YEARS, TODAY)
    assert (found.start, found.act_by) == ("received", date(2026, 9, 14))
    assert (found.clock, found.who, found.basis) == ("诉讼时效", "您", limit.basis)


@pytest.mark.parametrize(
    ("days", "act_by", "surely_over"),
    [
        pytest.param({}, "2023-03-02", "None", id="不知道有没有催要"),
        pytest.param(
            {"claimed": on(date(2022, 5, 20))},
            "2025-05-20",
            "2025-05-20",
            id="期内催要",
        ),
        pytest.param(
            {"claimed": on(date(2022, 5, 20), date(2022, 7, 4))},
            "2025-05-20",
            "2025-07-04",
            id="期内催要但日子不准",
        ),
        pytest.param(
            {"claimed": on(date(2019, 5, 6))}, "2023-03-02", "2023-03-02", id="起算以前"
        ),
        pytest.param(
            {"claimed": on(date(2023, 6, 1))}, "2023-03-02", "2026-06-01", id="过期以后"
        ),
        pytest.param(
            {"claimed": on(date(2022, 5, 4)), "promised": on(date(2024, 7, 1))},
            "2027-07-01",
            "2027-07-01",
            id="一次接一次",
        ),
        pytest.param(
            {"claimed": on(date(2023, 2, 1), date(2023, 4, 20))},
            "2023-03-02",
            "2026-04-20",
            id="可能在期内也可能过期",
        ),
    ],
)
def test_an_interruption_starts_the_count_anew(
    days: dict[str, Span], act_by: str, surely_over: str
) -> None:
    found = deadline(THREE_YEARS, {"knew": KNEW, **days}, {}, TODAY)
    assert (str(found.act_by), str(found.surely_over)) == (act_by, surely_over)


def test_what_may_have_been_interrupted_is_never_called_expired() -> None:
    late = date(2040, 1, 1)
    assert deadline(THREE_YEARS, {"knew": KNEW}, {}, late).status == "unknown"
    without = replace(THREE_YEARS, interrupted=())
    assert deadline(without, {"knew": KNEW}, {}, late).status == "expired"


def test_a_cap_without_its_day_leaves_the_end_open() -> None:
    limit = replace(SIXTY_DAYS, cap=Cap(Length(1, "年"), ("knew",)))
    found = deadline(limit, {"received": on(date(2026, 7, 16))}, YEARS, TODAY)
    assert (found.act_by, found.surely_over) == (date(2026, 9, 14), None)
    assert "最长的算法是1年，从哪天算还不知道。" in found.because


def test_a_cap_that_ends_first_is_what_to_act_by() -> None:
    limit = replace(
        THREE_YEARS, interrupted=(), cap=Cap(Length(5, "年"), ("accident",))
    )
    days = {"knew": KNEW, "accident": on(date(2017, 3, 6))}
    found = deadline(limit, days, {}, TODAY)
    assert (found.act_by, found.surely_over) == (date(2022, 3, 6), date(2023, 3, 2))


def test_a_cap_closes_nothing_that_an_interruption_left_open() -> None:
    limit = replace(THREE_YEARS, cap=Cap(Length(20, "年"), ("knew",)))
    assert deadline(limit, {"knew": KNEW}, {}, TODAY).surely_over is None


OLD = replace(SIXTY_DAYS, valid=Validity(None, date(2023, 12, 31)))
NEW = replace(SIXTY_DAYS, length=Length(90, "日"), valid=Validity(date(2024, 1, 1)))
TOLD = replace(NEW, when=(("告知救济", frozenset({"没写"})),), length=Length(1, "年"))
OTHER = replace(SIXTY_DAYS, clock="答复期", length=Length(7, "日"))
REMEDY = Remedy("复议", "RECON", "复议", limits=(OTHER, OLD, TOLD, NEW))


def never(when: When) -> bool:
    return not when


@pytest.mark.parametrize(
    ("clock", "start", "holds", "act_by"),
    [
        pytest.param("诉讼时效", date(2023, 5, 8), never, "2023-07-07", id="旧法"),
        pytest.param("诉讼时效", date(2026, 6, 1), never, "2026-08-30", id="新法"),
        pytest.param("诉讼时效", date(2026, 6, 1), bool, "2027-06-01", id="条件成立"),
        pytest.param("答复期", date(2026, 6, 1), never, "2026-06-08", id="另一个期限"),
    ],
)
def test_the_first_limit_that_holds_and_is_valid_counts(
    clock: str, start: date, holds: Callable[[When], bool], act_by: str
) -> None:
    years: dict[int, Year] = {}
    found = remedy_deadline(
        REMEDY, clock, {"received": on(start)}, holds, (years, TODAY)
    )
    assert found is not None
    assert str(found.act_by) == act_by


def test_a_span_over_a_change_of_law_counts_by_its_last_day() -> None:
    days = {"received": on(date(2005, 1, 1), date(2026, 6, 1))}
    found = remedy_deadline(REMEDY, "诉讼时效", days, never, ({}, TODAY))
    assert found is not None
    assert found.surely_over == date(2026, 8, 31)


def test_while_the_start_is_unknown_todays_rule_is_named() -> None:
    found = remedy_deadline(REMEDY, "诉讼时效", {}, never, ({}, TODAY))
    assert found is not None
    assert "90日" in found.because[0]


def test_no_limit_that_holds_is_no_deadline() -> None:
    remedy = replace(REMEDY, limits=(TOLD,))
    assert remedy_deadline(remedy, "诉讼时效", {}, never, ({}, TODAY)) is None


def because(limit: Limit, day: date, years: dict[int, Year] = YEARS) -> str:
    return "".join(deadline(limit, {"received": on(day)}, years, TODAY).because)


@pytest.mark.parametrize(
    ("limit", "day", "said"),
    [
        (SIXTY_DAYS, "2026-07-16", "2026年7月16日“收到”。当天不算，从第二天起算60日。"),
        (SIXTY_DAYS, "2026-07-16", "数到2026年9月14日。"),
        (SIXTY_DAYS, "2026-08-02", "最后一天2026年10月1日放假，顺延到2026年10月2日。"),
        (replace(SIXTY_DAYS, moves=None), "2026-07-16", "条文没写放假能不能顺延"),
        (replace(SIXTY_DAYS, moves=False), "2026-08-02", "数到2026年10月1日。"),
        (SIXTY_DAYS, "2026-12-15", "2027年的放假安排还没有录入"),
        (replace(SIXTY_DAYS, moves=None), "2026-12-15", "2027年的放假安排还没有录入"),
        (replace(SIXTY_DAYS, length=Length(3, "工作日")), "2026-12-29", "2027年的放假"),
        (replace(SIXTY_DAYS, length=Length(24, "小时")), "2026-07-16", "请当天就办"),
        (replace(SIXTY_DAYS, length=Length(3, "工作日")), "2026-07-16", "只数工作日"),
        (replace(SIXTY_DAYS, length=Length(6, "月")), "2026-07-16", "起算6个月。"),
        (SIXTY_DAYS, "2026-07-16", "寄出那天（邮戳）算"),
        (replace(SIXTY_DAYS, post_counts=None), "2026-07-16", "最好当面交；要寄就提早"),
        (replace(SIXTY_DAYS, post_counts=False), "2026-07-16", "要在到期前送到才算"),
    ],
)
def test_the_reasons_are_said_in_plain_words(limit: Limit, day: str, said: str) -> None:
    assert said in because(limit, date.fromisoformat(day))


@pytest.mark.parametrize(
    ("limit", "day", "unsaid"),
    [
        (SIXTY_DAYS, "2026-07-16", "还没有录入"),
        (replace(SIXTY_DAYS, who="部门"), "2026-07-16", "寄"),
        (replace(SIXTY_DAYS, who="部门", moves=None), "2026-07-16", "提前"),
    ],
)
def test_what_does_not_matter_is_not_said(limit: Limit, day: str, unsaid: str) -> None:
    assert unsaid not in because(limit, date.fromisoformat(day))


def test_questions_and_spans_are_named_as_people_say_them() -> None:
    limit = replace(SIXTY_DAYS, starts=("收到判决书的日子",))
    days = {"收到判决书的日子": on(date(2025, 12, 30), date(2026, 1, 2))}
    said = deadline(limit, days, YEARS, TODAY).because[0]
    assert said.startswith("2025年12月30日至2026年1月2日之间“收到判决书”。")
    days = {"收到判决书的日子": on(date(2026, 1, 2), date(2026, 1, 5))}
    said = deadline(limit, days, YEARS, TODAY).because[0]
    assert said.startswith("2026年1月2日至1月5日之间“收到判决书”。")


@pytest.mark.parametrize(
    ("claimed", "said"),
    [
        (
            date(2022, 5, 4),
            "2022年5月4日“最后一次催要”，从那天重新算；以后再有，再重新算。",
        ),
        (date(2023, 6, 1), "“最后一次催要”可能在原来的到期日2023年3月2日之后。"),
    ],
)
def test_an_interruption_is_explained(claimed: date, said: str) -> None:
    found = deadline(THREE_YEARS, {"knew": KNEW, "claimed": on(claimed)}, {}, TODAY)
    assert said in "".join(found.because)


DATES = st.dates(date(2024, 1, 1), date(2028, 12, 31))
LIMITS = st.builds(
    Limit,
    st.just("钟"),
    st.sampled_from(["您", "部门"]),
    st.builds(Length, st.integers(1, 90), st.sampled_from(get_args(Unit))),
    st.just(("received",)),
    cap=st.sampled_from(
        [None, Cap(Length(1, "年"), ("received",)), Cap(Length(5, "年"), ("knew",))]
    ),
    interrupted=st.sampled_from([(), ("claimed",)]),
    post_counts=st.sampled_from([True, False, None]),
    moves=st.sampled_from([True, False, None]),
)
DAYS = st.dictionaries(
    st.sampled_from(["received", "knew", "claimed"]),
    st.builds(
        lambda day, n: Span(day, day + timedelta(days=n)), DATES, st.integers(0, 90)
    ),
)
NOTICES = st.sampled_from([{}, YEARS])


@given(LIMITS, DAYS, NOTICES, DATES)
def test_to_act_by_is_never_after_surely_over(
    limit: Limit, days: dict[str, Span], years: dict[int, Year], today: date
) -> None:
    found = deadline(limit, days, years, today)
    assert (found.act_by is None) == ("received" not in days)
    if found.act_by and found.surely_over:
        assert days["received"].first <= found.act_by <= found.surely_over
    assert (found.status == "expired") <= (found.surely_over is not None)


@given(LIMITS, DAYS, NOTICES, DATES, st.integers(1, 40))
def test_a_later_start_never_ends_earlier(
    limit: Limit, days: dict[str, Span], years: dict[int, Year], day: date, later: int
) -> None:
    early = deadline(limit, {**days, "received": on(day)}, years, TODAY)
    day += timedelta(days=later)
    late = deadline(limit, {**days, "received": on(day)}, years, TODAY)
    assert early.act_by is not None
    assert late.act_by is not None
    assert early.act_by <= late.act_by
    assert (early.surely_over or date.max) <= (late.surely_over or date.max)


@given(LIMITS, DAYS, DATES, st.integers(0, 40), st.integers(0, 40))
def test_knowing_the_day_less_well_only_widens_the_two_days(
    limit: Limit, days: dict[str, Span], day: date, before: int, after: int
) -> None:
    exact = deadline(limit, {**days, "received": on(day)}, YEARS, TODAY)
    wide = on(day - timedelta(days=before), day + timedelta(days=after))
    vague = deadline(limit, {**days, "received": wide}, YEARS, TODAY)
    assert vague.act_by is not None
    assert exact.act_by is not None
    assert vague.act_by <= exact.act_by
    assert (exact.surely_over or date.max) <= (vague.surely_over or date.max)


def announced(number: int) -> Year:
    first = date(number, 1, 1)
    days = [first + timedelta(days=n) for n in range(365)]
    rests = frozenset(day for day in days if chinese_calendar.is_holiday(day))
    return Year(number, rests, frozenset(days) - rests)


ANNOUNCED = {number: announced(number) for number in (2022, 2023, 2024, 2025, 2026)}


@given(LIMITS, st.dates(date(2022, 1, 1), date(2026, 12, 31)))
def test_a_notice_only_narrows_the_two_days(limit: Limit, day: date) -> None:
    days = {"received": on(day)}
    blind = deadline(limit, days, {}, TODAY)
    known = deadline(limit, days, ANNOUNCED, TODAY)
    assert blind.act_by is not None
    assert known.act_by is not None
    assert blind.act_by <= known.act_by
    assert (known.surely_over or date.max) <= (blind.surely_over or date.max)


@given(LIMITS, DAYS, NOTICES)
def test_every_sentence_is_short(
    limit: Limit, days: dict[str, Span], years: dict[int, Year]
) -> None:
    said = "".join(deadline(limit, days, years, TODAY).because)
    assert all(len(one) <= 40 for one in said.replace("；", "。").split("。"))
