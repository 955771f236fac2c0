"""Break the whole knowledge in ten known ways, and a small map in any way at all.

Every breach of the known ways must be told where it was made; no free breach may
crash the reader or the proof, and what the proof accepts must always end in advice.

Run: python -m tests.programmes.mutants [free mutants]
"""

import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TypeAlias

from bot.core.facts import Case, Fact
from bot.core.knowledge import (
    Advise,
    Ask,
    Branch,
    Enter,
    Knowledge,
    Place,
    Step,
)
from bot.core.walking import walk
from bot.proving import prove
from bot.proving.citing import uses
from bot.proving.graph import reach
from bot.proving.survey import Survey
from bot.proving.talks import DAYS_AGO
from bot.proving.values import KNOWN
from bot.reading import knowledge_folder, load
from bot.reading.folder import bytes_of
from bot.reading.loading import load_files
from tests.proving.maps import a_day
from tests.reading.test_mutants import mutant as bytes_mutant

TODAY = date(2026, 11, 24)
SMALL = Path(__file__).parents[1] / "proving" / "map"
FREE = 20_000
"""Free mutants of a whole run."""
MOST_ASKED = 40
"""Questions after which a talk that does not end is given up."""
BANNED = "刁民"

Mutant: TypeAlias = tuple[Knowledge, tuple[Place, ...]]
"""A broken map, and every place at which it was broken."""


