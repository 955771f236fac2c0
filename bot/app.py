"""Join knowledge, store and clock: handle(citizen, words) → view."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.core.dialogue import State, step
from bot.core.events import Event, Restarted
from bot.core.knowledge import Knowledge
from bot.core.view import View, safety_page, safety_view, shown_instead, view
from bot.understanding.turning import Endangered, PressedSafety, turn_for

CHINA = ZoneInfo("Asia/Shanghai")


class Store(Protocol):
    """Keep the state of each talk."""

    def load(self, citizen: str) -> State | None:
        """Return the state of a talk, or None."""

    def save(self, citizen: str, state: State) -> None:
        """Keep the state of a talk."""

    def forget(self, citizen: str) -> None:
        """Forget a talk."""


class App:
    """Answer citizens; the only place where the day of today is read."""

    def __init__(
        self, knowledge: Knowledge, store: Store, today: Callable[[], date]
    ) -> None:
        self.knowledge, self.store, self.today = knowledge, store, today

    def greet(self, citizen: str) -> View:
        """Return what stands before the citizen now, a greeting at first."""
        return view(self.knowledge, self._load(citizen), self.today())

    def handle(self, citizen: str, text: str) -> View:
        """Take a citizen's words; save first, then speak.

        A danger is answered at once and leaves no trace in the state.
        """
        match turn_for(text, self.knowledge, self.today()):
            case Endangered(danger, matter):
                return safety_view(self.knowledge, danger, matter)
            case PressedSafety():
                return safety_page(self.knowledge)
            case event:
                return self.take(citizen, event)

    def take(self, citizen: str, event: Event) -> View:
        """Take an event; save first, then speak."""
        before = self._load(citizen)
        card = shown_instead(self.knowledge, before, event)
        if card is not None:
            return card
        state = step(self.knowledge, before, event)
        if isinstance(event, Restarted) and event.wiped:
            self.store.forget(citizen)
        else:
            self.store.save(citizen, state)
        return view(self.knowledge, state, event.today)

    def _load(self, citizen: str) -> State:
        return self.store.load(citizen) or State(self.knowledge.version)


def today_in_china() -> date:
    """Return the day it is in China now."""
    return datetime.now(CHINA).date()
