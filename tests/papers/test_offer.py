"""What is offered fits the card: nothing before it, the most needed first."""

from datetime import date

import pytest

from bot.core.addresses import addressee
from bot.core.knowledge import Knowledge
from bot.papers.letters.filling import Situation
from bot.papers.offer import letter_papers, papers_for
from bot.reading import knowledge_folder, load
from tests.papers.talking import TODAY, talked


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    loaded = load(knowledge_folder())
    assert loaded.knowledge is not None, loaded.problems
    return loaded.knowledge


def names(knowledge: Knowledge, *words: str) -> list[str]:
    papers = papers_for(knowledge, talked(knowledge, *words), TODAY)
    return [paper.name for paper in papers if paper.kind == "letter"]


def test_nothing_is_offered_before_the_card(knowledge: Knowledge) -> None:
    assert names(knowledge, "工地欠我三个月工钱") == []


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("信访局的处理意见书我不服，上周三收到的", "信访复查申请书"),
        ("干了三个月活老板一分钱没给", "劳动监察投诉书"),
        ("我想申请信息公开", "政府信息公开申请表"),
    ],
)
def test_the_letter_of_the_first_remedy_comes_first(
    knowledge: Knowledge, words: str, first: str
) -> None:
    found = names(knowledge, words, "先告诉我去哪")
    assert found[:3] == [f"{first}.{form}" for form in ("docx", "txt", "html")]


def test_a_letter_knows_the_day_and_where_it_goes(knowledge: Knowledge) -> None:
    words = ("信访局的处理意见书我不服，11月18日收到的", "先告诉我去哪")
    papers = papers_for(knowledge, talked(knowledge, *words), TODAY)
    text = papers[1].make().decode()
    assert "我在2026年11月18日收到书面答复" in text
    assert "最晚：2026年12月17日" in text
    assert "当地的地址和电话请拨12345查询" in text


@pytest.mark.parametrize(
    ("agency", "region", "to"),
    [
        ("县级信访局", "阳城县", "阳城县信访局"),
        ("县级信访局", "", "____________县（市、区）信访局"),
        ("县级司法局", "阳城县", "阳城县司法局"),
        ("市级政府", "阳城县", "____________市人民政府"),
        ("法律援助中心", "", "____________法律援助中心"),
        ("上一级机关", "", "________________________（原办理机关的上一级机关）"),
    ],
)
def test_a_letter_is_written_to_the_office_of_the_place(
    knowledge: Knowledge, agency: str, region: str, to: str
) -> None:
    assert addressee(knowledge, agency, region) == to


def test_an_accusation_is_kept_under_a_name_that_tells_nothing(
    knowledge: Knowledge,
) -> None:
    state = talked(knowledge, "我要举报镇长贪污", "先告诉我去哪")
    letters = [p for p in papers_for(knowledge, state, TODAY) if p.kind == "letter"]
    assert letters[0].title == "检举控告材料"
    assert {paper.name for paper in letters} == {"材料.docx", "材料.txt", "材料.html"}


def test_an_accusation_holds_nothing_of_the_talk(knowledge: Knowledge) -> None:
    told = talked(knowledge, "我要举报镇长贪污", "先告诉我去哪")
    made = papers_for(knowledge, told, TODAY)[0].make()
    letter = knowledge.letters["检举控告材料"]
    assert made == letter_papers(knowledge, letter, Situation(date.min))[0].make()


def test_every_paper_of_every_talk_can_be_made(knowledge: Knowledge) -> None:
    state = talked(knowledge, "干了三个月活老板一分钱没给", "先告诉我去哪")
    papers = papers_for(knowledge, state, TODAY)
    assert {paper.kind for paper in papers} >= {"letter", "timeline"}
    assert all(paper.make() and paper.media_type for paper in papers)
