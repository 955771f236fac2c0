"""Choose a question and a few picture cards by the day, from the knowledge itself."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from starlette.requests import Request
from starlette.responses import Response

from bot.channels.web.desk import Desk
from bot.core.citing import cite, doubts
from bot.core.deadlines import CITIZEN
from bot.core.knowledge import Basis, Knowledge, Limit, Remedy
from bot.core.wording import length_text

STRIDE = 101
"""Steps from one day's choice to the next: a prime, so that all get their turn."""
CARDS = 2
"""Cards of each kind on a day."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """Say one thing with its source: as a question with an answer, or on a card."""

    kind: str
    name: str
    ask: str
    answer: str
    source: str
    amount: str = ""
    unit: str = ""


class Daily:
    """Answer for the page of the day."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def today(self, request: Request) -> Response:
        """Show today's question and cards, and yesterday's question with its answer."""
        kinds = [tuple(kind(self._desk.knowledge)) for kind in (limits, rights, words)]
        day = self._desk.today()
        return self._desk.page(
            request,
            "today.html",
            today=question_of(kinds, day),
            yesterday=question_of(kinds, day - timedelta(days=1)),
            cards=cards_of(kinds, day),
        )


def limits(knowledge: Knowledge) -> Iterator[Lesson]:
    """Yield the time limits that hold for everybody who goes a way."""
    for remedy in knowledge.remedies.values():
        for limit in remedy.limits:
            if (
                limit.who == CITIZEN
                and not limit.when
                and _sure(knowledge, limit.basis)
            ):
                yield _limit(knowledge, remedy, limit)
                break


def rights(knowledge: Knowledge) -> Iterator[Lesson]:
    """Yield what the law gives those who bring a matter."""
    for right in knowledge.rights.values():
        if _sure(knowledge, right.basis):
            ask = f"“{right.name}”，法律是怎么说的？"
            source = cite(knowledge, right.basis)
            yield Lesson("right", right.name, ask, right.plain, source)


def words(knowledge: Knowledge) -> Iterator[Lesson]:
    """Yield the words that a law explains."""
    for term in knowledge.terms.values():
        if _sure(knowledge, term.basis):
            ask = f"“{term.name}”是什么意思？"
            source = cite(knowledge, term.basis)
            yield Lesson("word", term.name, ask, term.plain, source)


def question_of(kinds: Iterable[Sequence[Lesson]], day: date) -> Lesson | None:
    """Return the question of a day; each kind has its days in turn."""
    filled = [kind for kind in kinds if kind]
    if not filled:
        return None
    turn, which = divmod(day.toordinal(), len(filled))
    return _chosen(filled[which], turn)


def cards_of(kinds: Iterable[Sequence[Lesson]], day: date) -> list[Lesson]:
    """Return the cards of a day, some of each kind."""
    return [
        _chosen(kind, day.toordinal() * CARDS + n)
        for kind in kinds
        for n in range(min(CARDS, len(kind)))
    ]


def _chosen(kind: Sequence[Lesson], turn: int) -> Lesson:
    return kind[turn * STRIDE % len(kind)]


def _limit(knowledge: Knowledge, remedy: Remedy, limit: Limit) -> Lesson:
    name = remedy.label or remedy.name
    length = limit.length
    return Lesson(
        "limit",
        name,
        f"要走“{name}”，最晚什么时候提出？",
        f"{length_text(knowledge, limit, limit.starts[0])}。",
        cite(knowledge, limit.basis),
        str(length.amount),
        length.unit,
    )


def _sure(knowledge: Knowledge, basis: Basis) -> bool:
    """Return whether there is a source, and none that may no longer read so."""
    return bool(basis) and not list(doubts(knowledge, basis))
