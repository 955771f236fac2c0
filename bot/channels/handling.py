"""Name what a channel needs of the application."""

from dataclasses import dataclass
from typing import Protocol

from bot.core.view import View
from bot.papers.offer import Paper
from bot.storing.contract import Delivery


class Handle(Protocol):
    """Answer one citizen; the application gives it, channels only call it."""

    def greet(self, citizen: str) -> View:
        """Return what stands before the citizen now, a greeting at first."""

    def handle(self, citizen: str, text: str) -> View:
        """Take a citizen's words; return what to say."""

    def papers(self, citizen: str) -> tuple[Paper, ...]:
        """Return the papers that fit the citizen's card; none without a card."""


@dataclass(frozen=True, slots=True)
class Reply:
    """Hold what to say, the mark its buttons carry, and whether it is said again."""

    view: View
    at: str
    repeated: bool


class Answer(Protocol):
    """Answer the deliveries of a platform; a repeated one is told the same again."""

    async def answer(self, delivery: Delivery, text: str, at: str = "") -> Reply:
        """Take a delivery; answer only after it is kept.

        `at` is the mark that a tapped button carries, of the reply it belongs to.
        Raises: BusyError when nothing was kept.
        """

    async def greet(self, channel: str, citizen: str) -> Reply:
        """Return what stands before the citizen now, a greeting at first."""

    async def papers(self, channel: str, citizen: str) -> tuple[Paper, ...]:
        """Return the papers that fit the citizen's card; none without a card."""
