"""Office papers say what the knowledge says, and the same every time."""

from datetime import date
from pathlib import Path

import pytest

from bot.core.knowledge import Knowledge
from bot.papers.office import UnknownSheetError, sheet
from bot.papers.office.duties import agency_named, duties
from bot.papers.office.sheets import CAPTION_SIGNS, SHEETS
from bot.papers.printing import print_pdf
from bot.reading import knowledge_folder, load

DAY = date(2026, 11, 24)
ABOUT = {
    "agency": "县级人社局",
    "poster": "人力资源和社会保障",
    "booklet": "",
    "handout": "拖欠工资",
    "captions": "",
    "quiz": "",
}


@pytest.fixture(scope="module")
def real() -> Knowledge:
    knowledge = load(knowledge_folder()).knowledge
    assert knowledge is not None
    return knowledge


@pytest.mark.parametrize("kind", list(SHEETS))
def test_the_same_knowledge_prints_the_same(real: Knowledge, kind: str) -> None:
    made = sheet(real, kind, ABOUT[kind], DAY)
    assert made == sheet(real, kind, ABOUT[kind], DAY)
    assert "http-equiv" not in made
    assert "<script" not in made


@pytest.mark.parametrize("name", ["", "路线图", "信访", "人力资源和社会保障"])
def test_every_sheet_that_halls_hang_is_there(real: Knowledge, name: str) -> None:
    assert "<h1>" in sheet(real, "poster", name, DAY)


def test_the_petition_sheet_goes_from_registering_to_urging_and_review(
    real: Knowledge,
) -> None:
    made = sheet(real, "poster", "信访", DAY)
    order = [made.index(f"{n}. ") for n in (1, 2, 3)]
    assert order == sorted(order)
    for words in ("15日", "5个工作日", "60日", "复查", "复核"):
        assert words in made


@pytest.mark.parametrize("kind", ["agency", "poster", "handout"])
def test_what_there_is_not_is_said(real: Knowledge, kind: str) -> None:
    with pytest.raises(UnknownSheetError, match="没有"):
        sheet(real, kind, "没有这个", DAY)


@pytest.mark.parametrize("name", ["人社局", "劳动局", "县级人社局"])
def test_a_department_is_known_by_its_old_name(real: Knowledge, name: str) -> None:
    assert agency_named(real, name) == "县级人社局"


def test_a_list_of_duties_names_matters_procedures_days_and_basis(
    real: Knowledge,
) -> None:
    made = duties(real, "县级人社局")
    assert "拖欠工资" in made.first
    assert any("劳动" in one.name for one in made.procedures)
    assert all(one.days or one.basis for one in made.procedures)


def test_a_caption_fits_the_line_over_a_door(real: Knowledge) -> None:
    lines = sheet(real, "captions", "", DAY).splitlines()
    assert len(lines) > 20
    assert all(len(line) <= CAPTION_SIGNS for line in lines)


def test_without_a_browser_printing_says_how_else(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="Chromium"):
        print_pdf("<p>字</p>", tmp_path / "x.pdf", lambda _: None)


def test_a_page_is_printed_by_the_browser(tmp_path: Path) -> None:
    out = tmp_path / "x.pdf"
    print_pdf('<html lang="zh-CN"><p>去哪：县人社局</p></html>', out)
    assert out.read_bytes().startswith(b"%PDF")
