"""Open the real site in Debian's Chromium, on this machine only."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserType, Page, sync_playwright

from bot.channels.web import serving
from bot.core.knowledge import Knowledge
from tests.channels.web.browser.looking import ARGUMENTS, PATIENCE, SIZES, Opened
from tests.channels.web.visiting import Visit


@pytest.fixture(scope="module")
def visit(real: Knowledge) -> Visit:
    return Visit(real)


@pytest.fixture(scope="module")
def address(visit: Visit) -> Iterator[str]:
    """Serve the site for one module of tests."""
    config = serving.config(visit.site, "127.0.0.1", 0, behind_front=False)
    server = uvicorn.Server(config)
    thread = Thread(target=server.run)
    thread.start()
    while not server.started:
        thread.join(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def chromium() -> Iterator[tuple[BrowserType, str]]:
    """Return what starts a browser; of this module only, for it holds a loop."""
    program = shutil.which("chromium")
    assert program, "没有 chromium：用管理员身份运行 tests/run.sh，它会安装"
    with sync_playwright() as driver:
        yield driver.chromium, program


@pytest.fixture(scope="module")
def browser(chromium: tuple[BrowserType, str]) -> Iterator[Browser]:
    kind, program = chromium
    browser = kind.launch(executable_path=program, args=ARGUMENTS)
    yield browser
    browser.close()


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Opened]:
    """Return what opens a page at a size; each has its own cookies."""
    contexts = []

    @contextmanager
    def watched() -> Iterator[list[str]]:
        asked: list[str] = []
        yield asked
        assert [one for one in asked if not one.startswith(address)] == []

    def open_page(size: str = "phone", *, script: bool = True, zoom: int = 1) -> Page:
        width, height = SIZES[size]
        context = browser.new_context(
            viewport={"width": width // zoom, "height": height // zoom},
            device_scale_factor=zoom,
            java_script_enabled=script,
            base_url=address,
        )
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        context.on("request", lambda request: asked.append(request.url))
        page = context.new_page()
        page.goto("/")
        return page

    with watched() as asked:
        yield open_page
        for context in contexts:
            context.close()
