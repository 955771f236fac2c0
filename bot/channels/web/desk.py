"""Hold what every page needs at hand, and give each visitor the page in hand."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from starlette.requests import Request
from starlette.responses import Response

from bot.channels.handling import Handle
from bot.channels.web.bucket import Bucket
from bot.channels.web.pages import Pages
from bot.channels.web.sessions import Sessions
from bot.channels.web.settings import Settings
from bot.channels.web.tickets import Tickets
from bot.channels.web.visitors import TALK, Visitor, give_cookie, visitor_of
from bot.core.knowledge import Knowledge


@dataclass(frozen=True, slots=True)
class Desk:
    """Hold the application, its knowledge, and the means of the site."""

    app: Handle
    knowledge: Knowledge
    today: Callable[[], date]
    sessions: Sessions
    settings: Settings
    tickets: Tickets
    pages: Pages
    turns: Bucket

    def visitor(self, request: Request) -> Visitor:
        """Return who asks."""
        return visitor_of(request, self.tickets, self.settings)

    def page(
        self,
        request: Request,
        template: str,
        *,
        status: int = 200,
        **parts: object,
    ) -> Response:
        """Return a page; a new visitor gets an id with it."""
        visitor = self.visitor(request)
        address = request.url.path
        response = self.pages.write(template, visitor, address, status, **parts)
        return self.with_id(response, visitor)

    def with_id(self, response: Response, visitor: Visitor) -> Response:
        """Return the response, with the id of a new visitor."""
        if visitor.new:
            give_cookie(response, TALK, visitor.ticket, self.settings)
        return response
