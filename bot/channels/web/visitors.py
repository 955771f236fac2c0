"""Know who asks by a random id in a cookie, and by nothing else."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from bot.channels.web.settings import Settings
from bot.channels.web.tickets import Tickets

TALK, LARGE = "talk", "large"
"""Names of the two cookies: whose talk it is, and that the letters be large."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Name one browser: its id, the key of its talk, the mark of its forms."""

    ticket: str
    citizen: str
    mark: str
    new: bool
    large: bool

    def __repr__(self) -> str:
        """Say nothing of the id."""
        return "〈访客〉"


def visitor_of(request: Request, tickets: Tickets, settings: Settings) -> Visitor:
    """Return who asks; an id that is missing or not ours is replaced by a new one."""
    ticket = request.cookies.get(settings.cookie(TALK), "")
    citizen = tickets.citizen(ticket)
    new = not citizen
    if new:
        ticket = tickets.issue()
        citizen = tickets.citizen(ticket)
    mark = tickets.mark("form", citizen)
    large = request.cookies.get(settings.cookie(LARGE)) == "1"
    return Visitor(ticket, citizen, mark, new, large)


def give_cookie(response: Response, name: str, value: str, settings: Settings) -> None:
    """Set a cookie that ends with the browser; an empty value takes it back."""
    response.set_cookie(
        settings.cookie(name),
        value,
        max_age=None if value else 0,
        path="/",
        secure=settings.secure,
        httponly=True,
        samesite="lax",
    )
