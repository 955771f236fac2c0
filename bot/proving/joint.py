"""Walk two maps side by side with the same answers, and stop where they part."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import TypeAlias

from bot.core.knowledge import UNSURE, Advise, Ask, Enter, When
from bot.proving.outline import Outline, bases
from bot.proving.states import MATTER, Answer, Facts
from bot.proving.values import CLOCK_VALUES, KNOWN, UNSURE_ONLY

END = ""
"""Stands for the step after the last one."""
Piece: TypeAlias = tuple[str, ...]
"""One thing that was advised: its kind, then what decides the outcome."""


@dataclass(frozen=True, slots=True)
class Side:
    """Keep where one of the maps is, what it asked, what it has advised."""

    step: str
    facts: Facts
    said: tuple[Piece, ...] = ()


@dataclass(slots=True, eq=False)
class Joint:
    """Keep one state of both maps; `came` is its shortest way.

    Units: `ways` counts lists of answers, `asked` the questions of the shortest.
    """

    old: Side
    new: Side
    given: Facts
    ways: int
    asked: int
    came: "tuple[Joint, Answer] | None" = None

    @property
    def answers(self) -> tuple[tuple[str, str], ...]:
        """Return the answers that lead here, the matter among them."""
        found: list[tuple[str, str]] = []
        came = self.came
        while came is not None:
            state, answer = came
            if answer is not None:
                found.append(answer)
            came = state.came
        return tuple(reversed(found))


def partings(old: Outline, new: Outline) -> Iterator[Joint]:
    """Return the ends at which the same answers lead to other advice."""
    return _Walking(old, new).run()


def pieces(said: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return what was advised as the card has it: each remedy once, the rest sorted."""
    remedies: dict[str, Piece] = {}
    for piece in said:
        if piece[0] == "remedy":
            remedies.setdefault(piece[1], piece)
    rest = sorted({piece for piece in said if piece[0] != "remedy"})
    return (*remedies.values(), *rest)


Key: TypeAlias = tuple[object, ...]
Move: TypeAlias = tuple[Facts, Side, Answer]
"""What is given now, where the moved map is, and what was answered for it."""


