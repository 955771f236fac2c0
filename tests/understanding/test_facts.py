"""Facts are heard in free words, and never on weak evidence."""

from dataclasses import replace
from datetime import date

import pytest

from bot.core.facts import Span
from bot.core.heard import Heard, Ranked
from bot.core.knowledge import Knowledge
from bot.understanding import clauses, facts, told_days
from bot.understanding.cache import index_for
from bot.understanding.facts import told_options
from bot.understanding.normalising import normalise
from bot.understanding.told_days import told_days as days_told
from tests.understanding.counting import lines_run


def options(knowledge: Knowledge, text: str, *of: str) -> dict[str, object]:
    words = normalise(text)
    return dict(told_options(words, knowledge, index_for(knowledge), of))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("在工地干活,打了欠条", {"谁欠的": "工地", "有没有欠条": "写过"}),
        ("没有欠条", {"有没有欠条": "没写过"}),
        ("老板没打欠条", {"有没有欠条": "没写过"}),
        ("没给我写欠条", {}),
        ("还没有给过欠条", {}),
        ("不是公司,是工地", {"谁欠的": "工地"}),
        ("公司的工地", {}),
        ("如果打了欠条", {}),
        ("有没有欠条?", {}),
        ("是不是公司的事", {}),
        ("我同事打了欠条", {}),
        ("打算去工地", {}),
        ("要打了欠条吗?", {}),
        ("没想到打了欠条", {"有没有欠条": "写过"}),
        ("县政府作出的决定", {"谁作的决定": "县级政府"}),
        ("县政府门口", {}),
        ("我找过信访局", {"走到哪一步了": "已经信访"}),
        ("没找过信访局", {}),
        ("我要告发他", {}),
        ("", {}),
    ],
)
def test_options_are_heard(
    knowledge: Knowledge, text: str, expected: dict[str, str]
) -> None:
    assert options(knowledge, text, "拖欠工资") == expected


def test_a_question_of_another_matter_is_not_answered(knowledge: Knowledge) -> None:
    assert options(knowledge, "在工地打了欠条", "低保") == {}


@pytest.mark.parametrize(
    ("guard", "text"),
    [("is_denied", "没给我写欠条"), ("is_doubtful", "如果打了欠条")],
)
def test_without_the_guard_the_opposite_would_be_told(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch, guard: str, text: str
) -> None:
    monkeypatch.setattr(facts, guard, lambda *_: False)
    assert options(knowledge, text, "拖欠工资") == {"有没有欠条": "写过"}


def test_without_the_least_length_a_short_shared_word_would_tell(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = replace(
        knowledge.questions["走到哪一步了"],
        options=(
            replace(knowledge.questions["走到哪一步了"].options[0], says=("局里",)),
        ),
    )
    changed = replace(knowledge, questions={**knowledge.questions, shared.name: shared})
    assert options(changed, "局里") == {}
    monkeypatch.setattr(facts, "LEAST_SHARED", 2)
    assert options(changed, "局里") == {shared.name: "已经信访"}


# days


def clear(matter: str) -> Heard:
    return Heard(matters=(Ranked(matter, 1.0),), verdict="clear")


def days(
    knowledge: Knowledge, text: str, heard: Heard, today: date
) -> dict[str, object]:
    words = normalise(text)
    return dict(days_told(words, knowledge, index_for(knowledge), heard, today))


def on(month: int, day: int) -> Span:
    return Span(date(2026, month, day), date(2026, month, day))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("我9月3日离职", {"离职的日子": on(9, 3)}),
        ("9月3日,公司把我辞退了", {"离职的日子": on(9, 3)}),
        ("9月3日在工地摔伤", {"事故的日子": on(9, 3)}),
        ("11月2日交的材料", {"交材料的日子": on(11, 2)}),
        ("11月2日收到复查意见", {"收到复查意见的日子": on(11, 2)}),
        ("复查意见收到两天了", {"收到复查意见的日子": on(11, 22)}),
        ("复查意见收到两天", {}),
        ("复查意见书来了,11月2日收到的", {"收到复查意见的日子": on(11, 2)}),
        ("9月3日受伤,10月8日离职", {"事故的日子": on(9, 3), "离职的日子": on(10, 8)}),
        ("还没离职", {}),
        ("9月3日还没离职", {}),
        ("如果9月3日离职", {}),
        ("9月3日到9月9日离职", {}),
        ("9月3日离职,9月9日又离职", {}),
        ("9月3日去上班", {}),
        ("11月2日收到工资", {}),
        ("11月2日收到的", {}),
        ("9月3日收到判决书和复查意见书", {}),
        ("离职", {}),
        ("", {}),
    ],
)
def test_days_are_heard_where_words_tie_them(
    knowledge: Knowledge, today: date, text: str, expected: dict[str, Span]
) -> None:
    assert days(knowledge, text, Heard(), today) == expected


def test_a_paper_without_a_name_is_that_of_a_clear_matter(
    knowledge: Knowledge, today: date
) -> None:
    told = days(knowledge, "11月2日收到的", clear("不服复查意见"), today)
    assert told == {"收到复查意见的日子": on(11, 2)}
    assert days(knowledge, "11月2日收到的", clear("低保"), today) == {}


def test_twice_the_words_take_at_most_twice_the_work(
    knowledge: Knowledge, today: date
) -> None:
    table = index_for(knowledge)

    def work(times: int) -> int:
        words = "9月3日离职,打了欠条。" * times
        options_of = ("拖欠工资",)
        return lines_run(
            lambda: (
                told_options(words, knowledge, table, options_of),
                days_told(words, knowledge, table, Heard(), today),
            )
        )

    work(1)
    assert work(100) <= 2.1 * work(50)


def test_without_the_cue_in_the_clause_no_day_is_tied(
    knowledge: Knowledge, today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(told_days, "clauses", lambda words: [(0, words)])
    wrong = days(knowledge, "9月3日下雨,我离职了", Heard(), today)
    assert wrong == {"离职的日子": on(9, 3)}
    monkeypatch.setattr(told_days, "clauses", clauses.clauses)
    assert days(knowledge, "9月3日下雨,我离职了", Heard(), today) == {}
