"""Every letter holds what the law wants of it, and nothing of who made it."""

import json
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from bot.core.facts import Fact, Span
from bot.core.knowledge import Knowledge, Letter
from bot.papers.letters.filling import Filled, Situation, fill
from bot.papers.letters.layout import html_of, text_of
from bot.papers.offer import letter_papers
from bot.reading import knowledge_folder, load

HERE = Path(__file__).parent
LAWS = HERE.parents[2] / "shared" / "laws"
TODAY = date(2026, 11, 24)
SAME = "="


@dataclass(frozen=True, slots=True)
class Element:
    """One thing a law wants in a letter: its words there, and ours here."""

    letter: str
    law: str
    article: str
    phrase: str
    words: str

    def missing(self, text: str) -> bool:
        return (self.phrase if self.words == SAME else self.words) not in text


ELEMENTS = [
    Element(*line.split("\t"))
    for line in (HERE / "letter_elements.tsv").read_text("utf-8").splitlines()
]


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    loaded = load(knowledge_folder())
    assert loaded.knowledge is not None, loaded.problems
    return loaded.knowledge


def filled(knowledge: Knowledge, name: str) -> Filled:
    return fill(knowledge, knowledge.letters[name], Situation(TODAY))


def cited(letter: Letter) -> set[tuple[str, str]]:
    bases = [letter.basis, *(part.basis for part in letter.parts)]
    return {(one.law, one.article) for basis in bases for one in basis}


@pytest.mark.parametrize("element", ELEMENTS, ids=lambda e: f"{e.letter}-{e.phrase}")
def test_every_element_the_law_wants_stands_in_the_letter_and_is_cited(
    knowledge: Knowledge, element: Element
) -> None:
    letter = knowledge.letters[element.letter]
    assert not element.missing(text_of(filled(knowledge, element.letter)))
    assert (element.law, element.article) in cited(letter)


@pytest.mark.skipif(not LAWS.is_dir(), reason="the texts of the laws are not here")
@pytest.mark.parametrize("element", ELEMENTS, ids=lambda e: f"{e.letter}-{e.phrase}")
def test_every_element_is_wanted_by_the_article_it_names(
    knowledge: Knowledge, element: Element
) -> None:
    law = knowledge.laws[element.law]
    text = json.loads((LAWS / f"{law.id}.json").read_text("utf-8"))
    assert element.phrase in text["articles"][element.article]


def test_every_letter_has_its_rows_in_the_table(knowledge: Knowledge) -> None:
    assert set(knowledge.letters) == {element.letter for element in ELEMENTS}


def test_a_letter_that_lost_a_part_is_noticed(knowledge: Knowledge) -> None:
    letter = knowledge.letters["劳动仲裁申请书"]
    robbed = replace(letter, parts=letter.parts[:-1])
    text = text_of(fill(knowledge, robbed, Situation(TODAY)))
    assert [e.phrase for e in ELEMENTS if e.letter == letter.name and e.missing(text)]


def test_every_letter_can_be_reached_and_signed(knowledge: Knowledge) -> None:
    for letter in knowledge.letters.values():
        assert letter.remedies or letter.families
        assert letter.sign, letter.name


def test_what_was_told_is_filled_and_what_is_not_sure_stays_blank(
    knowledge: Knowledge,
) -> None:
    day, later = date(2026, 11, 18), date(2026, 11, 20)
    name, letter = "收到处理意见书的日子", knowledge.letters["信访复查申请书"]
    for last, words in ((day, "2026年11月18日收到"), (later, "____年__月__日收到")):
        facts = {name: Fact(Span(day, last), "asked")}
        text = text_of(fill(knowledge, letter, Situation(TODAY, "", facts)))
        assert f"我在{words}书面答复" in text


def test_a_line_for_a_building_site_stands_only_there(knowledge: Knowledge) -> None:
    letter = knowledge.letters["劳动监察投诉书"]
    for answer, there in (("工地", True), ("公司", False)):
        facts = {"谁欠的": Fact(answer, "asked")}
        text = text_of(fill(knowledge, letter, Situation(TODAY, "", facts)))
        assert ("总承包单位" in text) is there


@pytest.mark.parametrize(
    ("matter", "there"), [("拖欠工资", True), ("信访没人理", False), ("", False)]
)
def test_a_step_of_the_petition_road_is_not_what_one_writes_about(
    knowledge: Knowledge, matter: str, *, there: bool
) -> None:
    letter = knowledge.letters["信访事项材料"]
    text = text_of(fill(knowledge, letter, Situation(TODAY, matter)))
    assert (f"我反映的是“{matter}”" in text) is there


def test_the_same_talk_gives_the_same_bytes(knowledge: Knowledge) -> None:
    for letter in knowledge.letters.values():
        first = letter_papers(knowledge, letter, Situation(TODAY))
        again = letter_papers(knowledge, letter, Situation(TODAY))
        assert [p.make() for p in first] == [p.make() for p in again], letter.name


def test_a_word_file_carries_no_maker_and_no_day(knowledge: Knowledge) -> None:
    for letter in knowledge.letters.values():
        docx = letter_papers(knowledge, letter, Situation(TODAY))[0]
        assert not traces(docx.make()), letter.name


def test_a_word_file_as_its_library_writes_it_would_be_seen() -> None:
    from docx import Document  # noqa: PLC0415 — only this twin needs it

    held = BytesIO()
    Document().save(held)
    assert {"docProps/core.xml", "python-docx", "w:rsid"} <= set(
        traces(held.getvalue())
    )


def traces(data: bytes) -> list[str]:
    """Return every part, word and day in a .docx that tells of its maker."""
    with ZipFile(BytesIO(data)) as held:
        parts = [n for n in held.namelist() if n.startswith(("docProps", "customXml"))]
        dated = [i.filename for i in held.infolist() if i.date_time[0] != 1980]
        text = b"".join(held.read(name) for name in held.namelist())
    words = ("python-docx", "w:rsid", "docId", "Macintosh", "问路", "wenlu")
    return [*parts, *dated, *(word for word in words if word.encode() in text)]


def test_a_page_to_print_needs_nothing_from_elsewhere(knowledge: Knowledge) -> None:
    for name in knowledge.letters:
        page = html_of(filled(knowledge, name))
        assert not [
            word for word in ("<script", "src=", "http", "url(") if word in page
        ]
