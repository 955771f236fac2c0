"""Play a platform: it delivers again until answered, and knows what must be kept."""

import random
from dataclasses import dataclass, field

CITIZENS = 50
REPLAYS = 3
"""Answered updates that are delivered once more at each start."""


@dataclass(slots=True)
class Ledger:
    """Know every update, whose it is, and what its talk must come to."""

    chance: random.Random
    owners: dict[int, int] = field(default_factory=dict)
    answered: list[int] = field(default_factory=list)
    waiting: dict[int, int] = field(default_factory=dict)
    replayed: int = 0
    sums: dict[int, int] = field(default_factory=dict)
    numbers: dict[int, int] = field(default_factory=dict)

    def fresh(self) -> tuple[int, int] | None:
        """Return a new update of a citizen who waits for no answer, if one is free."""
        free = [one for one in range(CITIZENS) if one not in self.waiting]
        if not free:
            return None
        citizen, update = self.chance.choice(free), len(self.owners) + 1
        self.owners[update] = citizen
        self.waiting[citizen] = update
        self.sums[citizen] = after(self.sums.get(citizen, 0), update)
        self.numbers[citizen] = self.numbers.get(citizen, 0) + 1
        return update, citizen

    def again(self) -> list[tuple[int, int]]:
        """Return what a platform delivers to a worker that has just started."""
        sent = [(update, citizen) for citizen, update in self.waiting.items()]
        most = min(REPLAYS, len(self.answered))
        old = self.chance.sample(self.answered, most)
        self.replayed += most
        sent += [(update, self.owners[update]) for update in old]
        self.chance.shuffle(sent)
        return sent

    def acknowledge(self, update: int) -> None:
        """Take an answer."""
        if self.waiting.get(self.owners[update]) == update:
            del self.waiting[self.owners[update]]
            self.answered.append(update)

    def verdict(self, kept: dict[int, tuple[int, int]]) -> dict[str, int]:
        """Compare what is kept (number of updates, sum) with what must be."""
        lost = doubled = wrong = 0
        for citizen, number in self.numbers.items():
            found, total = kept.get(citizen, (0, 0))
            lost += max(0, number - found)
            doubled += max(0, found - number)
            wrong += total != self.sums[citizen]
        return {"lost": lost, "doubled": doubled, "wrong": wrong}


def after(total: int, update: int) -> int:
    """Return what a talk comes to after an update; the order matters."""
    return (total * 1_103_515_245 + update) & 0x7FFFFFFF
