"""List what a department has to take: matters, procedures, days, and on what basis."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.core.citing import cite
from bot.core.knowledge import UNSURE, Advise, Knowledge, Matter, Remedy
from bot.core.wording import length_text


@dataclass(frozen=True, slots=True)
class Procedure:
    """Hold one way in which a department deals with matters."""

    name: str
    part: str
    days: tuple[str, ...]
    basis: str
    matters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Duties:
    """Hold all that a department has to take."""

    title: str
    does: str
    first: tuple[str, ...]
    second: tuple[str, ...]
    procedures: tuple[Procedure, ...]


def agency_named(knowledge: Knowledge, name: str) -> str:
    """Return the agency of a name, an old name, or the end of a name; empty if none."""
    agencies = knowledge.agencies
    if name in agencies:
        return name
    for agency in agencies.values():
        if name in (agency.label, *agency.also):
            return agency.name
    return next((one for one in agencies if one.endswith(name)), "")


def duties(knowledge: Knowledge, agency: str) -> Duties:
    """Return what an agency has to take, as the map sends people to it."""
    one, matters = knowledge.agencies[agency], knowledge.matters.values()
    sent = _sent(knowledge, agency)
    return Duties(
        one.label or agency,
        one.does,
        tuple(m.name for m in matters if m.agency == agency),
        tuple(m.name for m in matters if m.second_agency == agency),
        tuple(
            _procedure(knowledge, agency, knowledge.remedies[name], tuple(found))
            for name, found in sent.items()
        ),
    )


def _sent(knowledge: Knowledge, agency: str) -> dict[str, list[str]]:
    """Return the matters whose advice names the agency, by remedy."""
    sent: dict[str, list[str]] = {}
    for step in knowledge.steps.values():
        if not isinstance(step, Advise):
            continue
        room = step.id.partition("/")[0]
        for advised in step.advised:
            rules = advised.agencies or knowledge.remedies[advised.remedy].agencies
            if any(agency in (rule.accepts, rule.decides) for rule in rules):
                named = sent.setdefault(advised.remedy, [])
                if room in knowledge.matters and room not in named:
                    named.append(room)
    return sent


def _procedure(
    knowledge: Knowledge, agency: str, remedy: Remedy, matters: tuple[str, ...]
) -> Procedure:
    decides = any(rule.decides == agency for rule in remedy.agencies)
    return Procedure(
        remedy.label or remedy.name,
        "收件并办理" if decides or not remedy.agencies else "收件",
        tuple(_days(knowledge, remedy)),
        cite(knowledge, remedy.basis),
        matters,
    )


def _days(knowledge: Knowledge, remedy: Remedy) -> Iterator[str]:
    for limit in remedy.limits:
        text = length_text(knowledge, limit, limit.starts[0])
        basis = cite(knowledge, limit.basis)
        yield f"{limit.who}：{text}（{basis}）"
    for note in remedy.duration:
        basis = cite(knowledge, note.basis)
        yield note.text + (f"（{basis}）" if basis else "")


def matter_line(knowledge: Knowledge, matter: Matter) -> tuple[str, str, str]:
    """Return a matter with its first office and first remedy, as one line of a list."""
    room, first = f"{matter.name}/", ""
    for step in knowledge.steps.values():
        if step.id.startswith(room) and isinstance(step, Advise) and step.advised:
            remedy = knowledge.remedies[step.advised[0].remedy]
            first = remedy.label or remedy.name
            break
    agency = knowledge.agencies.get(matter.agency)
    return matter.name, agency.label if agency else matter.agency or UNSURE, first
