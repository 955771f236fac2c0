"""The source report leaves no sentence without its origin, or says it has none."""

from datetime import date

import pytest

from bot.core.knowledge import Advise, Knowledge
from bot.papers.sources import UnknownNameError, source_report
from bot.reading import knowledge_folder, load

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    loaded = load(knowledge_folder())
    assert loaded.knowledge is not None
    return loaded.knowledge


@pytest.fixture(scope="module")
def report(knowledge: Knowledge) -> str:
    return source_report(knowledge, "拖欠工资", TODAY)


def test_every_outcome_of_a_matter_has_its_part(
    knowledge: Knowledge, report: str
) -> None:
    steps = [step for step in knowledge.steps.values() if isinstance(step, Advise)]
    outcomes = [step.id for step in steps if step.id.startswith("拖欠工资/")]
    assert outcomes
    assert all(f"#### 指引：{name}（" in report for name in outcomes)


def test_every_reason_stands_with_the_article_it_rests_on(
    knowledge: Knowledge, report: str
) -> None:
    step = knowledge.steps["拖欠工资/工地欠薪"]
    assert isinstance(step, Advise)
    advised = step.advised[0]
    _, _, after = report.partition(f"** {advised.because}\n")
    assert after.startswith("  - 《保障农民工工资支付条例》第30条：")


def test_a_sentence_without_a_source_says_so(report: str) -> None:
    lines = report.splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("- **窗口这样说**"))
    assert lines[at + 1] == "  - 没写依据"


def test_every_outcome_says_which_answers_lead_to_it(report: str) -> None:
    outcomes = report.count("#### 指引：")
    assert report.count("怎样的回答会看到：例如 ") == outcomes


def test_every_remedy_that_is_advised_is_told_once(report: str) -> None:
    assert report.count("### 途径：劳动保障监察投诉\n") == 1


def test_who_looked_at_it_stands_above(report: str) -> None:
    assert "核对：编写组，2026-11-24；未经法律审核" in report


def test_a_guide_holds_all_its_matters(knowledge: Knowledge) -> None:
    report = source_report(knowledge, "税务", TODAY)
    names = knowledge.guides["税务"].matters
    assert all(f"### 事项：{name}（" in report for name in names)


def test_an_unknown_name_is_refused(knowledge: Knowledge) -> None:
    with pytest.raises(UnknownNameError, match="火星"):
        source_report(knowledge, "火星", TODAY)
