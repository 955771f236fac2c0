"""Weigh every page, and time a turn beside the barest form the same server can serve.

Run: PYTHONPATH=. python tests/benchmarks/web.py
Prints the weight of each page with all it loads, then the time a turn takes (form,
redirect, page) on our site and on a Starlette form that only says its words back, in
the same process, in turns, and the ratio of the two; first without sockets, then
through the real server.
"""

import gc
import time
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from statistics import median
from threading import Thread
from urllib.parse import parse_qsl

import httpx2
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from bot.channels.web import serving
from bot.channels.web.pages import HOME, PLACES
from bot.core.knowledge import Knowledge
from bot.reading import knowledge_folder, load
from tests.channels.web.visiting import Visit, hidden

ROUNDS = 300
MOST_BYTES = 60_000
WORDS = "信访局的处理意见书我不服，上周三收到的"
OTHERS = ("/deadline/信访复查", "/offices/阳城县", "/cleared")
TALK = {
    "第一屏": (),
    "问题": (WORDS,),
    "指引三行": (WORDS, "先告诉我去哪"),
    "指引全部": (WORDS, "先告诉我去哪", "看全部"),
}


def bare() -> Starlette:
    """Return a form that says its words back: the least a turn can be."""
    said = {"words": ""}

    async def look(_: Request) -> Response:
        form = "<form method=post><input name=words><button>说</button></form>"
        return HTMLResponse(f"<!doctype html><p>{escape(said['words'])}{form}")

    async def turn(request: Request) -> Response:
        said.update(parse_qsl((await request.body()).decode()))
        return RedirectResponse("/", 303)

    return Starlette(routes=[Route("/", look), Route("/", turn, methods=["POST"])])


def weights(knowledge: Knowledge) -> Iterator[tuple[str, int]]:
    """Yield each page with the bytes of it and of all that it loads."""
    style = (HOME / "static" / "style.css").stat().st_size
    mark = (HOME / "static" / "mark.svg").stat().st_size
    for address in (*PLACES, *OTHERS):
        yield address, len(Visit(knowledge).look(address).encode()) + style + mark
    for name, taps in TALK.items():
        visit = Visit(knowledge)
        visit.look()
        for words in taps:
            visit.say(words)
        yield name, len(visit.page.encode()) + style + mark


class Asker:
    """Send turns to one site, keeping its cookie and the marks of its page."""

    def __init__(self, browser: httpx2.Client) -> None:
        self._browser = browser
        self._page = browser.get("/").text

    def turn(self, words: str) -> float:
        """Return the seconds from a form to the page that follows."""
        form = {**hidden(self._page), "words": words}
        begun = time.perf_counter()
        answer = self._browser.post("/", data=form, follow_redirects=True)
        seconds = time.perf_counter() - begun
        assert answer.status_code == 200
        self._page = answer.text
        return seconds


def compared(ours: Asker, other: Asker) -> tuple[list[float], list[float]]:
    """Return the seconds of turns on the one and the other, taken in turns."""
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(ROUNDS):
        words = ("重来", WORDS, "先告诉我去哪")[number % 3]
        for asker, row in zip((ours, other), times, strict=True):
            row.append(asker.turn(words))
    return times


@contextmanager
def reached(site: ASGIApp) -> Iterator[httpx2.Client]:
    """Serve a site as `wenlu serve` does; give a browser before it."""
    server = uvicorn.Server(serving.config(site, "127.0.0.1", 0, behind_front=False))
    thread = Thread(target=server.run)
    thread.start()
    while not server.started:
        thread.join(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    with httpx2.Client(base_url=f"http://127.0.0.1:{port}") as browser:
        yield browser
    server.should_exit = True
    thread.join()


def table(name: str, ours: list[float], other: list[float]) -> None:
    """Print one comparison."""
    print(f"{name}：{len(ours)} 下")
    for who, row in (("问路", ours), ("只回显的表单", other)):
        p99 = sorted(row)[int(len(row) * 0.99)]
        print(f"  {who:8}中位 {median(row) * 1e3:7.2f} ms  p99 {p99 * 1e3:7.2f} ms")
    print(f"  比值（中位）{median(ours) / median(other):.2f}")


def main() -> None:
    """Print the tables."""
    knowledge = load(knowledge_folder()).knowledge
    assert knowledge is not None
    gc.freeze()  # as the commands do once the knowledge is read
    print(f"页面的重量（连样式和图标，没有压缩；上限 {MOST_BYTES}）")
    for name, size in weights(knowledge):
        print(f"  {size:7d}  {'' if size <= MOST_BYTES else '太重 '}{name}")
    ours, other = Visit(knowledge), Visit(knowledge).another(bare())
    table("不经网络", *compared(Asker(ours.another()), Asker(other)))
    with reached(ours.site) as near, reached(bare()) as far:
        table("经真的服务器", *compared(Asker(near), Asker(far)))


if __name__ == "__main__":
    main()
