"""Survey a map once for all rules: its graph, its values, all its states."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from bot.core.knowledge import Knowledge
from bot.proving.graph import Graph, circles, graph_of, ways
from bot.proving.liveness import Liveness, liveness_of
from bot.proving.states import Ground, States, explore
from bot.proving.values import Values, values_of


@dataclass(frozen=True)
class Survey:
    """Hold a map with all that the rules ask of it again and again."""

    knowledge: Knowledge
    today: date

    @cached_property
    def graph(self) -> Graph:
        """Return which step can follow which."""
        return graph_of(self.knowledge)

    @cached_property
    def values(self) -> Values:
        """Return which values facts and clocks can take."""
        return values_of(self.knowledge)

    @cached_property
    def liveness(self) -> Liveness:
        """Return what still matters at every step."""
        return liveness_of(self.knowledge, self.graph, self.values)

    @cached_property
    def ground(self) -> Ground:
        """Return what a visit of the map needs."""
        return Ground(self.knowledge, self.graph, self.values, self.liveness)

    @cached_property
    def states(self) -> States:
        """Return every state of the map."""
        return explore(self.ground)

    @cached_property
    def walkable(self) -> bool:
        """Return whether the map can be walked: no way into nothing, no circle."""
        steps, matters = self.knowledge.steps, self.knowledge.matters
        goes = {go for step in steps.values() for go, _ in ways(step)}
        firsts = {matter.first for matter in matters.values()}
        known = goes | firsts | {self.knowledge.start} <= steps.keys()
        return known and next(circles(self.graph.after), None) is None
