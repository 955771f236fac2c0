"""Keep the talks of the web in memory only, each for two idle hours and a day."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from bot.channels.web.settings import Settings
from bot.core.state import State


@dataclass(frozen=True, slots=True)
class _Talk:
    """Hold a talk with the seconds when it began and when it was last looked at."""

    begun: float
    seen: float
    state: State


class Sessions:
    """Keep talks; an idle one is forgotten, and one that never ends is too.

    When there are too many, the idlest one makes room.
    Units: the clock counts seconds and never runs back.
    """

    def __init__(
        self, settings: Settings, clock: Callable[[], float] = monotonic
    ) -> None:
        self._settings, self._clock = settings, clock
        self._talks: OrderedDict[str, _Talk] = OrderedDict()

    def __contains__(self, citizen: str) -> bool:
        """Return whether a talk is kept."""
        self.sweep()
        return citizen in self._talks

    def __len__(self) -> int:
        """Return how many talks are kept."""
        return len(self._talks)

    def __repr__(self) -> str:
        """Say how many talks there are, and nothing of them."""
        return f"〈{len(self)} 段对话〉"

    def keys(self) -> tuple[str, ...]:
        """Return the keys of the talks that are kept."""
        return tuple(self._talks)

    def load(self, citizen: str) -> State | None:
        """Return the state of a talk, or None; looking at it keeps it awake."""
        self.sweep()
        found = self._talks.get(citizen)
        if found is None:
            return None
        if self._clock() - found.begun >= self._settings.longest_seconds:
            self.forget(citizen)
            return None
        self._keep(citizen, found.state)
        return found.state

    def save(self, citizen: str, state: State) -> None:
        """Keep the state of a talk; the talk that is idle longest makes room."""
        self.sweep()
        self._keep(citizen, state)
        while len(self._talks) > self._settings.most_sessions:
            self._talks.popitem(last=False)

    def forget(self, citizen: str) -> None:
        """Forget a talk."""
        self._talks.pop(citizen, None)

    def sweep(self) -> None:
        """Forget every talk that was idle too long."""
        idle = self._clock() - self._settings.idle_seconds
        while self._talks and next(iter(self._talks.values())).seen < idle:
            self._talks.popitem(last=False)

    def _keep(self, citizen: str, state: State) -> None:
        now, before = self._clock(), self._talks.pop(citizen, None)
        self._talks[citizen] = _Talk(before.begun if before else now, now, state)
