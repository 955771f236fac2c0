"""Hand out the papers of the talk in hand: letters, calendar, picture of the way.

An address names a paper by its place in the list, never by what it is about; whose
talk it is the cookie says, and no answer is kept by a browser or a proxy.
"""

from collections.abc import Iterable
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from bot.channels.web.desk import Desk
from bot.papers.offer import Paper

GO_BACK = "回到问路（打印时不出现这一行）"
BACK = f'<body>\n<p class="back"><a href="/">{GO_BACK}</a></p>'.encode()
"""The way back from a letter shown by itself; it is not printed."""
SHOWN = frozenset({"html", "svg"})
"""Forms that a browser shows by itself; the others are kept as files."""


class Handing:
    """Answer everything that is taken in hand."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def letter(self, request: Request) -> Response:
        """Give the letter of a number in the asked form."""
        number, form = request.path_params["number"], request.path_params["form"]
        letters = [p for p in self._papers(request) if p.kind == "letter"]
        titles = list(dict.fromkeys(paper.title for paper in letters))
        wanted = titles[number - 1 : number] if number else []
        return self._given(p for p in letters if p.title in wanted and p.form == form)

    async def calendar(self, request: Request) -> Response:
        """Give the calendar file."""
        return self._given(p for p in self._papers(request) if p.kind == "calendar")

    async def timeline(self, request: Request) -> Response:
        """Give the picture of the way."""
        return self._given(p for p in self._papers(request) if p.kind == "timeline")

    def _papers(self, request: Request) -> tuple[Paper, ...]:
        return self._desk.app.papers(self._desk.visitor(request).citizen)

    def _given(self, found: Iterable[Paper]) -> Response:
        paper = next(iter(found), None)
        if paper is None:
            raise HTTPException(404)
        kept = "inline" if paper.form in SHOWN else "attachment"
        name = f"{kept}; filename*=UTF-8''{quote(paper.name)}"
        headers = {"Content-Disposition": name}
        made = paper.make()
        if paper.form == "html":
            made = made.replace(b"<body>", BACK, 1)
        return Response(made, media_type=paper.media_type, headers=headers)
