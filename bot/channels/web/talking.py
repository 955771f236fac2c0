"""Take the turns of a talk: a form comes in, a redirect goes out, a page is asked for.

What is shown is a function of what is kept, so looking again shows the same again. A
form from a page that no longer stands is not taken for an answer to the next one.
"""

from collections.abc import Mapping

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.channels.web.desk import Desk
from bot.channels.web.forms import from_our_page, read_form
from bot.channels.web.visitors import LARGE, TALK, Visitor, give_cookie
from bot.core.events import Restarted
from bot.core.layout import text_of
from bot.core.phrases import say
from bot.core.view import View
from bot.understanding.turning import Endangered, PressedSafety, turn_for

SEE_OTHER, FORBIDDEN, TOO_FAST = 303, 403, 429
MOVED_ON = "这一页已经变过了，刚才那一下没有记。请看现在的。"
CLEAR = '"cache", "cookies", "storage"'


class Talking:
    """Answer everything that belongs to a talk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def look(self, request: Request) -> Response:
        """Show where the talk stands."""
        return self._show(request, "")

    async def look_again(self, request: Request) -> Response:
        """Show where the talk stands to one whose page was an old one."""
        return self._show(request, MOVED_ON)

    async def turn(self, request: Request) -> Response:
        """Take what was tapped or written; a danger is answered whoever sent it."""
        form = await read_form(request, self._desk.settings)
        words = form.get("says") or form.get("words", "")
        visitor = self._desk.visitor(request)
        refusal = self._refusal(request, form, visitor)
        if refusal and not self._counts_anyway(words, refusal):
            return self._refuse(refusal)
        view = self._desk.app.handle(visitor.citizen, words)
        if view.safety:
            return self._safety(visitor, view)
        if visitor.citizen not in self._desk.sessions:
            return self._gone()
        return RedirectResponse("/", SEE_OTHER)

    async def card(self, request: Request) -> Response:
        """Show the whole card by itself, to be printed."""
        citizen = self._desk.visitor(request).citizen
        view = self._desk.app.greet(citizen)
        if view.card is None:
            return RedirectResponse("/", SEE_OTHER)
        papers = self._desk.app.papers(citizen)
        way = next((one.words for one in papers if one.kind == "timeline"), "")
        return self._desk.page(request, "card.html", card=view.card, way=way)

    async def cleared(self, request: Request) -> Response:
        """Say that nothing is left, to one who had all forgotten."""
        return self._show(request, say(self._desk.knowledge, "notice_wiped"))

    async def letters(self, request: Request) -> Response:
        """Make the letters large, or plain again."""
        form = await read_form(request, self._desk.settings)
        visitor = self._desk.visitor(request)
        if self.not_ours(request, form, visitor):
            raise HTTPException(FORBIDDEN)
        back = "/" + form.get("back", "").strip("/").partition("/")[0]
        response = RedirectResponse(
            back if back in self._desk.pages.addresses else "/", SEE_OTHER
        )
        give_cookie(response, LARGE, "" if visitor.large else "1", self._desk.settings)
        return response

    def _show(self, request: Request, notice: str) -> Response:
        visitor = self._desk.visitor(request)
        view = self._desk.app.greet(visitor.citizen)
        page = self._desk.pages.write(
            "talk.html",
            visitor,
            "/",
            view=view,
            notice=notice,
            at=self.stands(visitor, view),
            answers=say(self._desk.knowledge, "answers"),
        )
        return self._desk.with_id(page, visitor)

    def _safety(self, visitor: Visitor, view: View) -> Response:
        """Show the calm card of a danger here and now; nothing is kept of it."""
        at = self.stands(visitor, self._desk.app.greet(visitor.citizen))
        page = self._desk.pages.write("safety.html", visitor, "/", view=view, at=at)
        return page if visitor.new else self._desk.with_id(page, visitor)

    def _gone(self) -> Response:
        response = RedirectResponse("/cleared", SEE_OTHER)
        response.headers["Clear-Site-Data"] = CLEAR
        give_cookie(response, TALK, "", self._desk.settings)
        return response

    def _refuse(self, status: int) -> Response:
        if status == SEE_OTHER:
            return RedirectResponse("/again", SEE_OTHER)
        raise HTTPException(status)

    def _refusal(
        self, request: Request, form: Mapping[str, str], visitor: Visitor
    ) -> int:
        """Return why a form is not taken: not ours, too fast, or of an old page."""
        if from_our_page(request) and visitor.new:
            return SEE_OTHER
        if self.not_ours(request, form, visitor):
            return FORBIDDEN
        if not self._desk.turns.take(visitor.citizen):
            return TOO_FAST
        stands = self.stands(visitor, self._desk.app.greet(visitor.citizen))
        given = form.get("at", "")
        return 0 if self._desk.tickets.same(given, stands) else SEE_OTHER

    def not_ours(
        self, request: Request, form: Mapping[str, str], visitor: Visitor
    ) -> bool:
        """Return whether a form did not come from a page of ours."""
        mark = form.get("mark", "")
        known = not visitor.new and self._desk.tickets.same(mark, visitor.mark)
        return not (known and from_our_page(request))

    def _counts_anyway(self, words: str, refusal: int) -> bool:
        """Return whether words are a danger, or begin anew from an old page."""
        match turn_for(words, self._desk.knowledge, self._desk.today()):
            case Endangered() | PressedSafety():
                return True
            case Restarted():
                return refusal == SEE_OTHER
            case _:
                return False

    def stands(self, visitor: Visitor, view: View) -> str:
        """Return the mark of the page as it stands, so that an old one is known."""
        return self._desk.tickets.mark("at", visitor.citizen, text_of(view))
