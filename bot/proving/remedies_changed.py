"""Tell which remedies differ between two versions, and where it shows."""

from collections.abc import Iterator
from itertools import islice

from bot.core.citing import each_once
from bot.core.knowledge import Advise, Basis, Remedy
from bot.proving.branches import when_text
from bot.proving.changes import Aspect, Change
from bot.proving.outline import agencies, bases, plain, sources
from bot.proving.results import Result, aspects, completed, result_of
from bot.proving.search import near_talks
from bot.proving.sentences import Sentence, of_remedy
from bot.proving.survey import Survey
from bot.proving.talks import Talk
from bot.proving.values import remedy_whens

MOST_TALKS = 4000
"""Talks tried for one that shows a change."""
MOST_OF_STEP = 400
"""Talks tried on the ways to one piece of advice."""


def remedy_changes(before: Survey, after: Survey) -> Iterator[Change]:
    """Return the remedies that say other things of themselves than before."""
    for name, remedy in after.knowledge.remedies.items():
        old = before.knowledge.remedies.get(name)
        differing = _differing(old, remedy) if old else ()
        if old and differing:
            yield _change(before, after, (old, remedy), differing)


def _differing(old: Remedy, new: Remedy) -> tuple[str, ...]:
    """Return the sides in which a remedy differs."""
    sides = zip(_sides(old), _sides(new), strict=True)
    return tuple(name for (name, one), (_, other) in sides if one != other)


def _sides(one: Remedy) -> tuple[tuple[str, object], ...]:
    """Return what decides outcomes; wording and order that changes nothing are out."""
    return (
        ("去处", (agencies(one.agencies), one.place_rule, one.hotline)),
        (
            "顺序",
            (
                sorted((plain(b.when), bases(b.basis)) for b in one.blocked),
                sorted((f.remedy, plain(f.when)) for f in one.first),
                sorted(one.excludes),
                one.valid,
            ),
        ),
        ("日子", (_limits(one), bool(one.no_limit))),
        ("材料", sorted(one.papers)),
        ("出处", (bases(_bases(one)), sources((*one.how, *one.duration, *one.fee)))),
    )


def _limits(one: Remedy) -> object:
    return [
        (
            limit.clock,
            limit.who,
            limit.length,
            limit.starts,
            plain(limit.when),
            limit.cap,
            limit.interrupted,
            limit.post_counts,
            limit.moves,
            limit.valid,
        )
        for limit in one.limits
    ]


def _bases(one: Remedy) -> Basis:
    found = [one.basis, *(limit.basis for limit in one.limits)]
    found += [block.basis for block in one.blocked]
    found += [first.basis for first in one.first]
    found += [following.basis for following in one.next]
    return each_once(found)


def _change(
    before: Survey,
    after: Survey,
    pair: tuple[Remedy, Remedy],
    differing: tuple[str, ...],
) -> Change:
    new = pair[1]
    steps = [
        step.id
        for step in after.knowledge.steps.values()
        if isinstance(step, Advise) and any(a.remedy == new.name for a in step.advised)
    ]
    rooms = tuple(dict.fromkeys(step.partition("/")[0] for step in steps))
    whose = f"途径“{new.name}”"
    for talk in islice(_talks(after, steps, _read(after, pair)), MOST_TALKS):
        whole = completed(talk, _matter(after), before, after)
        results = result_of(before, whole), result_of(after, whole)
        found = aspects(*results) if all(_advises(r, new) for r in results) else ()
        shown = tuple(one for one in found if one.name in differing)
        if shown and all(_speaks_of(one, pair) for one in shown):
            return Change(whose, shown, whole.text(after.knowledge), touched=rooms)
    old_said, new_said = (set(map(_spelt, of_remedy(one))) for one in pair)
    gone, come = sorted(old_said - new_said), sorted(new_said - old_said)
    told = Aspect("、".join(differing), "；".join(gone), "；".join(come))
    return Change(whose, (told,), "", touched=rooms)


def _advises(result: Result | None, remedy: Remedy) -> bool:
    order = dict(result or ()).get("顺序", ())
    return any(remedy.name in one for one in order)


def _speaks_of(one: Aspect, pair: tuple[Remedy, Remedy]) -> bool:
    """Return whether the days or sources that differ are those of the remedy itself."""
    clocks = [limit.clock for remedy in pair for limit in remedy.limits]
    own = {"日子": clocks, "出处": [*clocks, pair[1].name]}.get(one.name, [""])
    return any(name in one.before + one.after for name in own)


def _spelt(one: Sentence) -> str:
    when = f"〔{when_text(one.when)}〕" if one.when else ""
    return f"{one.part}{when}：{one.text}（{'、'.join(map(str, one.basis))}）"


def _talks(survey: Survey, steps: list[str], names: frozenset[str]) -> Iterator[Talk]:
    """Return talks to the steps that advise a remedy, the nearest step first."""

    def near(step: str) -> int:
        return min(state.least for state in survey.states.at[step])

    reached = [step for step in steps if survey.states.at.get(step)]
    for step in sorted(reached, key=near):
        yield from islice(near_talks(survey, step, names), MOST_OF_STEP)


def _read(survey: Survey, pair: tuple[Remedy, Remedy]) -> frozenset[str]:
    """Return the facts that either version of a remedy looks at."""
    whens = (when for remedy in pair for when in remedy_whens(remedy))
    names = {name for when in whens for name, _ in when}
    names |= {limit.clock for remedy in pair for limit in remedy.limits}
    return frozenset(fact for name in names for fact in survey.values.behind(name))


def _matter(survey: Survey) -> str:
    return next(iter(survey.knowledge.matters), "")
