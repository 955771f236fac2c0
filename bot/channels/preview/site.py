"""Answer the author's browser on this machine, and nobody else."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.responses import RedirectResponse as Redirect
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.channels.preview.workshop import Workshop
from bot.channels.web.forms import from_our_page, read_form
from bot.channels.web.settings import LOOPBACK, Settings

HOME = Path(__file__).parent
LOOKING_SECONDS = 0.2
"""How often the files are looked at."""
MOST_PROBLEMS = 30
"""Problems shown on the page; the first ones are mended first."""
SEE_OTHER, FORBIDDEN = 303, 403
POLICY = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""What the page may load; the drawing carries its own style."""
HEADERS = {"Content-Security-Policy": POLICY, "Cache-Control": "no-store"}
NO_WAY = "“{step}”现在走不到：没有哪种回答通到这一步。"


def preview(workshop: Workshop) -> ASGIApp:
    """Return the site that shows a workshop."""
    showing = _Showing(workshop)
    inner = Starlette(
        routes=[
            Route("/", showing.page),
            Route("/version", showing.version),
            Route("/say", showing.say, methods=["POST"]),
            Route("/begin", showing.begin, methods=["POST"]),
            *(_file(name, kind) for name, kind in FILES.items()),
        ],
        lifespan=_looking(workshop),
    )
    return _Home(inner)


class _Home:
    """Refuse whoever comes under another name, or from another page."""

    def __init__(self, inner: ASGIApp) -> None:
        self._inner = inner

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not _at_home(Request(scope)):
            await PlainTextResponse("只在本机用", FORBIDDEN)(scope, receive, send)
            return
        await self._inner(scope, receive, send)


def _at_home(request: Request) -> bool:
    host = Headers(scope=request.scope).get("host", "").rpartition(":")[0]
    reading = request.method in ("GET", "HEAD")
    return host in LOOPBACK and (reading or from_our_page(request))


class _Showing:
    """Write the page and take what the author does."""

    def __init__(self, workshop: Workshop) -> None:
        self._workshop, self._settings, self._notice = workshop, Settings(), ""
        self._templates = Environment(
            loader=FileSystemLoader(HOME / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    async def page(self, _: Request) -> Response:
        """Show problems, map and talk as they are now."""
        shop, notice = self._workshop, self._notice
        self._notice = ""
        fields = defaultdict(list)
        for field, name, first in shop.rooms():
            fields[field].append((name, first))
        text = self._templates.get_template("preview.html").render(
            version=shop.version,
            good=shop.good,
            problems=shop.problems,
            errors=sum(one.severity == "error" for one in shop.problems),
            most=MOST_PROBLEMS,
            room=shop.room(),
            fields=fields,
            picture=shop.picture(),
            view=shop.view(),
            notice=notice,
        )
        return HTMLResponse(text, headers=HEADERS)

    async def version(self, _: Request) -> Response:
        """Tell which version of the files is shown."""
        return PlainTextResponse(str(self._workshop.version), headers=HEADERS)

    async def say(self, request: Request) -> Response:
        """Take the author's words."""
        form = await read_form(request, self._settings)
        self._workshop.say(form.get("words", ""))
        return Redirect("/", SEE_OTHER)

    async def begin(self, request: Request) -> Response:
        """Begin the talk at a step."""
        step = (await read_form(request, self._settings)).get("step", "")
        if not self._workshop.begin(step):
            self._notice = NO_WAY.format(step=step)
        return Redirect("/", SEE_OTHER)


FILES = {"preview.css": "text/css", "preview.js": "text/javascript"}


def _file(name: str, kind: str) -> Route:
    body = (HOME / "static" / name).read_bytes()

    async def send(_: Request) -> Response:
        return Response(body, media_type=kind, headers=HEADERS)

    return Route(f"/{name}", send)


def _looking(
    workshop: Workshop,
) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    async def look() -> None:
        while True:
            await asyncio.to_thread(workshop.look)
            await asyncio.sleep(LOOKING_SECONDS)

    @asynccontextmanager
    async def living(_: Starlette) -> AsyncIterator[None]:
        task = asyncio.create_task(look())
        yield
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

    return living
