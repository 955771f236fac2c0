"""Say without a talk where words lead: told facts, everything else unsure."""

from dataclasses import dataclass
from datetime import date

from bot.core.advice import advise
from bot.core.dialogue import State, opened, step
from bot.core.events import Skipped
from bot.core.facts import Span, Value
from bot.core.heard import Heard, Ranked
from bot.core.knowledge import Knowledge
from bot.core.walking import walk
from bot.understanding.hearing import hear
from bot.understanding.normalising import normalise

SAFETY_REMEDIES = {
    "emergency": "紧急求助",
    "violence": "紧急求助",
    "minor": "紧急求助",
    "crisis": "心理危机求助",
    "scam": "反诈求助",
}
"""What a danger calls for before anything else, by its signal."""


@dataclass(frozen=True, slots=True)
class RoutedMatter:
    """Hold one matter that fits, with its advice on the default path."""

    ranked: Ranked
    guide: str
    agency: str
    remedies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Routed:
    """Hold what words would lead to, best first."""

    heard: Heard
    matters: tuple[RoutedMatter, ...]
    remedies: tuple[str, ...]


def route(knowledge: Knowledge, text: str, today: date) -> Routed:
    """Return what would be understood and advised on the default path."""
    heard = hear(normalise(text), knowledge, today)
    matters = tuple(
        _routed(knowledge, heard, ranked, today) for ranked in heard.matters
    )
    taken = [m.remedies for m in matters if m.ranked.matter in _taken(heard)]
    if not taken and heard.purposes:
        taken = [_remedies(knowledge, heard, None, today)]
    first: list[str] = []
    if heard.safety is not None and not heard.safety.denied:
        first.append(SAFETY_REMEDIES[heard.safety.signal])
    for names in taken:
        first += names
    return Routed(heard, matters, tuple(dict.fromkeys(first)))


def as_json(routed: Routed, id_: object, text: str) -> dict[str, object]:
    """Return the contract that other tools rely on (DESIGN 6)."""
    heard = routed.heard
    danger = heard.safety
    return {
        "id": id_,
        "text": text,
        "safety": danger.signal if danger and not danger.denied else None,
        "purposes": list(heard.purposes),
        "matters": [
            {
                "matter": one.ranked.matter,
                "guide": one.guide,
                "agency": one.agency,
                "score": round(one.ranked.score, 3),
                "because": list(one.ranked.because),
                "remedies": list(one.remedies),
            }
            for one in routed.matters
        ],
        "remedies": list(routed.remedies),
        "facts": {name: _written(value) for name, value in heard.facts},
    }


def _taken(heard: Heard) -> tuple[str, ...]:
    best = heard.matters[0].matter if heard.matters else ""
    return tuple(name for name in (best, heard.second) if name)


def _routed(
    knowledge: Knowledge, heard: Heard, ranked: Ranked, today: date
) -> RoutedMatter:
    matter = knowledge.matters[ranked.matter]
    remedies = _remedies(knowledge, heard, ranked.matter, today)
    return RoutedMatter(ranked, matter.guide, matter.agency, remedies)


def _remedies(
    knowledge: Knowledge, heard: Heard, matter: str | None, today: date
) -> tuple[str, ...]:
    case = opened(knowledge, matter, heard)
    state = State(knowledge.version, (case,), menu=())
    after = step(knowledge, state, Skipped(today))
    advice = advise(knowledge, walk(knowledge, after.case, today), today)
    return tuple(item.remedy.name for item in advice.items)


def _written(value: Value) -> str:
    if not isinstance(value, Span):
        return value
    first, last = value.first.isoformat(), value.last.isoformat()
    return first if first == last else f"{first}..{last}"
