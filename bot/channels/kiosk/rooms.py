"""Answer for what only a touch screen has: start, papers, slip, sound, end, call."""

import base64
import re
from collections.abc import Awaitable, Callable
from typing import TypeAlias

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from bot.channels.kiosk.calling import call
from bot.channels.kiosk.hall import Hall
from bot.channels.kiosk.speaking import Voice, spoken
from bot.channels.web.desk import Desk
from bot.channels.web.forms import read_form
from bot.channels.web.information import Information
from bot.channels.web.talking import CLEAR, SEE_OTHER, Talking
from bot.channels.web.visitors import TALK, give_cookie
from bot.core.phrases import say
from bot.papers.scanning import code_svg
from bot.papers.slips import slip_of

ALOUD = "aloud"
"""Cookie that says that every screen be read aloud, or only the one in hand."""
ALWAYS, ONCE = "1", "here"
TOLD = re.compile("复议|起诉|复查|复核|仲裁|上诉")
"""What the look of a paper names when it says where to go against it."""
Answer: TypeAlias = Callable[[Request], Awaitable[Response]]


class Rooms:
    """Keep what the rooms of one touch screen share."""

    def __init__(self, desk: Desk, hall: Hall, voice: Voice) -> None:
        self._desk, self._hall, self._voice = desk, hall, voice
        self._talk, self._told = Talking(desk), Information(desk)
        self._ended = 0

    def routes(self) -> list[Route]:
        """Return the addresses of the rooms; they stand before those of the web."""
        shown: dict[str, Answer] = {
            "/": self.door,
            "/start": self.start,
            "/papers": self.papers,
            "/slip": self.slip,
            "/card": self._talk.card,
            "/glossary": self._told.glossary,
            "/rights": self._told.rights,
            "/offices": self._told.offices,
            "/about": self._told.about,
        }
        self._shown = shown
        pages = [
            Route(address, self._with_voice(address, answer), methods=["GET"])
            for address, answer in shown.items()
        ]
        return [
            *pages,
            Route("/", self.turn, methods=["POST"]),
            Route("/sound", self.sound, methods=["GET"]),
            Route("/aloud", self.aloud, methods=["POST"]),
            Route("/end", self.end, methods=["POST"]),
            Route("/call", self.call, methods=["POST"]),
            Route("/ended", self.ended, methods=["GET"]),
        ]

    async def door(self, request: Request) -> Response:
        """Show the door to one who has said nothing yet, the talk to all others."""
        visitor = self._desk.visitor(request)
        if visitor.citizen in self._desk.sessions:
            return await self._talk.look(request)
        return self._desk.page(request, "attract.html")

    async def start(self, request: Request) -> Response:
        """Show the tiles: papers, the commonest matters, the fields."""
        k = self._desk.knowledge
        common = [name for name in common_matters(self._desk) if name in k.matters]
        fields = [(guide.label or name) for name, guide in k.guides.items()]
        return self._begin(request, "start.html", common=common, fields=fields)

    async def papers(self, request: Request) -> Response:
        """Show pictures of the papers that people hold."""
        documents = self._desk.knowledge.documents.values()
        told = {one.name for one in documents if TOLD.search("".join(one.look))}
        return self._begin(request, "papers.html", documents=documents, told=told)

    async def slip(self, request: Request) -> Response:
        """Show the slip to take away; it exists once the talk has come to a card."""
        desk = self._desk
        view = desk.app.greet(desk.visitor(request).citizen)
        if view.card is None:
            return RedirectResponse("/", SEE_OTHER)
        slip = slip_of(desk.knowledge, view.card, desk.today())
        code = code_svg(slip.scanned, "这张纸上的字") if slip.scanned else ""
        return desk.page(request, "slip.html", slip=slip, code=code)

    async def turn(self, request: Request) -> Response:
        """Take a turn as the web does; the card of a danger brings its own sound."""
        answer = await self._talk.turn(request)
        if isinstance(answer, HTMLResponse) and answer.status_code == 200:
            return self._sounding_safety(answer)
        return answer

    async def sound(self, request: Request) -> Response:
        """Speak the page that an address of ours shows to this visitor now."""
        address = request.query_params.get("of", "/")
        answer = self._shown.get(address)
        if answer is None:
            raise HTTPException(404)
        page = await answer(request)
        made = self._voice.wav(spoken(bytes(page.body).decode()))
        if not made:
            raise HTTPException(404)
        return Response(made, media_type="audio/wav")

    async def aloud(self, request: Request) -> Response:
        """Turn reading aloud on or off, or on for the screen in hand only."""
        form = await self._ours(request)
        address = form.get("back", "/")
        wish = form.get("wish", "")
        response = RedirectResponse(
            address if address in self._shown else "/", SEE_OTHER
        )
        kept = wish if wish in (ALWAYS, ONCE) else ""
        give_cookie(response, ALOUD, kept, self._desk.settings)
        return response

    async def end(self, request: Request) -> Response:
        """Forget the talk at once, and tell the launcher to begin a new browser."""
        await self._ours(request)
        self._desk.sessions.forget(self._desk.visitor(request).citizen)
        self._ended += 1
        response = RedirectResponse("/", SEE_OTHER)
        response.headers["Clear-Site-Data"] = CLEAR
        for name in (TALK, ALOUD):
            give_cookie(response, name, "", self._desk.settings)
        return response

    async def call(self, request: Request) -> Response:
        """Call a person, or say at which window there is one."""
        await self._ours(request)
        came = await call(self._hall)
        return self._desk.page(request, "called.html", came=came)

    async def ended(self, _: Request) -> Response:
        """Tell the launcher how many talks have ended; it counts, and knows no more."""
        return JSONResponse({"ended": self._ended})

    def _begin(self, request: Request, template: str, **parts: object) -> Response:
        """Return a page whose tiles are first words of a talk."""
        visitor = self._desk.visitor(request)
        at = self._talk.stands(visitor, self._desk.app.greet(visitor.citizen))
        page = self._desk.pages.write(
            template, visitor, request.url.path, 200, at=at, **parts
        )
        return self._desk.with_id(page, visitor)

    async def _ours(self, request: Request) -> dict[str, str]:
        """Return a form, if it came from a page of ours."""
        form = dict(await read_form(request, self._desk.settings))
        if self._talk.not_ours(request, form, self._desk.visitor(request)):
            raise HTTPException(403)
        return form

    def _with_voice(self, address: str, answer: Answer) -> Answer:
        """Return the answer with what is heard of it, or what may be asked for."""

        async def speaking(request: Request) -> Response:
            page = await answer(request)
            if not isinstance(page, HTMLResponse):
                return page
            asked = request.cookies.get(self._desk.settings.cookie(ALOUD), "")
            hush = bool(self._desk.app.greet(self._desk.visitor(request).citizen).hush)
            return self._voiced(page, address, asked, hush=hush)

        return speaking

    def _voiced(
        self, page: HTMLResponse, address: str, asked: str, *, hush: bool
    ) -> HTMLResponse:
        """Put the means of reading aloud into a page where the mark for them stands."""
        text = bytes(page.body).decode()
        if not self._voice.can(spoken(text)):
            return _filled(page, text, "")
        now = asked == ONCE or (asked == ALWAYS and not hush)
        part = self._desk.pages.part(
            "voice.html", address=address, now=now, always=asked == ALWAYS, hush=hush
        )
        made = _filled(page, text, part)
        if asked == ONCE:
            give_cookie(made, ALOUD, "", self._desk.settings)
        return made

    def _sounding_safety(self, page: HTMLResponse) -> HTMLResponse:
        text = bytes(page.body).decode()
        made = self._voice.wav(spoken(text))
        sound = base64.b64encode(made).decode()
        part = self._desk.pages.part("sound.html", sound=sound) if made else ""
        return _filled(page, text, part)


MARK = "<!--voice-->"
"""Where a page of the screen takes the means of reading aloud."""


def common_matters(desk: Desk) -> list[str]:
    """Return the matters that people come with most, as staff listed them."""
    return say(desk.knowledge, "kiosk_common").split()


def _filled(page: HTMLResponse, text: str, part: str) -> HTMLResponse:
    """Return the page with its mark filled, its other headers kept."""
    made = HTMLResponse(text.replace(MARK, part, 1), page.status_code)
    kept = [
        (name, value)
        for name, value in page.raw_headers
        if name not in (b"content-length", b"content-type")
    ]
    made.raw_headers += kept
    return made
