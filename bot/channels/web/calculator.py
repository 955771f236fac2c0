"""Count the two days of a time limit from one day; nothing of it is kept."""

from collections import defaultdict
from collections.abc import Iterable

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from bot.channels.web.desk import Desk
from bot.channels.web.forms import read_form
from bot.core.citing import cite
from bot.core.days import said_day
from bot.core.deadlines import CITIZEN, Deadline
from bot.core.facts import Fact, Span
from bot.core.knowledge import Knowledge
from bot.core.reasons import event_words
from bot.core.timing import Known, clocks_of, deadline_of
from bot.core.wording import day_text, length_text

STATUS = {"open": "还来得及", "expired": "看来已过", "unknown": "说不准，请尽快"}
NO_DAY = "没认出是哪一天。可以写“3月5日”“上周三”，或者“2026-08-05”。"


class Calculator:
    """Answer for the pages that count days."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def choose(self, request: Request) -> Response:
        """Offer every remedy that has a time limit for the citizen."""
        families = families_of(self._desk.knowledge)
        return self._desk.page(request, "deadlines.html", families=families)

    async def ask(self, request: Request) -> Response:
        """Ask from which event and day to count."""
        return self._page(request, {}, self._remedy(request))

    async def count(self, request: Request) -> Response:
        """Count, and show the days here and now."""
        remedy = self._remedy(request)
        form = await read_form(request, self._desk.settings)
        return self._page(request, dict(form), remedy)

    def _remedy(self, request: Request) -> str:
        name: str = request.path_params["remedy"]
        if not starts_of(self._desk.knowledge, name):
            raise HTTPException(404)
        return name

    def _page(self, request: Request, form: dict[str, str], remedy: str) -> Response:
        k, today = self._desk.knowledge, self._desk.today()
        starts = starts_of(k, remedy)
        event = form.get("event", "")
        event = event if event in starts else next(iter(starts))
        words = form.get("day", "")
        span = said_day(words, today) if form else None
        found = counted(k, remedy, {event: span}, self._desk) if span else ()
        return self._desk.page(
            request,
            "deadline.html",
            remedy=remedy,
            starts=starts,
            event=event,
            fault=NO_DAY if form and span is None else "",
            results=[result(k, one, self._desk) for one in found],
        )


def families_of(knowledge: Knowledge) -> dict[str, list[str]]:
    """Return the remedies that have a time limit for the citizen, by family."""
    families = defaultdict(list)
    for name in dict.fromkeys(knowledge.clocks.values()):
        if starts_of(knowledge, name):
            families[knowledge.remedies[name].family].append(name)
    return dict(families)


def starts_of(knowledge: Knowledge, remedy: str) -> dict[str, str]:
    """Return the events a citizen's limits of a remedy count from, in words."""
    found = knowledge.remedies.get(remedy)
    limits = found.limits if found else ()
    names = [s for one in limits if one.who == CITIZEN for s in one.starts]
    asked = {q.event for q in map(knowledge.questions.get, names) if q}
    return {
        name: event_words(_label(knowledge, name))
        for name in names
        if name not in asked
    }


def counted(
    knowledge: Knowledge, remedy: str, days: dict[str, Span], desk: Desk
) -> Iterable[Deadline]:
    """Return the citizen's time limits of a remedy that the days start."""
    known = Known({name: Fact(span, "told") for name, span in days.items()})
    for clock in clocks_of(knowledge, remedy):
        found = deadline_of(knowledge, clock, known, desk.today())
        if found is not None and found.start and found.who == CITIZEN:
            yield found


def result(knowledge: Knowledge, found: Deadline, desk: Desk) -> dict[str, object]:
    """Return what the page says of one time limit."""
    today = desk.today()
    return {
        "clock": found.clock,
        "status": STATUS[found.status],
        "length": length_text(knowledge, found.limit, found.start),
        "act_by": day_text(found.act_by, today) if found.act_by else "说不准",
        "over": day_text(found.surely_over, today) if found.surely_over else "说不准",
        "because": found.because,
        "basis": cite(knowledge, found.basis),
    }


def _label(knowledge: Knowledge, name: str) -> str:
    question = knowledge.questions.get(name)
    return (question.label or name) if question else name
