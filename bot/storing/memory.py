"""Keep sessions in memory only; the end of the process forgets them."""

from bot.core.dialogue import State


class MemoryStore:
    """Keep the state of each talk until it is forgotten."""

    def __init__(self) -> None:
        self._states: dict[str, State] = {}

    def load(self, citizen: str) -> State | None:
        """Return the state of a talk, or None."""
        return self._states.get(citizen)

    def save(self, citizen: str, state: State) -> None:
        """Keep the state of a talk."""
        self._states[citizen] = state

    def forget(self, citizen: str) -> None:
        """Forget a talk."""
        self._states.pop(citizen, None)
