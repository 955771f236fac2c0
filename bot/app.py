"""Join knowledge, store and clock: one turn is a pure function, kept before told."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.channels.handling import Reply
from bot.core.answers import plain
from bot.core.dialogue import State, adopted, step
from bot.core.encoding import mark
from bot.core.events import Event, Restarted
from bot.core.knowledge import Knowledge
from bot.core.numbers import said_number
from bot.core.phrases import say
from bot.core.view import View, safety_page, safety_view, shown_instead, view
from bot.papers.offer import Paper, papers_for
from bot.release import release
from bot.storing.contract import Delivery, Kept, Sessions
from bot.storing.counting import Tally
from bot.storing.schema import handed_over
from bot.understanding.turning import Endangered, PressedSafety, Turn, turn_for

CHINA = ZoneInfo("Asia/Shanghai")
HURRY_SECONDS = 10 * 60
"""A number sent so shortly before the last answer was not meant for it."""


class Store(Protocol):
    """Keep the state of each talk."""

    def load(self, citizen: str) -> State | None:
        """Return the state of a talk, or None."""

    def save(self, citizen: str, state: State) -> None:
        """Keep the state of a talk."""

    def forget(self, citizen: str) -> None:
        """Forget a talk."""


@dataclass(frozen=True, slots=True)
class Turned:
    """Hold what is kept after a turn (None: the talk is forgotten) and what is said."""

    kept: State | None
    said: View


def turned(
    knowledge: Knowledge, before: State | None, turn: Turn, today: date
) -> Turned:
    """Return what follows from a turn; a danger leaves what is kept alone."""
    match turn:
        case Endangered(danger, matter):
            return Turned(before, safety_view(knowledge, danger, matter))
        case PressedSafety():
            return Turned(before, safety_page(knowledge))
        case event:
            return _stepped(knowledge, before, event, today)


def told_again(
    knowledge: Knowledge, now: State | None, turn: Turn, today: date
) -> View:
    """Return what a repeated delivery is told: what was said, read from what is kept.

    A safety card comes from the words themselves, so it comes again.
    """
    match turn:
        case Endangered() | PressedSafety():
            return turned(knowledge, now, turn, today).said
        case Restarted(wiped=True) if now is None:
            return _stepped(knowledge, None, turn, today).said
        case event:
            here = _current(knowledge, now)
            card = shown_instead(knowledge, here, event)
            return card or _said(knowledge, here, today)


class App:
    """Answer citizens; the only place where the day of today is read."""

    def __init__(
        self,
        knowledge: Knowledge,
        store: Store,
        today: Callable[[], date],
        tally: Tally | None = None,
    ) -> None:
        self.knowledge, self.store, self.today = knowledge, store, today
        self._tally = tally or Tally()

    def greet(self, citizen: str) -> View:
        """Return what stands before the citizen now, a greeting at first."""
        return stands(self.knowledge, self.store.load(citizen), self.today())

    def handle(self, citizen: str, text: str) -> View:
        """Take a citizen's words; save first, then speak."""
        today = self.today()
        return self._take(citizen, turn_for(text, self.knowledge, today), today)

    def papers(self, citizen: str) -> tuple[Paper, ...]:
        """Return the papers that fit the citizen's card; none without a card."""
        return _papers(self.knowledge, self.store.load(citizen), self.today())

    def take(self, citizen: str, event: Event) -> View:
        """Take an event; save first, then speak."""
        return self._take(citizen, event, event.today)

    def _take(self, citizen: str, turn: Turn, today: date) -> View:
        before = self.store.load(citizen)
        after = turned(self.knowledge, before, turn, today)
        if after.kept is None:
            self.store.forget(citizen)
        elif after.kept is not before:
            self.store.save(citizen, after.kept)
        self._tally.note(self.knowledge, today, before, after.kept)
        return after.said


