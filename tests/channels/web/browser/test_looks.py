"""Every page is fit for old eyes and big fingers, at every size, in both letters."""

from collections.abc import Callable
from typing import TypeAlias

import pytest
from playwright.sync_api import Page

from tests.channels.web.browser import looking
from tests.channels.web.browser.looking import PAGES, SIZES, Opened

PLANT = """([planted, style]) => {
  const main = document.querySelector('main');
  main.insertAdjacentHTML('beforeend', planted);
  main.lastElementChild.style.cssText = style;
}"""
pytestmark = pytest.mark.timeout(1_200)  # twenty pages each, on a busy machine
Look: TypeAlias = Callable[[Page], list[str]]
PLANTED: list[tuple[Look, str, str, str]] = [
    (looking.layout_faults, "<button>点</button>", "all: unset", "BUTTON 点"),
    (looking.layout_faults, "<button>点</button>", "height: 120px", "BUTTON 点"),
    (looking.layout_faults, "<p>长</p>", "width: 2000px", "page is"),
    (looking.layout_faults, "<p>小</p>", "font-size: 12px", "小 12px"),
    (looking.layout_faults, "<div onclick='x'>点</div>", "", "no control"),
    (
        looking.axe_faults,
        "<p>淡淡的字</p>",
        "color: #666",
        "color-contrast-enhanced",
    ),
    (looking.axe_faults, "<input>", "", "label"),
    (looking.axe_faults, "<img src='/mark.svg'>", "", "image-alt"),
    (looking.unseen_focus, "<a href='/'>走</a>", "outline: 0", "A 走"),
]


@pytest.mark.parametrize("size", ["phone", "hall"])
def test_axe_finds_nothing_on_any_page(opened: Opened, size: str) -> None:
    page = opened(size)
    found = {name: _walked(page, name, looking.axe_faults) for name in PAGES}
    assert {name: faults for name, faults in found.items() if faults} == {}


@pytest.mark.parametrize("size", SIZES)
def test_all_is_large_enough_and_nothing_is_too_wide(opened: Opened, size: str) -> None:
    page = opened(size)
    found = {name: _walked(page, name, looking.layout_faults) for name in PAGES}
    assert {name: faults for name, faults in found.items() if faults} == {}


@pytest.mark.parametrize("size", SIZES)
def test_large_letters_are_large_on_every_page(opened: Opened, size: str) -> None:
    page = opened(size)
    looking.press(page, ".letters button")
    found = {name: _walked(page, name, _large_faults) for name in PAGES}
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_at_twice_the_size_nothing_is_cut_off(opened: Opened) -> None:
    page = opened("desktop", zoom=2)
    found = {name: _walked(page, name, looking.layout_faults) for name in PAGES}
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_the_focus_is_seen_on_every_control(opened: Opened) -> None:
    page = opened("phone")
    found = {name: _walked(page, name, looking.unseen_focus) for name in PAGES}
    assert {name: faults for name, faults in found.items() if faults} == {}


@pytest.mark.parametrize(("look", "planted", "style", "fault"), PLANTED)
def test_a_planted_fault_is_found(
    opened: Opened, look: Look, planted: str, style: str, fault: str
) -> None:
    page = opened()
    page.evaluate(PLANT, [planted, style])
    assert fault in " ".join(look(page))


def _walked(page: Page, name: str, look: Look) -> list[str]:
    PAGES[name](page)
    return look(page)


def _large_faults(page: Page) -> list[str]:
    return looking.layout_faults(page, large=True)
