"""Show what everybody may read: words, rights, offices, numbers, and about us."""

from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.channels.web.desk import Desk
from bot.core.citing import cite
from bot.core.offices import hotline_lines, region_lines
from bot.core.wording import plain_day
from bot.release import release
from bot.storing.schema import handed_over


@dataclass(frozen=True, slots=True)
class Entry:
    """Say one thing with its source."""

    name: str
    plain: str
    source: str


class Information:
    """Answer for the pages that have an address."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def glossary(self, request: Request) -> Response:
        """Explain every word in one sentence."""
        k = self._desk.knowledge
        entries = [
            Entry(term.name, term.plain, cite(k, term.basis))
            for term in k.terms.values()
        ]
        return self._desk.page(request, "glossary.html", entries=entries)

    async def rights(self, request: Request) -> Response:
        """Say what the law gives those who bring a matter, each with its source."""
        k = self._desk.knowledge
        entries = [
            Entry(right.name, right.plain, cite(k, right.basis))
            for right in k.rights.values()
        ]
        return self._desk.page(request, "rights.html", entries=entries)

    async def offices(self, request: Request) -> Response:
        """List the regions, and the numbers that hold everywhere."""
        k = self._desk.knowledge
        sure = [one for one in k.hotlines.values() if one.sure]
        unsure = [
            line
            for one in k.hotlines.values()
            if not one.sure
            for line in hotline_lines(k, one.number)
        ]
        days = [one.verified_on for one in sure if one.verified_on]
        return self._desk.page(
            request,
            "offices.html",
            regions=list(k.regions),
            hotlines=sure,
            unsure=unsure,
            checked=plain_day(min(days, default=None)),
        )

    async def region(self, request: Request) -> Response:
        """Show the offices of one region."""
        name = request.path_params["name"]
        found = self._desk.knowledge.regions.get(name)
        if found is None:
            raise HTTPException(404)
        lines = list(region_lines(self._desk.knowledge, found))[1:]
        checked = plain_day(found.verified_on)
        return self._desk.page(
            request, "region.html", region=found, checked=checked, lines=lines
        )

    async def about(self, request: Request) -> Response:
        """Say who we are not, and what is kept of a talk: nothing for long."""
        hours = round(self._desk.settings.idle_seconds / 3600)
        version = self._desk.knowledge.version
        return self._desk.page(
            request,
            "about.html",
            hours=hours,
            version=version,
            handed_over=handed_over(),
            release=release(),
        )

    async def health(self, request: Request) -> Response:
        """Tell a machine which knowledge is served, and whether newer files are bad."""
        faults: int = getattr(request.state, "faults", 0)
        words = {
            "status": "stale" if faults else "ok",
            "knowledge": self._desk.knowledge.version,
            "faults": faults,
        }
        return JSONResponse(words, 503 if faults else 200)

    async def ready(self, _: Request) -> Response:
        """Tell a machine that a talk can begin: the first screen was put together."""
        self._desk.app.greet("")
        return JSONResponse({"ready": True})
