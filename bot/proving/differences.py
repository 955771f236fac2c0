"""Tell whose outcome differs between two versions of the knowledge."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import TypeAlias

from bot.core.knowledge import Knowledge
from bot.proving.besides import besides, reworded
from bot.proving.changes import Aspect, Change, Differences
from bot.proving.joint import Joint, Piece, partings, pieces
from bot.proving.outline import Outline
from bot.proving.remedies_changed import remedy_changes
from bot.proving.renaming import under_new_names, vanished
from bot.proving.results import aspects, completed, result_of
from bot.proving.states import MATTER
from bot.proving.survey import Survey
from bot.proving.talks import Talk, dated

MOST_TRIED = 6
"""Ends of one group that are tried for a talk with real days, the shortest first."""
MOST_DAYS = 400
"""Choices of days that are tried for one end."""
MOST_MATTERS = 40
"""Matters that are tried where the maps part before a matter is entered."""
ROAD = "路线图"

Group: TypeAlias = tuple[str, ...]


class UnwalkableError(Exception):
    """Tell that a map leads round in a circle or into nothing."""


def differences(old: Knowledge, new: Knowledge, today: date) -> Differences:
    """Return what differs for citizens; reordering alone makes no difference.

    Raises: UnwalkableError when a map cannot be walked.
    """
    before, after = Survey(under_new_names(old, new), today), Survey(new, today)
    if not (before.walkable and after.walkable):
        raise UnwalkableError("有一版的路绕成了圈，先用 wenlu check 改好")
    return Differences(
        (*_map_changes(before, after), *remedy_changes(before, after)),
        tuple(besides(before.knowledge, new)),
        tuple(reworded(before.knowledge, new)),
        tuple(vanished(old, new)),
    )


def _map_changes(before: Survey, after: Survey) -> Iterator[Change]:
    groups: dict[Group, list[Joint]] = {}
    for state in partings(Outline(before), Outline(after)):
        groups.setdefault(_group(state), []).append(state)
    for states in groups.values():
        states.sort(key=lambda state: (state.asked, len(state.answers)))
        found, talk = _shown(before, after, states)
        names = tuple(dict.fromkeys(map(_whose, states)))
        yield Change(
            names[0] if len(names) == 1 else f"{names[0]}等{len(names)}处",
            found,
            talk.text(after.knowledge),
            sum(state.ways for state in states),
            names if len(names) > 1 else (),
        )


def _whose(state: Joint) -> str:
    return state.given.get(MATTER, ROAD)


def _group(state: Joint) -> Group:
    """Return what is the same in all ends that changed alike, whosever they are."""
    old, new = pieces(state.old.said), pieces(state.new.said)
    if state.old.step != state.new.step:
        return state.old.step, state.new.step
    names_old, names_new = _remedies(old), _remedies(new)
    stay = set(names_old) & set(names_new)
    return (
        *(
            names[0] if names_old[:1] != names_new[:1] else ""
            for names in (names_old, names_new)
        ),
        "-" + " ".join(name for name in names_old if name not in stay),
        "+" + " ".join(name for name in names_new if name not in stay),
        *_order(names_old, names_new, stay),
        *sorted({one[0] for one in set(old) ^ set(new)}),
    )


def _remedies(some: tuple[Piece, ...]) -> list[str]:
    return [one[1] for one in some if one[0] == "remedy"] or [""]


def _order(old: list[str], new: list[str], stay: set[str]) -> tuple[str, ...]:
    """Return the order of the remedies that stay, old and new, if it changed."""
    before = [name for name in old if name in stay]
    after = [name for name in new if name in stay]
    return () if before == after else (*before, ">", *after)


def _shown(
    before: Survey, after: Survey, states: list[Joint]
) -> tuple[tuple[Aspect, ...], Talk]:
    """Return what changes, and the shortest talk with real days that shows it."""
    for state in states[:MOST_TRIED]:
        for talk in _talks(before, after, state):
            found = aspects(result_of(before, talk), result_of(after, talk))
            if found:
                return found, talk
    return _bare(states[0]), Talk(states[0].answers)


def _talks(before: Survey, after: Survey, state: Joint) -> Iterator[Talk]:
    """Return talks with real days that come to an end in both maps."""
    names = [*after.knowledge.matters] if MATTER not in state.given else [""]
    names = [name for name in names if not name or name in before.knowledge.matters]
    for talk in islice(dated(state.answers, after.today), MOST_DAYS):
        for matter in names[:MOST_MATTERS]:
            yield completed(talk, matter, before, after)


def _bare(state: Joint) -> tuple[Aspect, ...]:
    """Return what differs where no day was found on which it shows."""
    old, new = set(pieces(state.old.said)), set(pieces(state.new.said))
    name = "写法（没找到看得出来的日子）"
    return (Aspect(name, _listed(old - new), _listed(new - old)),)


def _listed(some: Iterable[Piece]) -> str:
    return "；".join(sorted("，".join(filter(None, one[1:])) for one in some)) or "没有"
