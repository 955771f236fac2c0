"""After a talk the browser shows and keeps nothing of it; nothing is asked outside."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserType, Page

from bot.channels.web import guard
from tests.channels.web.browser.looking import (
    ARGUMENTS,
    PAGES,
    PATIENCE,
    Opened,
    press,
    say,
    tap,
)
from tests.channels.web.visiting import Visit

pytestmark = pytest.mark.timeout(1_200)  # a busy machine takes its time
CANARY = "槐树胡同九百七十三号王小明"
WORDS = f"信访局的处理意见书我不服，上周三收到的，{CANARY}"
SHOWN = "复查申请书"
FORMS = [
    text.encode(code)
    for text in (CANARY, SHOWN)
    for code in ("utf-8", "utf-16-le", "utf-16-be", "gb18030")
]
BACKWARDS = 4


def talk(page: Page) -> None:
    """Have a whole talk, words and taps, to its card."""
    say(page, WORDS)
    tap(page, "先告诉我去哪")
    tap(page, "看全部")
    assert SHOWN in page.content()


def seen_going_back(page: Page) -> str:
    """Return all that comes up while going back and forth and looking again."""
    shown = []
    for turn in (page.go_back, page.go_forward, page.reload):
        for _ in range(BACKWARDS):
            turn()
            shown.append(page.content())
    return "".join(shown)


def test_back_after_clearing_shows_nothing_of_the_talk(opened: Opened) -> None:
    page = opened()
    talk(page)
    tap(page, "清除")
    shown = seen_going_back(page)
    assert SHOWN not in shown
    assert CANARY not in shown


def test_back_after_the_talk_is_forgotten_shows_nothing(
    opened: Opened, visit: Visit
) -> None:
    page = opened()
    talk(page)
    for citizen in visit.sessions.keys():  # noqa: SIM118
        visit.sessions.forget(citizen)
    press(page, "nav a[href='/about']")
    assert SHOWN not in seen_going_back(page)


def test_back_within_a_talk_would_show_it(opened: Opened) -> None:
    page = opened()
    talk(page)
    press(page, "nav a[href='/about']")
    assert SHOWN in seen_going_back(page)


def test_the_words_stay_in_no_box(opened: Opened) -> None:
    page = opened()
    page.fill("#words", WORDS)
    press(page, "nav a[href='/about']")
    page.go_back()
    assert page.input_value("#words") == ""


@pytest.fixture
def profile(
    chromium: tuple[BrowserType, str], address: str, tmp_path: Path
) -> Callable[..., Path]:
    """Return what has a talk in a browser of its own and gives back its folder."""
    kind, program = chromium

    def talked(*more: str) -> Path:
        with kind.launch_persistent_context(
            tmp_path,
            executable_path=program,
            args=[*ARGUMENTS, *more],
            base_url=address,
        ) as context:
            context.set_default_timeout(PATIENCE)
            page = context.new_page()
            page.goto("/")
            talk(page)
        return tmp_path

    return talked


@pytest.mark.parametrize("more", [(), ("--incognito",)], ids=["plain", "incognito"])
def test_the_folder_of_the_browser_holds_nothing_of_the_talk(
    profile: Callable[..., Path], more: tuple[str, ...]
) -> None:
    folder = profile(*more)
    assert [file for file in folder.rglob("*") if file.is_file()]
    assert holding(folder) == []


def test_pages_that_may_be_kept_would_be_found_in_the_folder(
    profile: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "NO_STORE", "max-age=3600")
    assert holding(profile()) != []


@pytest.mark.parametrize("form", FORMS)
def test_a_word_in_the_folder_would_be_found(tmp_path: Path, form: bytes) -> None:
    (tmp_path / "Sessions").write_bytes(b"\x00" + form + b"\x00")
    assert holding(tmp_path) == ["Sessions"]


def test_no_page_asks_for_anything_outside(opened: Opened) -> None:
    page = opened()
    for walk in PAGES.values():
        walk(page)
    page.wait_for_load_state("networkidle")


def test_something_asked_outside_would_be_seen(browser: Browser, address: str) -> None:
    asked: list[str] = []
    page = browser.new_page(base_url=address)
    page.on("request", lambda request: asked.append(request.url))
    page.set_content("<img src='http://127.0.0.1:9/outside.png'>")
    page.close()
    assert [one for one in asked if not one.startswith(address)]


def holding(folder: Path) -> list[str]:
    """Return the files that hold the words in any of their forms."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    return [
        file.name for file in files if any(form in file.read_bytes() for form in FORMS)
    ]