@dataclass(frozen=True, slots=True)
class Operator:
    """Break a map in one way, in rounds; `rule` must tell every place of each."""

    rule: str
    title: str
    rounds: Callable[[Knowledge], Iterator[Mutant]]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Count the breaches of one operator, and those that were not told."""

    operator: Operator
    made: int
    accepted: tuple[Place, ...]


def judged(knowledge: Knowledge, operator: Operator, most_rounds: int) -> Verdict:
    """Return how many breaches of an operator there were, and which went unseen."""
    made, accepted = 0, []
    for number, (broken, places) in enumerate(operator.rounds(knowledge)):
        if number >= most_rounds:
            break
        told = {p.place for p in prove(broken, today=TODAY) if p.rule == operator.rule}
        made += len(places)
        accepted += [place for place in places if place not in told]
    return Verdict(operator, made, tuple(accepted))


def free(count: int, seed: int) -> Counter[str]:
    """Break a small map at random; return how often it was refused or accepted.

    Raises: AssertionError when something accepted does not end in advice.
    """
    dice, files = random.Random(seed), bytes_of(SMALL)
    sound = load(SMALL).knowledge
    assert sound is not None
    found: Counter[str] = Counter()
    for number in range(count):
        if number % 2:
            name = dice.choice(sorted(files))
            loaded = load_files(files | {name: bytes_mutant(dice, files[name])})
            broken = loaded.knowledge
        else:
            broken = turned(dice, sound)
        found[_fate(dice, broken)] += 1
    return found


def turned(dice: random.Random, knowledge: Knowledge) -> Knowledge:
    """Change a few steps of a map at random."""
    steps = dict(knowledge.steps)
    for _ in range(dice.randint(1, 4)):
        name = dice.choice(sorted(steps))
        go = dice.choice([*sorted(steps), "没有/这步"])
        steps[name] = _changed(dice, steps[name], go)
    return replace(knowledge, steps=steps)


def _fate(dice: random.Random, knowledge: Knowledge | None) -> str:
    if knowledge is None:
        return "refused by the reader"
    errors = [p for p in prove(knowledge, today=TODAY) if p.severity == "error"]
    if errors:
        return "refused by the proof"
    for _ in range(5):
        assert _ends_in_advice(dice, knowledge), knowledge
    return "accepted"


def _ends_in_advice(dice: random.Random, knowledge: Knowledge) -> bool:
    """Answer at random to the end; return whether it ends, and in a remedy."""
    values = Survey(knowledge, TODAY).values.of
    case = Case(dice.choice(sorted(knowledge.matters)))
    for _ in range(MOST_ASKED):
        path = walk(knowledge, case, TODAY)
        if not isinstance(path.here, Ask):
            return path.here is None and bool(path.gathered)
        value = dice.choice(values[path.here.fact])
        day = a_day(dice.choice(DAYS_AGO))
        case = case.put(path.here.fact, Fact(day if value == KNOWN else value, "asked"))
    return False


def _changed(dice: random.Random, step: Step, go: str) -> Step:
    match step:
        case Ask(branches=(_, *_) as branches):
            at = dice.randrange(len(branches))
            one, rest = branches[at], (*branches[:at], *branches[at + 1 :])
            moved = (*branches[:at], replace(one, go=go), *branches[at + 1 :])
            bare = (*branches[:at], replace(one, when=()), *branches[at + 1 :])
            return replace(
                step, branches=dice.choice((rest, moved, bare, branches[::-1]))
            )
        case Advise(advised=advised):
            mute = tuple(replace(one, when=()) for one in advised)
            choices = (advised[1:], advised[:-1], advised[::-1], mute)
            then = dice.choice((step.then, go))
            return replace(step, advised=dice.choice(choices), then=then)
        case _:
            return Advise(step.id, ())


def _ways_to(
    go: Callable[[Knowledge, Ask], str],
) -> Callable[[Knowledge], Iterator[Mutant]]:
    """Return rounds that lead one branch of each matter elsewhere, each branch once."""

    def rounds(knowledge: Knowledge) -> Iterator[Mutant]:
        rooms = _branches(knowledge)
        for number in range(max(map(len, rooms))):
            steps, places = dict(knowledge.steps), []
            for step, at in (room[number] for room in rooms if number < len(room)):
                branch = replace(step.branches[at], go=go(knowledge, step))
                steps[step.id] = _with(step, at, branch)
                places.append(branch.place)
            yield replace(knowledge, steps=steps), tuple(places)

    return rounds


def _branches(knowledge: Knowledge) -> tuple[tuple[tuple[Ask, int], ...], ...]:
    """Return every branch of each matter that its first step leads to."""
    roads = Survey(knowledge, TODAY).graph.roads
    rooms = []
    for matter in knowledge.matters.values():
        reached = reach(roads, (matter.first,))
        steps = (knowledge.steps[name] for name in knowledge.steps if name in reached)
        own = [s for s in steps if isinstance(s, Ask) and _room(s) == matter.name]
        rooms.append(
            tuple((step, at) for step in own for at in range(len(step.branches)))
        )
    return tuple(rooms)


def _room(step: Step) -> str:
    return step.id.partition("/")[0]


def _with(step: Ask, at: int, branch: Branch) -> Ask:
    branches = (*step.branches[:at], branch, *step.branches[at + 1 :])
    return replace(step, branches=branches)


def _petition(knowledge: Knowledge, _: Ask) -> str:
    return next(name for name in knowledge.steps if name.startswith("信访/"))


def _entering(knowledge: Knowledge, _: Ask) -> str:
    return next(n for n, step in knowledge.steps.items() if isinstance(step, Enter))


def _shadowing(knowledge: Knowledge) -> Iterator[Mutant]:
    """Put the open branch of every matter's first question before the others."""
    steps, places = dict(knowledge.steps), []
    for matter in knowledge.matters.values():
        step = steps[matter.first]
        if isinstance(step, Ask) and step.fact and len(step.branches) > 1:
            turned = (step.branches[-1], *step.branches[:-1])
            if not step.branches[-1].when:
                steps[step.id] = replace(step, branches=turned)
                places += [branch.place for branch in turned[1:]]
    yield replace(knowledge, steps=steps), tuple(places)