class _Walking:
    """Keep the moving parts of one walk through both maps, the highest first."""

    def __init__(self, old: Outline, new: Outline) -> None:
        self.old, self.new = old, new
        self.waiting: dict[int, dict[Key, Joint]] = {}
        names = old.survey.values.of.keys() & new.survey.values.of.keys()
        self.shared = {
            name: tuple(
                value
                for value in new.survey.values.of[name]
                if value in old.survey.values.of[name]
            )
            for name in names
        }
        self.matters = tuple(
            name for name in new.knowledge.matters if name in old.knowledge.matters
        )

    def run(self) -> Iterator[Joint]:
        old, new = (Side(one.knowledge.start, {}) for one in (self.old, self.new))
        self._wait(Joint(old, new, {}, 1, 0))
        while self.waiting:
            for state in self.waiting.pop(max(self.waiting)).values():
                if self._parted(state):
                    yield state
                else:
                    self._onward(state)

    def _parted(self, state: Joint) -> bool:
        """Return whether the maps have parted for good: no need to look further."""
        old, new = state.old, state.new
        if old.step == new.step == END:
            return True
        if old.step and new.step and self._same_below(state):
            return True
        if all(self._entering(state)):
            return pieces(old.said) != pieces(new.said)
        enters = [one.enters(side.step) for one, side in self._sides(state)]
        return any(self._entering(state)) and not all(enters)

    def _entering(self, state: Joint) -> tuple[bool, bool]:
        """Return which maps now ask for the matter."""
        if MATTER in state.given:
            return False, False
        old, new = state.old.step, state.new.step
        return self.old.at_enter(old), self.new.at_enter(new)

    def _sides(self, state: Joint) -> tuple[tuple[Outline, Side], ...]:
        return (self.old, state.old), (self.new, state.new)

    def _onward(self, state: Joint) -> None:
        """Move the map that is further behind by one step, in every way there is."""
        moves_old = self._moves_old(state)
        outline = self.old if moves_old else self.new
        side = state.old if moves_old else state.new
        for given, moved, answer in self._moves(outline, side, state.given):
            old, new = (moved, state.new) if moves_old else (state.old, moved)
            asked = state.asked + int(answer is not None and answer[0] != MATTER)
            self._wait(Joint(old, new, given, state.ways, asked, (state, answer)))

    def _moves_old(self, state: Joint) -> bool:
        """Return whether the old map is behind; entering a matter waits for both."""
        enter_old, enter_new = self._entering(state)
        if enter_old != enter_new:
            return enter_new
        return self._height(self.old, state.old) >= self._height(self.new, state.new)

    def _height(self, outline: Outline, side: Side) -> int:
        return outline.heights[side.step] if side.step else 0

    def _moves(self, outline: Outline, side: Side, given: Facts) -> Iterator[Move]:
        match outline.knowledge.steps[side.step]:
            case Enter():
                yield from self._into_matters(outline, side, given)
            case Advise() as step:
                for full, facts in self._clocked(outline, side.facts, given, step):
                    said = (*side.said, *advised(step, facts))
                    yield full, Side(step.then or END, facts, said), None
            case Ask() as step:
                yield from self._branches(outline, side, given, step)

    def _into_matters(
        self, outline: Outline, side: Side, given: Facts
    ) -> Iterator[Move]:
        """Enter every matter, or the one that the other map has entered."""
        known = given.get(MATTER)
        for name in self.matters if known is None else (known,):
            first = outline.knowledge.matters[name].first
            moved = Side(first, side.facts, side.said)
            yield {**given, MATTER: name}, moved, None if known else (MATTER, name)

    def _branches(
        self, outline: Outline, side: Side, given: Facts, step: Ask
    ) -> Iterator[Move]:
        for answered, facts, answer in self._asked(outline, side.facts, given, step):
            for full, read in self._clocked(outline, facts, answered, step):
                ways = (b.go for b in step.branches if holds(b.when, read))
                yield full, Side(next(ways, END), read, side.said), answer

    def _asked(
        self, outline: Outline, facts: Facts, given: Facts, step: Ask
    ) -> Iterator[tuple[Facts, Facts, Answer]]:
        """Answer the question of a step; one map's answer counts for the other."""
        name = step.fact
        if not name or name in facts:
            yield given, facts, None
            return
        offered = outline.survey.values.of[name]
        known = given.get(name)
        for value in (known,) if known is not None else self.shared.get(name, offered):
            if value in offered:
                now = {**_without_clocks(outline, facts, name), name: value}
                if known is not None:
                    yield given, now, None
                else:
                    rest = _without_clocks(outline, given, name)
                    yield {**rest, name: value}, now, (name, value)

    def _clocked(
        self, outline: Outline, facts: Facts, given: Facts, step: Ask | Advise
    ) -> Iterator[tuple[Facts, Facts]]:
        """Read the clocks of a step; both maps read one clock alike."""
        values = outline.survey.values
        clocks = [
            n for n in outline.tested[step.id] if n in values.limits and n not in facts
        ]
        dated = {
            clock
            for clock in clocks
            if any(facts.get(day) == KNOWN for day in values.days[clock])
        }
        ranges = [
            ((given[clock],) if clock in given else CLOCK_VALUES)
            if clock in dated
            else UNSURE_ONLY
            for clock in clocks
        ]
        for chosen in product(*ranges):
            read = dict(zip(clocks, chosen, strict=True))
            shared = {k: v for k, v in read.items() if k in dated}
            yield {**given, **shared}, {**facts, **read}

    def _wait(self, state: Joint) -> None:
        if self._alike(state):
            return
        height = self._height(self.old, state.old) + self._height(self.new, state.new)
        there = self.waiting.setdefault(height, {})
        key = self._key(state)
        known = there.get(key)
        if known is None:
            there[key] = state
            return
        known.ways += state.ways
        if state.asked < known.asked:
            known.asked, known.came = state.asked, state.came

    def _alike(self, state: Joint) -> bool:
        """Return whether nothing below can part the maps any more."""
        old, new = state.old, state.new
        if old.said != new.said and pieces(old.said) != pieces(new.said):
            return False
        if not old.step or not new.step:
            return old.step == new.step
        return self._same_below(state)

    def _same_below(self, state: Joint) -> bool:
        old, new = state.old, state.new
        same = self.old.prints[old.step] == self.new.prints[new.step]
        return same and _live(self.old, old) == _live(self.new, new)

    def _key(self, state: Joint) -> Key:
        old, new = state.old, state.new
        below = {MATTER}
        for outline, side in self._sides(state):
            below |= outline.live.get(side.step, frozenset())
        given = frozenset((k, v) for k, v in state.given.items() if k in below)
        return (
            old.step,
            new.step,
            _live(self.old, old),
            _live(self.new, new),
            given,
            old.said,
            new.said,
        )


def advised(step: Advise, facts: Mapping[str, str]) -> Iterator[Piece]:
    """Return what a step advises with these facts, as far as it decides an outcome."""
    for one in step.advised:
        if holds(one.when, facts):
            rule = next((r for r in one.agencies if holds(r.when, facts)), None)
            who = (rule.accepts, rule.decides, *bases(rule.basis)) if rule else ()
            yield (
                "remedy",
                one.remedy,
                one.place_rule,
                step.choose,
                *who,
                *bases(one.basis),
            )
    for note in step.bring:
        if holds(note.when, facts):
            yield ("bring", note.text)
    for note in (*step.notes, *step.unhappy):
        if note.basis and holds(note.when, facts):
            yield ("source", *bases(note.basis))


def holds(when: When, facts: Mapping[str, str]) -> bool:
    """Return whether a condition holds; what was not asked reads 不清楚."""
    return all(facts.get(name, UNSURE) in allowed for name, allowed in when)


def _without_clocks(outline: Outline, facts: Facts, name: str) -> Facts:
    gone = outline.hanging.get(name, frozenset())
    return {k: v for k, v in facts.items() if k not in gone}


def _live(outline: Outline, side: Side) -> frozenset[tuple[str, str]]:
    live = outline.live.get(side.step, frozenset())
    return frozenset((k, v) for k, v in side.facts.items() if k in live)
