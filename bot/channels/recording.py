"""Hear everything that is said in a talk, for staff who record a story."""

from datetime import date

from bot.channels.handling import Handle
from bot.core.commands import command
from bot.core.events import Restarted
from bot.core.view import View
from bot.papers.offer import Paper


class Recorder:
    """Stand before the application and keep what is said; 清除 wipes it too."""

    def __init__(self, app: Handle) -> None:
        self.app = app
        self.said: list[str] = []

    def greet(self, citizen: str) -> View:
        """Return what stands before the citizen now, a greeting at first."""
        return self.app.greet(citizen)

    def papers(self, citizen: str) -> tuple[Paper, ...]:
        """Return the papers that fit the citizen's card."""
        return self.app.papers(citizen)

    def handle(self, citizen: str, text: str) -> View:
        """Keep the words; return what the application says to them."""
        match command(text.strip(), date.min):
            case Restarted(wiped=True):
                self.said.clear()
            case _:
                self.said.append(text)
        return self.app.handle(citizen, text)
