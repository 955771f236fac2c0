"""Find everything that cites a law: every basis, with what rests on it."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.core.knowledge import (
    Advise,
    AgencyRule,
    Basis,
    Citation,
    Knowledge,
    Letter,
    Note,
    Place,
    Region,
    Remedy,
)


@dataclass(frozen=True, slots=True)
class Use:
    """Tell that something rests on a citation: what it is, and where it stands."""

    citation: Citation
    by: str
    place: Place


def uses(knowledge: Knowledge) -> Iterator[Use]:
    """Return every citation of the knowledge with what rests on it."""
    for remedy in knowledge.remedies.values():
        yield from _of_remedy(remedy)
    for step in knowledge.steps.values():
        if isinstance(step, Advise):
            yield from _of_step(step, _owner(knowledge, step.id))
    for term in knowledge.terms.values():
        yield from _cited(term.basis, f"名词“{term.name}”", term.place)
    for right in knowledge.rights.values():
        yield from _cited(right.basis, f"权利“{right.name}”", right.place)
    for letter in knowledge.letters.values():
        yield from _of_letter(letter)
    for region in knowledge.regions.values():
        yield from _of_rules(local_notes(region), f"地区“{region.name}”")
    yield from _of_rules(knowledge.notices, "声明")


def local_notes(region: Region) -> tuple[Note, ...]:
    """Return everything that a place says of itself, rules switched off included."""
    services = (note for service in region.services for note in service.how)
    rules = (note for rule in region.rules for note in rule.says)
    return (*region.notes, *services, *rules)


def touched(knowledge: Knowledge) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return what rests on each article: matters, remedies, limits by name."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for use in uses(knowledge):
        key = (use.citation.law, use.citation.article)
        found.setdefault(key, {})[use.by] = None
    return {key: tuple(names) for key, names in found.items()}


def _of_remedy(remedy: Remedy) -> Iterator[Use]:
    name = f"途径“{remedy.name}”"
    yield from _cited(remedy.basis, name, remedy.place)
    for limit in remedy.limits:
        yield from _cited(limit.basis, f"期限“{limit.clock}”", limit.place)
    rules: tuple[Note | AgencyRule, ...] = (
        *remedy.agencies,
        *remedy.duration,
        *remedy.fee,
        *remedy.how,
    )
    yield from _of_rules(rules, name)
    for block in remedy.blocked:
        yield from _cited(block.basis, name, block.place)
    for first in remedy.first:
        yield from _cited(first.basis, name, first.place)
    for following in remedy.next:
        yield from _cited(following.basis, name, following.place)


def _of_letter(letter: Letter) -> Iterator[Use]:
    name = f"材料“{letter.name}”"
    yield from _cited(letter.basis, name, letter.place)
    yield from _of_rules((*letter.attach, *letter.how), name)
    for part in letter.parts:
        yield from _cited(part.basis, name, part.place)
        yield from _of_rules(part.lines, name)


def _of_step(step: Advise, name: str) -> Iterator[Use]:
    for advised in step.advised:
        yield from _cited(advised.basis, name, advised.place)
        yield from _of_rules(advised.agencies, name)
    yield from _of_rules((*step.notes, *step.bring, *step.unhappy), name)


def _of_rules(rules: tuple[Note | AgencyRule, ...], by: str) -> Iterator[Use]:
    for rule in rules:
        yield from _cited(rule.basis, by, rule.place)


def _cited(basis: Basis, by: str, place: Place) -> Iterator[Use]:
    for citation in basis:
        where = citation.place if citation.place.line else place
        yield Use(citation, by, where)


def _owner(knowledge: Knowledge, step: str) -> str:
    room = step.partition("/")[0]
    kind = "事项" if room in knowledge.matters else "路线"
    return f"{kind}“{room}”"
