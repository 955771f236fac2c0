"""Count talks by day and guide, and show no count that could be one person's.

A talk that accuses somebody is not counted, and a danger never gets here.
"""

from collections import Counter
from datetime import date

from bot.core.casework import PURPOSE, PURPOSES
from bot.core.facts import Case
from bot.core.knowledge import Knowledge
from bot.core.state import State
from bot.storing.contract import Sums

FEWEST = 11
"""A count below this is not shown."""
NOT_UNDERSTOOD = "没听懂"
"""The row of first words that led nowhere; the words are not kept."""
UNCOUNTED = frozenset({"纪检监察", "涉黑涉恶线索"})
"""Guides whose matters accuse somebody, whatever the purpose is called."""


class Tally:
    """Keep counts in memory until they are written, some time later."""

    def __init__(self) -> None:
        self._sums: Counter[tuple[str, str]] = Counter()

    def note(
        self, knowledge: Knowledge, day: date, before: State | None, after: State | None
    ) -> None:
        """Count what a turn has begun."""
        for row in begun(knowledge, before, after):
            self._sums[day.isoformat(), row] += 1

    def taken(self) -> Sums:
        """Return the counts and begin again."""
        sums, self._sums = self._sums, Counter()
        return sums

    def put_back(self, sums: Sums) -> None:
        """Keep counts that could not be written."""
        self._sums.update(sums)


def begun(
    knowledge: Knowledge, before: State | None, after: State | None
) -> tuple[str, ...]:
    """Return the guides of the matters that a turn has opened."""
    if after is None:
        return ()
    known = {case.matter for case in before.cases} if before else set()
    guides = {
        knowledge.matters[case.matter].guide
        for case in after.cases
        if case.matter in knowledge.matters
        and case.matter not in known
        and not _accuses(case)
    }
    lost = (before is None or known == {None}) and "not_understood" in after.notice
    return (*sorted(guides - UNCOUNTED), *([NOT_UNDERSTOOD] if lost else ()))


def shown(sums: Sums, today: date) -> dict[str, dict[str, int]]:
    """Return what may be seen: whole days, and counts that are large enough."""
    table: dict[str, dict[str, int]] = {}
    for (day, guide), n in sorted(sums.items()):
        if day < today.isoformat() and n >= FEWEST:
            table.setdefault(day, {})[guide] = n
    return table


def _accuses(case: Case) -> bool:
    purpose = case.known().get(PURPOSE)
    return purpose is not None and purpose.value == PURPOSES["accuse"]
