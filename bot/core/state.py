"""Keep a talk between two turns: answers, never a position, never words."""

from dataclasses import dataclass, replace

from bot.core.facts import Case

MOST_CASES = 4
"""Cases one talk may hold; more would not fit the 2 KB of a session."""
MISREADS = frozenset({"not_offered", "several", "no_day", "no_number"})
"""Notices that tell why words were no answer; several in a row are kept."""
MOST_MISREADS = 3


@dataclass(frozen=True, slots=True)
class State:
    """Keep the cases of a talk, which one is in hand, and the page beside it.

    `notice` and `menu` hold codes and knowledge names. A menu is () for none,
    ("start",), ("which", matter…), ("more", "matter=score"…), ("offer", matter),
    ("change", fact), or a page that Turned names.
    """

    version: str
    cases: tuple[Case, ...] = (Case(),)
    at: int = 0
    notice: tuple[str, ...] = ()
    menu: tuple[str, ...] = ("start",)

    @property
    def case(self) -> Case:
        """Return the case the talk is about now."""
        return self.cases[self.at]

    def with_case(self, case: Case) -> "State":
        """Return the state with the case in hand replaced."""
        cases = (*self.cases[: self.at], case, *self.cases[self.at + 1 :])
        return replace(self, cases=cases)

    def noticing(self, *notice: str) -> "State":
        """Return the state with what has to be said once."""
        return replace(self, notice=notice)

    def turned(self, *menu: str) -> "State":
        """Return the state with another page beside the talk."""
        return replace(self, menu=menu)


def added(state: State) -> State:
    """Return the state with one more case in hand; an empty one is used first."""
    if state.case == Case():
        return state.turned("start")
    if len(state.cases) >= MOST_CASES:
        return state.turned().noticing("too_many_cases")
    return replace(
        state, cases=(*state.cases, Case()), at=len(state.cases), menu=("start",)
    )
