"""Keep what one author looks at: the newest files, a talk, and where it stands."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from xml.sax.saxutils import quoteattr

from bot.channels.handling import Handle
from bot.core.casework import PURPOSE, RESOLVE
from bot.core.dialogue import State
from bot.core.facts import Case, Fact
from bot.core.knowledge import Knowledge, Problem
from bot.core.view import View
from bot.core.walking import Path, walk
from bot.papers.drawing import draw
from bot.proving.states import MATTER
from bot.proving.states import State as Way
from bot.proving.survey import Survey
from bot.proving.talks import Talk, talk_to
from bot.reading.reloading import Reloading

SIZE = re.compile(r'width="[^"]+mm" height="[^"]+mm" (?=viewBox="0 0 (\d+) (\d+)")')
"""How large a drawing is on paper; on a screen its letters are as large as ours."""
AUTHOR = "author"
"""The one who talks; there is only one."""


class Talks:
    """Keep the state of the author's talk and nothing else."""

    def __init__(self) -> None:
        self._kept: dict[str, State] = {}

    def load(self, citizen: str) -> State | None:
        """Return the state of the talk, or None."""
        return self._kept.get(citizen)

    def save(self, citizen: str, state: State) -> None:
        """Keep the state of the talk."""
        self._kept[citizen] = state

    def forget(self, citizen: str) -> None:
        """Forget the talk."""
        self._kept.pop(citizen, None)


Opened = Callable[[Knowledge, Talks], Handle]
"""Return the application that talks with some knowledge."""


class Workshop:
    """Join the newest files with a talk that can be begun at any step."""

    def __init__(
        self, reloading: Reloading, opened: Opened, today: Callable[[], date]
    ) -> None:
        self._reloading, self._opened, self._today = reloading, opened, today
        self._talks = Talks()
        self._handle = opened(reloading.knowledge, self._talks)
        self._survey = Survey(reloading.knowledge, today())
        self.instead: View | None = None
        """What was shown in place of the talk: the card of a danger."""
        self.version = 0
        """Counts up with every change, so that a page knows it is an old one."""

    @property
    def knowledge(self) -> Knowledge:
        """Return the last good knowledge."""
        return self._reloading.knowledge

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Return what is wrong with the newest files."""
        return self._reloading.problems

    @property
    def good(self) -> bool:
        """Return whether the newest files are the ones that are shown."""
        return self._reloading.good

    def look(self) -> None:
        """Take up changed files, if there are any."""
        before = self.knowledge
        if not self._reloading.look():
            return
        if self.knowledge is not before:
            self._handle = self._opened(self.knowledge, self._talks)
            self._survey = Survey(self.knowledge, self._today())
        self.version += 1

    def view(self) -> View:
        """Return what stands before the author now."""
        return self.instead or self._handle.greet(AUTHOR)

    def say(self, words: str) -> None:
        """Take what the author says or taps as a citizen would."""
        view = self._handle.handle(AUTHOR, words)
        self.instead = view if view.safety else None

    def begin(self, step: str) -> bool:
        """Begin the talk at a step, with answers that lead there; False if none do."""
        states = self._survey.states.at.get(step, [])
        ways = [(one, far) for one in states for far in (False, True)]
        if not ways:
            return False
        state, far = min(ways, key=_oddness)
        talk = talk_to(self._survey, state, far=far)
        self._talks.save(AUTHOR, State(self.knowledge.version, (_case(talk),), menu=()))
        self.instead = None
        return True

    def passed(self) -> tuple[str, ...]:
        """Return the steps the talk has come through; the last is where it is."""
        path = self._path
        asked = [step for _, step in path.asked]
        here = [path.here.id] if path.here is not None else []
        advised = [step.id for step in path.steps]
        return tuple(dict.fromkeys([*asked, *advised, *here]))

    def room(self) -> str:
        """Return the matter or road that the talk is in."""
        passed = self.passed()
        return (passed[-1] if passed else self.knowledge.start).partition("/")[0]

    def picture(self) -> str:
        """Return the drawing of the room, with where the talk is marked on it."""
        *before, here = self.passed() or (self.knowledge.start,)
        picture = SIZE.sub(
            r'width="\1" height="\2" ', draw(self.knowledge, self.room())
        )
        for step in before:
            picture = _marked(picture, step, "passed")
        return _marked(picture, here, "here")

    def rooms(self) -> Iterator[tuple[str, str, str]]:
        """Return every road and matter with its field and its first step."""
        names = [step.partition("/")[0] for step in self.knowledge.steps]
        for name in dict.fromkeys(names):
            if name not in self.knowledge.matters:
                first = next(
                    s for s in self.knowledge.steps if s.startswith(f"{name}/")
                )
                yield "路线图", name, first
        for matter in self.knowledge.matters.values():
            yield matter.guide, matter.name, matter.first

    @property
    def _path(self) -> Path:
        state = self._talks.load(AUTHOR) or State(self.knowledge.version)
        return walk(self.knowledge, state.case, self._today())


def _oddness(way: tuple[Way, bool]) -> tuple[bool, bool, int]:
    """Return how far a way is from the commonest: to have one's own matter solved."""
    state, far = way
    return (PURPOSE, RESOLVE) not in state.answers(far=far), far, state.least


def _case(talk: Talk) -> Case:
    matter = next((str(v) for name, v in talk.answers if name == MATTER), None)
    facts = (
        (name, Fact(value, "asked")) for name, value in talk.answers if name != MATTER
    )
    return Case(matter, tuple(facts))


def _marked(picture: str, step: str, mark: str) -> str:
    box = f"data-step={quoteattr(step)}"
    return picture.replace(f"<g {box}>", f'<g {box} class="{mark}">')