class Messenger:
    """Answer the deliveries of platforms, each once, however often it comes."""

    def __init__(
        self,
        knowledge: Knowledge,
        sessions: Sessions,
        today: Callable[[], date],
        tally: Tally | None = None,
    ) -> None:
        self.knowledge, self.sessions, self.today = knowledge, sessions, today
        self._tally = tally or Tally()

    async def answer(self, delivery: Delivery, text: str, at: str = "") -> Reply:
        """Take a delivery; answer only after it is kept.

        `at` is the mark of the talk that a tapped button belongs to: a button of
        another step changes nothing, and what stands now is shown again.
        Raises: BusyError when nothing was kept.
        """
        knowledge, today = self.knowledge, self.today()
        turn, said, before = turn_for(text, knowledge, today), View(), None

        def take(kept: Kept) -> State | None:
            nonlocal said, before
            before = kept.state
            if _late(kept, delivery, text, at) and not _counts_anyway(turn):
                said = stands(knowledge, kept.state, today, "moved_on")
                return kept.state
            after = turned(knowledge, kept.state, turn, today)
            said = after.said
            return after.kept

        answered = await self.sessions.answer(delivery, take)
        if not answered.repeated:
            self._tally.note(knowledge, today, before, answered.state)
        else:
            said = told_again(knowledge, answered.state, turn, today)
        said = _reminded(knowledge, said)
        return Reply(said, mark(answered.state), repeated=answered.repeated)

    async def papers(self, channel: str, citizen: str) -> tuple[Paper, ...]:
        """Return the papers that fit the citizen's card; none without a card."""
        kept = await self.sessions.look(channel, citizen)
        return _papers(self.knowledge, kept.state, self.today())

    async def greet(self, channel: str, citizen: str) -> Reply:
        """Return what stands before the citizen now, a greeting at first."""
        kept = await self.sessions.look(channel, citizen)
        said = stands(self.knowledge, kept.state, self.today())
        return Reply(_reminded(self.knowledge, said), mark(kept.state), repeated=False)


def _papers(
    knowledge: Knowledge, state: State | None, today: date
) -> tuple[Paper, ...]:
    return papers_for(knowledge, _current(knowledge, state), today)


def stands(
    knowledge: Knowledge, state: State | None, today: date, *notice: str
) -> View:
    """Return what stands before a citizen now, in the words of today's knowledge."""
    here = _current(knowledge, state)
    return _said(knowledge, here.noticing(*notice) if notice else here, today)


def today_in_china() -> date:
    """Return the day it is in China now."""
    return datetime.now(CHINA).date()


def _stepped(
    knowledge: Knowledge, before: State | None, event: Event, today: date
) -> Turned:
    card = shown_instead(knowledge, _current(knowledge, before), event)
    if card is not None:
        return Turned(before, card)
    after = step(knowledge, before or State(knowledge.version), event)
    wiped = isinstance(event, Restarted) and event.wiped
    return Turned(None if wiped else after, _said(knowledge, after, today))


def _said(knowledge: Knowledge, state: State, today: date) -> View:
    """Return what a state means in words; the page 关于 tells what the tables hold."""
    said = view(knowledge, state, today)
    if state.menu[:1] != ("about",):
        return said
    return replace(said, page=(*said.page, *handed_over(), f"程序{release()}。"))


def _current(knowledge: Knowledge, state: State | None) -> State:
    """Return the talk in the words of the knowledge as it is now."""
    if state is None or state.version == knowledge.version:
        return state or State(knowledge.version)
    return adopted(knowledge, state)


def _reminded(knowledge: Knowledge, said: View) -> View:
    """Return the first screen of a card with when the talk will be forgotten."""
    if said.card is None or said.full:
        return said
    return replace(said, notices=(*said.notices, say(knowledge, "forgetting")))


def _late(kept: Kept, delivery: Delivery, text: str, at: str) -> bool:
    """Return whether an answer was meant for what stood before.

    A button carries the mark of its step. A typed number was meant for a menu that
    its writer had seen, so it has to be sent after the last answer was. Further
    apart than people hurry, it is the clocks that differ, and the number counts.
    """
    if at:
        return at != mark(kept.state)
    numbered = bool(delivery.sent) and said_number(plain(text)) is not None
    return numbered and 0 <= kept.spoken - delivery.sent < HURRY_SECONDS


def _counts_anyway(turn: Turn) -> bool:
    """Return whether a danger or a new beginning was meant, whatever stood there."""
    return isinstance(turn, Endangered | PressedSafety | Restarted)
