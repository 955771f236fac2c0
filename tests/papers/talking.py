"""Talk with the real knowledge, for papers that need a card."""

from datetime import date

from bot.app import App
from bot.core.knowledge import Knowledge
from bot.core.state import State
from bot.storing.memory import MemoryStore

TODAY = date(2026, 11, 24)
ME = "群众"


def talked(knowledge: Knowledge, *words: str) -> State:
    """Return the state of a talk after these words."""
    store = MemoryStore()
    app = App(knowledge, store, lambda: TODAY)
    for said in words:
        app.handle(ME, said)
    return store.load(ME) or State(knowledge.version)
