"""Name what a channel needs of the application."""

from typing import Protocol

from bot.core.view import View


class Handle(Protocol):
    """Answer one citizen; the application gives it, channels only call it."""

    def greet(self, citizen: str) -> View:
        """Return what stands before the citizen now, a greeting at first."""

    def handle(self, citizen: str, text: str) -> View:
        """Take a citizen's words; return what to say."""
