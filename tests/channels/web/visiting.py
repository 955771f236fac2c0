"""Visit the site as a browser without script does: forms, redirects, pages."""

import re
from datetime import date
from html import unescape
from html.parser import HTMLParser

from starlette.testclient import TestClient
from starlette.types import ASGIApp

from bot.app import App
from bot.channels.web.sessions import Sessions
from bot.channels.web.settings import Settings
from bot.channels.web.site import Clocks, site
from bot.core.knowledge import Knowledge
from tests.core.conftest import DAY

HERE = "http://127.0.0.1"
PUBLIC = "https://wen.example.cn"
SETTINGS = Settings(turns_at_once=1e9, requests_at_once=1e9)


class Clock:
    """Count seconds that a test lets go by."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


class Visit:
    """Hold one site with its talks, and one browser before it."""

    def __init__(
        self,
        knowledge: Knowledge,
        settings: Settings = SETTINGS,
        today: date = DAY,
    ) -> None:
        self.clock = Clock()
        self.sessions = Sessions(settings, self.clock)
        self.app = App(knowledge, self.sessions, lambda: today)
        clocks = Clocks(lambda: today, self.clock)
        self.site = site(self.app, knowledge, self.sessions, settings, clocks)
        self.address = PUBLIC if settings.secure else HERE
        self.browser = self.another()
        self.page = ""

    def another(self, site: ASGIApp | None = None) -> TestClient:
        """Return one more browser, with no cookie yet."""
        return TestClient(site or self.site, base_url=self.address)

    def look(self, address: str = "/") -> str:
        """Return the page of an address."""
        self.page = self.browser.get(address).text
        return self.page

    def say(self, words: str, field: str = "words") -> str:
        """Send words from the page in hand; return the page that comes."""
        if not self.page:
            self.look()
        form = {**hidden(self.page), field: words}
        self.page = self.browser.post("/", data=form).text
        return self.page

    def tap(self, says: str) -> str:
        """Tap a button, which has to be there."""
        assert f'value="{says}"' in unescape(self.page)
        return self.say(says, "says")


def hidden(page: str) -> dict[str, str]:
    """Return the hidden fields of a talk's form."""
    return dict(re.findall(r'name="(mark|at)" value="(\w*)"', page))


def said(page: str) -> str:
    """Return what the talk says on a page, only its letters and figures."""
    reader = _Reader()
    reader.feed(page)
    return letters("".join(reader.parts))


def letters(text: str) -> str:
    """Return the letters and figures of a text, with no space or sign."""
    return "".join(re.findall(r"\w", text))


class _Reader(HTMLParser):
    """Collect the text of all that is marked as said."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._inside: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("input", "meta", "link"):
            return
        classes = (dict(attrs).get("class") or "").split()
        self._inside.append("say" in classes or self._here)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Pass over what holds no text."""

    def handle_endtag(self, _: str) -> None:
        self._inside.pop()

    def handle_data(self, data: str) -> None:
        if self._here:
            self.parts.append(data)

    @property
    def _here(self) -> bool:
        return bool(self._inside) and self._inside[-1]
