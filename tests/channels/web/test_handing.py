"""Papers are handed to whose talk it is, kept by nobody, and no address tells of it."""

import re

import pytest

from bot.core.knowledge import Knowledge
from tests.channels.web.visiting import SETTINGS, Visit
from tests.papers.talking import TODAY

WORDS = ("信访局的处理意见书我不服，11月18日收到的", "先告诉我去哪")


@pytest.fixture
def visit(real: Knowledge) -> Visit:
    made = Visit(real, SETTINGS, TODAY)
    for words in WORDS:
        made.say(words)
    return made


@pytest.mark.parametrize(
    ("address", "kind", "begins"),
    [
        ("1.docx", "application/vnd", b"PK"),
        ("1.txt", "text/plain", "信访事项复查申请书".encode()),
        ("1.html", "text/html", b"<!doctype html>"),
        ("calendar.ics", "text/calendar", b"BEGIN:VCALENDAR"),
        ("timeline.svg", "image/svg+xml", b"<svg"),
    ],
)
def test_a_paper_comes_and_nobody_keeps_it(
    visit: Visit, address: str, kind: str, begins: bytes
) -> None:
    answer = visit.browser.get(f"/papers/{address}")
    assert answer.headers["content-type"].startswith(kind)
    assert answer.headers["cache-control"] == "no-store"
    assert answer.content.startswith(begins)


@pytest.mark.parametrize(
    "address", ["0.txt", "99.txt", "1.pdf", "1.ics", "-1.txt", "x.txt"]
)
def test_what_is_not_there_is_not_found(visit: Visit, address: str) -> None:
    assert visit.browser.get(f"/papers/{address}").status_code == 404


@pytest.mark.parametrize("address", ["1.txt", "calendar.ics", "timeline.svg"])
def test_another_browser_gets_nothing_of_this_talk(visit: Visit, address: str) -> None:
    assert visit.another().get(f"/papers/{address}").status_code == 404


def test_every_letter_of_the_list_can_be_taken(visit: Visit) -> None:
    visit.tap("写材料")
    links = re.findall(r'href="(/papers/[\w.]+)"', visit.page)
    assert len(links) >= 8
    assert {visit.browser.get(link).status_code for link in links} == {200}


def test_the_list_tells_nothing_in_its_addresses(visit: Visit) -> None:
    visit.tap("写材料")
    links = re.findall(r'href="(/papers/[^"]+)"', visit.page)
    assert all(re.fullmatch(r"/papers/\d+\.(docx|html)", link) for link in links)


def test_a_calendar_and_a_page_to_print_have_their_buttons(visit: Visit) -> None:
    visit.tap("存日历")
    assert 'href="/papers/calendar.ics"' in visit.page
    visit.tap("打印")
    assert 'href="/card"' in visit.page
    assert "timeline.svg" in visit.look("/card")


def test_the_printed_card_has_the_picture_and_says_it_in_words(visit: Visit) -> None:
    page = visit.look("/card")
    assert 'src="/papers/timeline.svg" alt="2026年11月18日：收到处理意见书' in page


def test_a_printed_letter_may_use_its_own_style_and_no_other(visit: Visit) -> None:
    answer = visit.browser.get("/papers/1.html")
    policy = answer.headers["content-security-policy"]
    assert "'unsafe-inline'" not in policy
    assert re.search(r"style-src 'self' 'sha256-[\w+/=]{44}'", policy)
