"""Reduce a map to what decides outcomes: no wording, no order that changes nothing."""

import hashlib
from collections.abc import Iterable
from functools import cached_property

from bot.core.knowledge import (
    Advise,
    Advised,
    AgencyRule,
    Ask,
    Basis,
    Enter,
    Note,
    Question,
    Step,
    When,
)
from bot.proving.survey import Survey
from bot.proving.values import advise_whens


class Outline:
    """Print every step with all below it; equal prints lead to equal outcomes.

    What remedies say of themselves is left out: it is compared by itself.
    """

    def __init__(self, survey: Survey) -> None:
        self.survey, self.knowledge = survey, survey.knowledge
        self.order = survey.graph.order

    @cached_property
    def prints(self) -> dict[str, str]:
        """Return the print of every step that is reached."""
        found: dict[str, str] = {}
        for name in reversed(self.order):
            found[name] = self._print(self.knowledge.steps[name], found)
        return found

    @cached_property
    def heights(self) -> dict[str, int]:
        """Return how many steps the longest way from each step on takes."""
        found: dict[str, int] = {}
        for name in reversed(self.order):
            below = (found[go] for go in self.survey.graph.after[name])
            found[name] = 1 + max(below, default=0)
        return found

    @cached_property
    def live(self) -> dict[str, frozenset[str]]:
        """Return the names that steps read from each step on, clocks unfolded."""
        routing = self.survey.liveness.routing
        found: dict[str, frozenset[str]] = {}
        for name in reversed(self.order):
            own = set(self.tested[name])
            own |= {fact for one in own for fact in self.survey.values.behind(one)}
            below = (found[go] for go in self.survey.graph.after[name])
            found[name] = (routing[name] | own).union(*below)
        return found

    @cached_property
    def tested(self) -> dict[str, tuple[str, ...]]:
        """Return the names that the conditions of each step look at."""
        return {name: self._tested(self.knowledge.steps[name]) for name in self.order}

    @cached_property
    def hanging(self) -> dict[str, frozenset[str]]:
        """Return the clocks that hang on each fact."""
        found: dict[str, set[str]] = {}
        for clock in self.survey.values.limits:
            for fact in self.survey.values.behind(clock):
                found.setdefault(fact, set()).add(clock)
        return {fact: frozenset(clocks) for fact, clocks in found.items()}

    @cached_property
    def entering(self) -> frozenset[str]:
        """Return the steps that enter a matter, and all that can lead to one."""
        steps = self.knowledge.steps
        enters = (name for name in self.order if isinstance(steps[name], Enter))
        return frozenset().union(*(self.survey.graph.above(name) for name in enters))

    def enters(self, step: str) -> bool:
        """Return whether a step can still lead into a matter."""
        return step in self.entering

    def at_enter(self, step: str) -> bool:
        """Return whether a step is one that enters a matter."""
        return isinstance(self.knowledge.steps.get(step), Enter)

    def _tested(self, step: Step) -> tuple[str, ...]:
        match step:
            case Ask(branches=branches):
                whens = [branch.when for branch in branches]
            case Advise():
                whens = list(advise_whens(step))
            case _:
                whens = []
        return tuple(dict.fromkeys(name for when in whens for name, _ in when))

    def _print(self, step: Step, below: dict[str, str]) -> str:
        match step:
            case Ask(fact="", branches=(only,)) if not only.when:
                return below[only.go]
            case Ask():
                return _hash(
                    "ask", step.fact, self._question(step), self._ways(step, below)
                )
            case Advise():
                then = below[step.then] if step.then else ""
                return _hash("advise", said(step), then)
            case _:
                matters = self.knowledge.matters.items()
                return _hash("enter", sorted((n, below[m.first]) for n, m in matters))

    def _question(self, step: Ask) -> object:
        question = self.knowledge.questions.get(step.fact)
        return question and answers_of(question)

    def _ways(self, step: Ask, below: dict[str, str]) -> object:
        """Return where answers lead; how the branches are written does not matter."""
        tested = {name for branch in step.branches for name, _ in branch.when}
        if tested - {step.fact} or not step.fact:
            return [(plain(b.when), below[b.go]) for b in step.branches]
        values = self.survey.values.of[step.fact]
        return sorted(
            (
                value,
                next((below[b.go] for b in step.branches if _takes(b.when, value)), ""),
            )
            for value in values
        )


def said(step: Advise) -> object:
    """Return what decides the outcome of a piece of advice."""
    notes = (*step.notes, *step.unhappy)
    sources = sorted((plain(n.when), bases(n.basis)) for n in notes if n.basis)
    bring = sorted((plain(note.when), note.text) for note in step.bring)
    return step.choose, [_advised(one) for one in step.advised], bring, sources


def answers_of(question: Question) -> object:
    """Return what can be answered; in which order it is offered does not matter."""
    options = [
        (option.id, option.most or 0, option.show) for option in question.options
    ]
    return question.kind, question.event, sorted(options)


def plain(when: When) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return a condition in one order."""
    return tuple(sorted((name, tuple(sorted(some))) for name, some in when))


def bases(basis: Basis) -> tuple[str, ...]:
    """Return citations in one order."""
    return tuple(sorted(str(citation) for citation in basis))


def agencies(rules: Iterable[AgencyRule]) -> object:
    """Return rules of competence without their places in the files."""
    return [(plain(r.when), r.accepts, r.decides, bases(r.basis)) for r in rules]


def sources(notes: Iterable[Note]) -> object:
    """Return what notes rest on, in one order."""
    return sorted((plain(note.when), bases(note.basis)) for note in notes)


def _advised(one: Advised) -> object:
    rules = agencies(one.agencies)
    return one.remedy, plain(one.when), rules, one.place_rule, bases(one.basis)


def _takes(when: When, value: str) -> bool:
    return all(value in allowed for _, allowed in when)


def _hash(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:20]
