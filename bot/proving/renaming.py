"""Read an older map under the names of a newer one, and tell which names are gone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from bot.core.knowledge import (
    Advise,
    Advised,
    AgencyRule,
    Ask,
    Block,
    First,
    Knowledge,
    Limit,
    Note,
    Option,
    Place,
    Question,
    Remedy,
    Step,
    When,
)


@dataclass(frozen=True, slots=True)
class Vanished:
    """Tell of a name that is gone, so that answers kept under it are lost."""

    kind: str
    name: str
    place: Place


def vanished(old: Knowledge, new: Knowledge) -> Iterator[Vanished]:
    """Return every name of the old map that the new one neither bears nor knows."""
    kinds = (
        ("事项", old.matters, new.matters),
        ("问题", old.questions, new.questions),
        ("途径", old.remedies, new.remedies),
    )
    for kind, before, after in kinds:
        for name, one in before.items():
            if new.renamed.get(name, name) not in after:
                yield Vanished(kind, name, one.place)
    for name, question in old.questions.items():
        now = new.questions.get(new.renamed.get(name, name))
        known = {option.id for option in now.options} if now else set()
        for option in question.options if now else ():
            if (
                new.renamed.get(f"{now and now.name}/{option.id}", option.id)
                not in known
            ):
                yield Vanished("选项", f"{name}/{option.id}", option.place)


def under_new_names(old: Knowledge, new: Knowledge) -> Knowledge:
    """Return the old map with everything renamed that the new one names anew."""
    return _Renaming(old, new).run()


class _Renaming:
    """Keep what renaming one map needs; steps keep their own names."""

    def __init__(self, old: Knowledge, new: Knowledge) -> None:
        self.old = old
        self.names: Mapping[str, str] = {
            before: now
            for before, now in new.renamed.items()
            if before not in {*new.matters, *new.questions, *new.remedies}
        }
        self.clocks = {
            clock: self._clock(clock, remedy, new)
            for clock, remedy in old.clocks.items()
        }

    def run(self) -> Knowledge:
        old = self.old
        matters = {
            self._name(name): replace(
                one, name=self._name(name), tells=self._told(one.tells)
            )
            for name, one in old.matters.items()
        }
        return replace(
            old,
            steps={name: self._step(step) for name, step in old.steps.items()},
            questions={
                self._name(name): self._question(one)
                for name, one in old.questions.items()
            },
            matters=matters,
            remedies={
                self._name(name): self._remedy(one)
                for name, one in old.remedies.items()
            },
            clocks={
                self.clocks[clock]: self._name(remedy)
                for clock, remedy in old.clocks.items()
            },
        )

    def _name(self, name: str) -> str:
        return self.names.get(name, self.clocks.get(name, name))

    def _clock(self, clock: str, remedy: str, new: Knowledge) -> str:
        now = self.names.get(remedy, remedy)
        follows = clock.replace(remedy, now, 1)
        return follows if clock not in new.clocks and follows in new.clocks else clock

    def _value(self, question: str, value: str) -> str:
        return self.names.get(f"{question}/{value}", value)

    def _told(self, told: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
        return tuple(
            (self._name(name), self._value(self._name(name), value))
            for name, value in told
        )

    def _when(self, when: When) -> When:
        return tuple(
            (now, frozenset(self._value(now, value) for value in some))
            for now, some in ((self._name(name), some) for name, some in when)
        )

    def _question(self, one: Question) -> Question:
        name = self._name(one.name)
        options = tuple(self._option(name, option) for option in one.options)
        return replace(one, name=name, options=options)

    def _option(self, question: str, option: Option) -> Option:
        return replace(option, id=self._value(question, option.id))

    def _step(self, step: Step) -> Step:
        match step:
            case Ask(fact=fact, branches=branches):
                turned = tuple(replace(b, when=self._when(b.when)) for b in branches)
                return replace(step, fact=self._name(fact), branches=turned)
            case Advise():
                return replace(
                    step,
                    advised=tuple(self._advised(one) for one in step.advised),
                    notes=self._notes(step.notes),
                    bring=self._notes(step.bring),
                    unhappy=self._notes(step.unhappy),
                )
            case _:
                return step

    def _advised(self, one: Advised) -> Advised:
        agencies = tuple(self._agency(rule) for rule in one.agencies)
        name, when = self._name(one.remedy), self._when(one.when)
        return replace(one, remedy=name, when=when, agencies=agencies)

    def _agency(self, rule: AgencyRule) -> AgencyRule:
        return replace(rule, when=self._when(rule.when))

    def _notes(self, notes: tuple[Note, ...]) -> tuple[Note, ...]:
        return tuple(replace(note, when=self._when(note.when)) for note in notes)

    def _remedy(self, one: Remedy) -> Remedy:
        return replace(
            one,
            name=self._name(one.name),
            agencies=tuple(self._agency(rule) for rule in one.agencies),
            limits=tuple(self._limit(limit) for limit in one.limits),
            how=self._notes(one.how),
            duration=self._notes(one.duration),
            fee=self._notes(one.fee),
            blocked=tuple(self._block(block) for block in one.blocked),
            first=tuple(self._first(first) for first in one.first),
            excludes=tuple(self._name(name) for name in one.excludes),
        )

    def _limit(self, limit: Limit) -> Limit:
        return replace(
            limit,
            clock=self.clocks[limit.clock],
            when=self._when(limit.when),
            starts=tuple(self._name(start) for start in limit.starts),
        )

    def _block(self, block: Block) -> Block:
        return replace(block, when=self._when(block.when))

    def _first(self, first: First) -> First:
        name, when = self._name(first.remedy), self._when(first.when)
        return replace(first, remedy=name, when=when)
