"""A whole talk goes well on every screen, without script, and by keys alone."""

import pytest
from playwright.sync_api import Page

from bot.app import App
from bot.core.knowledge import Knowledge
from bot.storing.memory import MemoryStore
from tests.channels.web.browser.looking import SIZES, Opened, say, tap
from tests.channels.web.visiting import letters
from tests.core.conftest import DAY

pytestmark = pytest.mark.timeout(1_200)  # a busy machine takes its time
TALKS = [
    ("信访局的处理意见书我不服，上周三收到的", "先告诉我去哪"),
    ("干了三个月活老板一分钱没给", "1", "先告诉我去哪"),
]


@pytest.mark.parametrize("script", ["script", "no script"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("talk", TALKS, ids=lambda talk: talk[0][:6])
def test_a_talk_in_the_browser_gives_the_terminals_card(
    opened: Opened, real: Knowledge, talk: tuple[str, ...], size: str, script: str
) -> None:
    page = opened(size, script=script == "script")
    say(page, talk[0])
    for one in talk[1:]:
        tap(page, one)
    assert head(page) == terminal_head(real, talk)
    tap(page, "看全部")
    assert page.locator(".full section").count() >= 8


def test_a_talk_goes_by_keys_alone(opened: Opened, real: Knowledge) -> None:
    page = opened("desktop")
    until(page, "words")
    page.keyboard.type(TALKS[0][0])
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("button[value='先告诉我去哪']")
    until(page, "先告诉我去哪")
    page.keyboard.press("Space")
    page.wait_for_selector(".head")
    assert head(page) == terminal_head(real, TALKS[0])


def test_keys_that_reach_nothing_would_be_seen(opened: Opened) -> None:
    page = opened("desktop")
    with pytest.raises(AssertionError, match="没有"):
        until(page, "没有")


def test_the_first_key_leads_past_the_bar(opened: Opened) -> None:
    page = opened("desktop")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_at_twice_the_size_a_talk_comes_to_its_card(
    opened: Opened, real: Knowledge
) -> None:
    page = opened("desktop", zoom=2)
    say(page, TALKS[0][0])
    tap(page, TALKS[0][1])
    assert head(page) == terminal_head(real, TALKS[0])


def head(page: Page) -> list[str]:
    """Return the three lines of the card, only letters and figures."""
    return [letters(one) for one in page.locator(".head .say").all_text_contents()]


def terminal_head(knowledge: Knowledge, talk: tuple[str, ...]) -> list[str]:
    app = App(knowledge, MemoryStore(), lambda: DAY)
    views = [app.handle("terminal", one) for one in talk]
    card = views[-1].card
    assert card is not None
    return [letters(line) for line in card.head]


def until(page: Page, name: str) -> None:
    """Press Tab until the control of a name or value has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        one = "document.activeElement"
        if name in page.evaluate(f"[{one}.id, {one}.value]"):
            return
    raise AssertionError(f"Tab 走不到“{name}”")
