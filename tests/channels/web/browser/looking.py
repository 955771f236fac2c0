"""Look at a page as rules and old eyes do: axe, sizes, letters, focus."""

from collections.abc import Callable
from importlib.resources import files
from typing import Protocol

from playwright.sync_api import Page

SIZES = {
    "small": (320, 640),
    "phone": (390, 844),
    "desktop": (1280, 800),
    "hall": (1080, 1920),
}
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)
PATIENCE = 90_000
"""Milliseconds to wait for a page on a busy machine."""
CONTROL_PIXELS, TALLEST = 60, 1.5
"""Least side of a control, and its most height over width."""
LEAST_LETTERS, LARGE_LETTERS = 18, 30
"""Pixels of letters anywhere, and of a page with large letters."""
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
TAGS = "wcag2a wcag2aa wcag2aaa wcag21a wcag21aa wcag22aa best-practice"
RULES = {
    "runOnly": TAGS.split(),
    "rules": {
        "target-size": {"enabled": True},
        "color-contrast-enhanced": {"enabled": True},
    },
    "resultTypes": ["violations"],
}
CONTROLS = """([least, tallest]) => {
  const faults = [];
  const all = document.querySelectorAll('a[href], button, input, textarea, summary');
  for (const one of all) {
    const shown = one.closest('label') ?? one;
    const box = shown.getBoundingClientRect();
    if (one.type === 'hidden' || box.right < 0) continue;
    const what = `${one.tagName} ${(shown.innerText || one.name || '').slice(0, 12)}`;
    const size = `${Math.round(box.width)}x${Math.round(box.height)}`;
    const small = box.width < least - .5 || box.height < least - .5;
    if (small || box.height / box.width > tallest) faults.push(`${what} ${size}`);
  }
  for (const one of document.querySelectorAll('[onclick], [tabindex="1"]'))
    faults.push(`${one.tagName} is no control`);
  return faults;
}"""
LETTERS = """([root, least]) => {
  const faults = [];
  const words = document.createTreeWalker(
    document.querySelector(root), NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const text = words.currentNode.data.trim();
    const size = parseFloat(getComputedStyle(words.currentNode.parentElement).fontSize);
    if (text && size < least - .1) faults.push(`${text.slice(0, 12)} ${size}px`);
  }
  return faults;
}"""
WIDER = """() => {
  const root = document.scrollingElement;
  return root.scrollWidth > root.clientWidth
    ? [`page is ${root.scrollWidth} wide, window ${root.clientWidth}`] : [];
}"""
FOCUS = """() => {
  const one = document.activeElement, shown = one.closest('label') ?? one;
  if (one === document.body) return null;
  const style = getComputedStyle(shown), box = shown.getBoundingClientRect();
  const bar = document.querySelector('header').getBoundingClientRect().bottom;
  const hidden = !one.closest('header, .skip')
    && (box.bottom <= bar || box.top >= innerHeight);
  const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 3;
  const what = `${one.tagName} ${(one.innerText || one.name).slice(0, 12)}`;
  return [what, ring && !hidden];
}"""


class Opened(Protocol):
    """Open the first page at a size."""

    def __call__(
        self, size: str = "phone", *, script: bool = True, zoom: int = 1
    ) -> Page:
        """Return the page."""


def axe_faults(page: Page) -> list[str]:
    """Return what axe finds against WCAG 2.2 up to AAA and good practice."""
    page.evaluate(AXE)
    found = page.evaluate("rules => axe.run(document, rules)", RULES)
    return [
        f"{one['id']} {node['target']}"
        for one in found["violations"]
        for node in one["nodes"]
    ]


def layout_faults(page: Page, large: bool = False) -> list[str]:  # noqa: FBT001, FBT002
    """Return what is too small, too tall, too wide."""
    letters: list[str] = page.evaluate(LETTERS, ["body", LEAST_LETTERS])
    if large:
        letters += page.evaluate(LETTERS, ["main", LARGE_LETTERS])
    controls: list[str] = page.evaluate(CONTROLS, [CONTROL_PIXELS, TALLEST])
    return [*page.evaluate(WIDER), *controls, *letters]


def unseen_focus(page: Page) -> list[str]:
    """Walk over every control with Tab; return those whose focus is not seen."""
    faults = []
    page.focus(".skip")
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    while found := page.evaluate(FOCUS):
        faults += [] if found[1] else [found[0]]
        page.keyboard.press("Tab")
    return faults


def say(page: Page, words: str) -> None:
    """Write words and send them."""
    page.fill("#words", words)
    press(page, "form.words .main")


def tap(page: Page, says: str) -> None:
    """Tap the button that says something."""
    press(page, f"button[value='{says}']")


def press(page: Page, what: str) -> None:
    """Press what leads to another page, and wait for it."""
    with page.expect_navigation():
        page.click(what)


def _talk(*taps: str) -> Callable[[Page], None]:
    def walk(page: Page) -> None:
        page.context.clear_cookies(name="talk")
        page.goto("/")
        say(page, "信访局的处理意见书我不服，上周三收到的")
        for one in taps:
            tap(page, one)

    return walk


def _at(address: str) -> Callable[[Page], None]:
    def walk(page: Page) -> None:
        page.goto(address)

    return walk


def _offers(page: Page) -> None:
    page.context.clear_cookies(name="talk")
    _at("/")(page)
    say(page, "老板欠我工资")


def _fields(page: Page) -> None:
    page.context.clear_cookies(name="talk")
    _at("/")(page)
    tap(page, "选事项")


def _card_alone(page: Page) -> None:
    _talk("先告诉我去哪")(page)
    page.goto("/card")


def _danger(page: Page) -> None:
    _at("/about")(page)
    press(page, ".danger button")


def _counted(page: Page) -> None:
    _at("/deadline/信访复查")(page)
    page.fill("#day", "11月20日")
    press(page, "form.count .main")


def _day(page: Page) -> None:
    _at("/today")(page)
    page.click("summary")


PAGES: dict[str, Callable[[Page], None]] = {
    "greeting": _at("/"),
    "offers": _offers,
    "question": _talk(),
    "card": _talk("先告诉我去哪"),
    "whole card": _talk("先告诉我去哪", "看全部"),
    "articles": _talk("先告诉我去哪", "看条文"),
    "card to print": _card_alone,
    "letters": _talk("先告诉我去哪", "写材料"),
    "calendar": _talk("先告诉我去哪", "存日历"),
    "printing": _talk("先告诉我去哪", "打印"),
    "answers": _talk("我的回答"),
    "fields": _fields,
    "person": _talk("人工"),
    "danger": _danger,
    "cleared": _at("/cleared"),
    "remedies": _at("/deadline"),
    "calculator": _at("/deadline/信访复查"),
    "two days": _counted,
    "day": _day,
    "words": _at("/glossary"),
    "rights": _at("/rights"),
    "offices": _at("/offices"),
    "region": _at("/offices/阳城县"),
    "about": _at("/about"),
    "nothing there": _at("/nowhere"),
}
"""Every kind of page, with the way to it."""
