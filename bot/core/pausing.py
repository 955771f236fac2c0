"""Turn paused matters into 「正在核实，请到窗口」, and all else stays."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from hashlib import sha256

from bot.core.knowledge import Advise, Advised, Knowledge, Matter, Note, Pause
from bot.core.phrases import say
from bot.core.wording import plain_day

HUMAN = "转人工"
"""The remedy that sends to a person at the window."""
STEP = "正在核实"
"""The step that a paused matter has instead of its own, and the remedy there."""


def paused(knowledge: Knowledge) -> Knowledge:
    """Return the knowledge as it is served: paused matters lead to a person."""
    return pausing(knowledge, tuple(one for one in knowledge.pauses if not one.until))


def pausing(knowledge: Knowledge, pauses: Collection[Pause]) -> Knowledge:
    """Return the knowledge with some matters paused; it is a version of its own."""
    human = knowledge.remedies.get(HUMAN)
    if not pauses or human is None:
        return knowledge
    here = replace(human, label=say(knowledge, "paused"))
    found = [one for one in pauses if one.matter in knowledge.matters]
    steps = {one.matter: _step(knowledge, one) for one in found}
    return replace(
        knowledge,
        version=version_with(knowledge.version, found),
        remedies={**knowledge.remedies, STEP: here},
        matters=knowledge.matters | _matters(knowledge, steps),
        steps=knowledge.steps | {step.id: step for step in steps.values()},
    )


def version_with(before: str, pauses: Iterable[Pause]) -> str:
    """Return the version of knowledge that has some matters paused."""
    told = sorted(f"{one.matter} {one.on} {one.because}" for one in pauses)
    if not told:
        return before
    return sha256("\n".join([before, *told]).encode()).hexdigest()[: len(before)]


def _matters(knowledge: Knowledge, steps: dict[str, Advise]) -> dict[str, Matter]:
    return {
        name: replace(knowledge.matters[name], first=step.id)
        for name, step in steps.items()
    }


def _step(knowledge: Knowledge, pause: Pause) -> Advise:
    because = say(knowledge, "paused_because", because=pause.because)
    since = say(knowledge, "paused_since", day=plain_day(pause.on))
    human = Advised(STEP, because=because, place=pause.place)
    step_id = f"{pause.matter}/{STEP}"
    return Advise(step_id, (human,), notes=(Note(since),), place=pause.place)