def _silenced(knowledge: Knowledge) -> Iterator[Mutant]:
    """Take every remedy from the advice that some way leads to without other advice."""
    graph, steps, places = Survey(knowledge, TODAY).graph, dict(knowledge.steps), []
    bare = {n: () if isinstance(steps[n], Advise) else graph.after[n] for n in steps}
    for name in reach(bare, (graph.start,)):
        step = steps[name]
        if isinstance(step, Advise) and step.then is None:
            steps[name] = replace(step, advised=())
            places.append(step.place)
    yield replace(knowledge, steps=steps), tuple(places)


def _lost(knowledge: Knowledge) -> Iterator[Mutant]:
    """Let every second matter begin where the one before it begins."""
    graph = Survey(knowledge, TODAY).graph
    matters, places = dict(knowledge.matters), []
    names = list(matters)
    for before, name in zip(names[::2], names[1::2], strict=False):
        first = matters[name].first
        led = (knowledge.steps[step] for step in graph.before[first])
        if all(isinstance(step, Enter) for step in led):
            matters[name] = replace(matters[name], first=matters[before].first)
            places.append(knowledge.steps[first].place)
    yield replace(knowledge, matters=matters), tuple(places)


def _alike(knowledge: Knowledge) -> Iterator[Mutant]:
    """Give the last option of every question the label of its first."""
    asked, places = dict(knowledge.questions), []
    for name, question in asked.items():
        if len(question.options) > 1:
            *others, last = question.options
            twin = replace(last, label=others[0].label)
            asked[name] = replace(question, options=(*others, twin))
            places.append(last.place)
    yield replace(knowledge, questions=asked), tuple(places)


def _rude(knowledge: Knowledge) -> Iterator[Mutant]:
    """Put a word into every question that nobody may be called by."""
    asked = {
        name: replace(question, ask=question.ask + BANNED)
        for name, question in knowledge.questions.items()
    }
    places = tuple(question.place for question in knowledge.questions.values())
    yield replace(knowledge, questions=asked), places


def _unregistered(knowledge: Knowledge) -> Iterator[Mutant]:
    """Take every article out of the laws: whatever cites one must be told."""
    laws = {name: replace(law, articles=()) for name, law in knowledge.laws.items()}
    places = tuple(use.place for use in uses(knowledge))
    yield replace(knowledge, laws=laws), places


OPERATORS = (
    Operator("dangling", "a way leads to no step", _ways_to(lambda *_: "没有/这步")),
    Operator("circle", "a way leads back to its step", _ways_to(lambda _, s: s.id)),
    Operator("enter-petition", "a way leads to the petition road", _ways_to(_petition)),
    Operator("enter", "a way enters a matter again", _ways_to(_entering)),
    Operator("shadowed", "the open branch stands first", _shadowing),
    Operator("no-remedy", "advice loses its remedies", _silenced),
    Operator("unreached", "a matter begins in another", _lost),
    Operator("same-option", "two options bear one label", _alike),
    Operator("banned-word", "a question calls names", _rude),
    Operator("unknown-article", "an article is not registered", _unregistered),
)


def main(count: int) -> int:
    """Judge every operator on the whole knowledge, then the free mutants."""
    knowledge = load(knowledge_folder()).knowledge
    assert knowledge is not None
    wrong = 0
    for operator in OPERATORS:
        begun = time.perf_counter()
        verdict = judged(knowledge, operator, sys.maxsize)
        took = time.perf_counter() - begun
        wrong += len(verdict.accepted)
        print(
            f"{operator.rule:16} {operator.title:34} {verdict.made:6} made,"
            f" {len(verdict.accepted):3} wrongly accepted, {took:6.1f} s"
        )
        for place in verdict.accepted[:5]:
            print("    ", place)
    begun = time.perf_counter()
    fates = free(count, seed=1)
    took = time.perf_counter() - begun
    print(
        f"free: {sum(fates.values())} mutants, 0 crashes, {took:.0f} s: {dict(fates)}"
    )
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else FREE))
