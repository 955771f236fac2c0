"""Pages everybody may read are light, speak Chinese, and load nothing from outside."""

import re

import pytest

from bot.channels.web.pages import HOME, PLACES
from bot.core.knowledge import Knowledge
from bot.release import release
from bot.storing.schema import handed_over
from tests.channels.web.visiting import Visit
from tests.core.conftest import small_map

MOST_BYTES = 60_000
FOREIGN = re.compile(r"<script|\sstyle=|\son\w+=|//")
INK, SOFT, PAPER, SHEET = "1d2a2c", "3c4a4c", "f8f5ee", "fffdf8"
PAIRS = [
    (INK, PAPER),
    (SOFT, PAPER),
    ("0d4a46", PAPER),
    ("0d4a46", SHEET),
    ("0d4a46", "e6efec"),
    ("ffffff", "0d4a46"),
    ("8a1a14", "fdf0ec"),
    ("8a1a14", "f9ddd6"),
    (INK, "fdf1d3"),
]


@pytest.mark.parametrize("address", [*PLACES, "/deadline/信访复查"])
def test_a_page_is_light_and_all_its_own(real: Knowledge, address: str) -> None:
    visit = Visit(real)
    page = visit.look(address)
    assert '<html lang="zh-CN"' in page
    assert page.count("<h1") == 1
    assert not FOREIGN.search(page)
    style = (HOME / "static" / "style.css").stat().st_size
    assert len(page.encode()) + style < MOST_BYTES


@pytest.mark.parametrize(
    "planted", ["<script>", '<p style="x">', '<p onclick="x">', '<img src="//x.cn">']
)
def test_what_is_not_our_own_would_be_seen(planted: str) -> None:
    assert FOREIGN.search(planted)


def test_the_style_asks_for_nothing() -> None:
    style = (HOME / "static" / "style.css").read_text("utf-8")
    assert not re.search(r"url\(|@import|@font-face", style)


@pytest.mark.parametrize(("ink", "paper"), PAIRS)
def test_letters_stand_out_as_aaa_wants(ink: str, paper: str) -> None:
    assert contrast(ink, paper) >= 7


def test_faint_letters_would_be_seen() -> None:
    assert contrast("857d6c", PAPER) < 7


def test_a_day_gives_two_days_and_leaves_no_trace() -> None:
    visit = Visit(small_map())
    visit.look("/deadline/上诉")
    form = {"event": "received", "day": "昨天"}
    answer = visit.browser.post("/deadline/上诉", data=form)
    assert "2026年12月8日" in answer.text
    assert "?" not in str(answer.url)
    assert len(visit.sessions) == 0


@pytest.mark.parametrize("words", ["香蕉", "", "9999999"])
def test_a_day_nobody_can_read_is_asked_for_again(words: str) -> None:
    visit = Visit(small_map())
    answer = visit.browser.post("/deadline/上诉", data={"day": words})
    assert "没认出是哪一天" in answer.text


@pytest.mark.parametrize(
    "address", ["/deadline/没有", "/deadline/行政复议", "/offices/没有", "/x"]
)
def test_what_is_not_there_is_said_plainly(address: str) -> None:
    answer = Visit(small_map()).browser.get(address)
    assert answer.status_code == 404
    assert "没有这一页" in answer.text


def test_a_region_shows_its_offices() -> None:
    visit = Visit(small_map())
    assert "阳城县" in visit.look("/offices")
    assert "县人社局" in visit.look("/offices/阳城县")


def test_the_glossary_explains_with_its_source() -> None:
    page = Visit(small_map()).look("/glossary")
    assert "请上一级再看一遍。" in page
    assert "《民事诉讼法》第171条" in page


def test_letters_grow_and_shrink_at_a_tap(visit: Visit) -> None:
    for large in (True, False):
        mark = re.findall(r'name="mark" value="(\w+)"', visit.look())[0]
        form = {"mark": mark, "back": "/about"}
        answer = visit.browser.post("/letters", data=form)
        assert answer.url.path == "/about"
        assert ('class="large"' in answer.text) is large


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "\\x"])
def test_the_way_back_stays_here(visit: Visit, back: str) -> None:
    mark = re.findall(r'name="mark" value="(\w+)"', visit.look())[0]
    form = {"mark": mark, "back": back}
    answer = visit.browser.post("/letters", data=form, follow_redirects=False)
    assert answer.headers["location"] == "/"


def contrast(ink: str, paper: str) -> float:
    """Return the contrast of two colours (WCAG 2.2, 1.4.6)."""
    light, dark = sorted((brightness(ink), brightness(paper)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def brightness(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    parts = (int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_about_tells_all_that_could_be_handed_over(visit: Visit) -> None:
    page = visit.look("/about")
    assert not [line for line in handed_over() if line not in page]
    assert release() in page
