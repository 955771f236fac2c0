"""Join pages, talk and guard into one application that any ASGI server runs."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import date
from time import monotonic

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.handling import Handle
from bot.channels.web.bucket import Bucket
from bot.channels.web.calculator import Calculator
from bot.channels.web.daily import Daily
from bot.channels.web.desk import Desk
from bot.channels.web.guard import Guard
from bot.channels.web.handing import Handing
from bot.channels.web.information import Information
from bot.channels.web.pages import Pages, refusal
from bot.channels.web.sessions import Sessions
from bot.channels.web.settings import Settings
from bot.channels.web.talking import Talking
from bot.channels.web.tickets import Tickets
from bot.core.knowledge import Knowledge

SWEEP_SECONDS = 60.0
"""How often idle talks are forgotten when nobody asks anything."""
ONE_YEAR = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class Clocks:
    """Say what day it is, and how many seconds have gone by."""

    today: Callable[[], date]
    seconds: Callable[[], float] = monotonic


def site(
    app: Handle,
    knowledge: Knowledge,
    sessions: Sessions,
    settings: Settings,
    clocks: Clocks,
) -> Guard:
    """Return the whole site; the application keeps its talks in the sessions."""
    s, tick, pages = settings, clocks.seconds, Pages(knowledge, settings.furniture)
    turns = Bucket(s.turns_a_second, s.turns_at_once, tick)
    requests = Bucket(s.requests_a_second, s.requests_at_once, tick)
    desk = Desk(
        app, knowledge, clocks.today, sessions, s, Tickets(s.secret), pages, turns
    )
    inner = Starlette(
        routes=[*_rooms(desk), *_talk(desk), *_information(desk), *_files(pages)],
        exception_handlers=dict.fromkeys((HTTPException, Exception), _fault(desk)),
        lifespan=_sweeping(sessions),
    )
    return Guard(inner, settings, requests, pages.fault)


def _rooms(desk: Desk) -> list[Route]:
    furniture = desk.settings.furniture
    return furniture.rooms(desk) if furniture else []


def _talk(desk: Desk) -> list[Route]:
    talk, hand = Talking(desk), Handing(desk)
    return [
        Route("/", talk.look, methods=["GET"]),
        Route("/", talk.turn, methods=["POST"]),
        Route("/again", talk.look_again),
        Route("/card", talk.card),
        Route("/papers/{number:int}.{form}", hand.letter),
        Route("/papers/calendar.ics", hand.calendar),
        Route("/papers/timeline.svg", hand.timeline),
        Route("/cleared", talk.cleared),
        Route("/letters", talk.letters, methods=["POST"]),
    ]


def _information(desk: Desk) -> list[Route]:
    told, counting, daily = Information(desk), Calculator(desk), Daily(desk)
    return [
        Route("/today", daily.today),
        Route("/glossary", told.glossary),
        Route("/rights", told.rights),
        Route("/offices", told.offices),
        Route("/offices/{name}", told.region),
        Route("/about", told.about),
        Route("/health", told.health),
        Route("/ready", told.ready),
        Route("/deadline", counting.choose),
        Route("/deadline/{remedy}", counting.ask, methods=["GET"]),
        Route("/deadline/{remedy}", counting.count, methods=["POST"]),
    ]


def _files(pages: Pages) -> list[Route]:
    async def style(_: Request) -> Response:
        headers = {"Cache-Control": ONE_YEAR}
        return Response(pages.style, media_type="text/css", headers=headers)

    async def mark(_: Request) -> Response:
        return Response(pages.mark, media_type="image/svg+xml")

    async def script(_: Request) -> Response:
        headers = {"Cache-Control": ONE_YEAR}
        return Response(pages.script, media_type="text/javascript", headers=headers)

    scripts = [Route(pages.script_address, script)] if pages.script else []
    return [Route(pages.style_address, style), Route("/mark.svg", mark), *scripts]


def _fault(desk: Desk) -> Callable[[Request, Exception], Response]:
    def say(request: Request, error: Exception) -> Response:
        status = getattr(error, "status_code", 500)
        words = refusal(status)
        return desk.page(request, "fault.html", status=status, words=words)

    return say


def _sweeping(
    sessions: Sessions,
) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    async def sweep() -> None:
        while True:
            await asyncio.sleep(SWEEP_SECONDS)
            sessions.sweep()

    @asynccontextmanager
    async def living(_: Starlette) -> AsyncIterator[None]:
        task = asyncio.create_task(sweep())
        yield
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

    return living
