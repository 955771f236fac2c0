"""Find where a case is by walking the map with its facts."""

from dataclasses import dataclass
from datetime import date

from bot.core.facts import Case, Fact, Span
from bot.core.knowledge import (
    UNSURE,
    Advise,
    Advised,
    Ask,
    Knowledge,
    Question,
    Step,
    When,
)
from bot.core.timing import Known, holds


@dataclass(frozen=True, slots=True)
class Gathered:
    """Keep one advised remedy and the step that advised it."""

    advised: Advised
    step: Advise
    muted: frozenset[str] = frozenset()
    """Days of the road, which start no clock of the matter by their kind."""


@dataclass(frozen=True, slots=True)
class Path:
    """Hold what a walk found: where it stopped, what counted on the way.

    `here` is None at the end of the road. `facts` holds only what lay on the
    path, in path order; `asked` names each fact with the step that asks it.
    """

    here: Step | None
    asked: tuple[tuple[str, str], ...]
    facts: dict[str, Fact]
    gathered: tuple[Gathered, ...]
    steps: tuple[Advise, ...]


class MapError(Exception):
    """Tell that a map the proof should have refused was walked."""


def walk(knowledge: Knowledge, case: Case, today: date) -> Path:
    """Walk the map with the facts of a case until a fact is missing.

    Raises: MapError when the map leads round in a circle.
    """
    return _Walk(knowledge, case, today).run()


def offered(question: Question, fact: Fact | None) -> bool:
    """Return whether the fact is an answer its question still offers."""
    if fact is None:
        return False
    match question.kind:
        case "day":
            return fact.value == UNSURE or isinstance(fact.value, Span)
        case "place":
            return isinstance(fact.value, str)
        case _:
            return fact.value == UNSURE or any(
                option.id == fact.value for option in question.options
            )


class _Walk:
    """Keep the moving parts of one walk."""

    def __init__(self, knowledge: Knowledge, case: Case, today: date) -> None:
        self.knowledge, self.case, self.today = knowledge, case, today
        self.known = case.known()
        self.facts: dict[str, Fact] = {}
        self.asked: list[tuple[str, str]] = []
        self.gathered: list[Gathered] = []
        self.steps: list[Advise] = []
        self.muted: frozenset[str] = frozenset()

    def run(self) -> Path:
        here: Step | None = self.knowledge.steps[self.knowledge.start]
        seen: set[str] = set()
        while here is not None:
            if here.id in seen:
                raise MapError(f"地图绕回了“{here.id}”")
            seen.add(here.id)
            match here:
                case Ask():
                    go = self._pass(here)
                case Advise():
                    self._gather(here)
                    go = here.then or ""
                case _:
                    go = self._first_of_matter()
            if go is None:
                break
            here = self.knowledge.steps[go] if go else None
        return Path(
            here, tuple(self.asked), self.facts, tuple(self.gathered), tuple(self.steps)
        )

    def _pass(self, here: Ask) -> str | None:
        """Return where an asking step leads; None when its fact is missing."""
        if here.fact and here.fact not in self.facts:
            fact = self.known.get(here.fact)
            if fact is None or not offered(self.knowledge.questions[here.fact], fact):
                return None
            self.asked.append((here.fact, here.id))
            self.facts[here.fact] = fact
        return next(branch.go for branch in here.branches if self._holds(branch.when))

    def _gather(self, here: Advise) -> None:
        self.steps.append(here)
        names = {one.advised.remedy for one in self.gathered}
        self.gathered += [
            Gathered(advised, here, self.muted)
            for advised in here.advised
            if advised.remedy not in names and self._holds(advised.when)
        ]

    def _holds(self, when: When) -> bool:
        return holds(self.knowledge, when, Known(self.facts, self.muted), self.today)

    def _first_of_matter(self) -> str | None:
        self.muted = frozenset(self.facts)
        matter = self.knowledge.matters.get(self.case.matter or "")
        return None if matter is None else matter.first
