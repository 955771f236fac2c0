"""Change a sound map at random: what the proof accepts can be walked to advice."""

from dataclasses import replace

from hypothesis import event, given, settings
from hypothesis import strategies as st

from bot.core.facts import Case, Fact
from bot.core.knowledge import Advise, Ask, Enter, Knowledge, Step
from bot.core.walking import walk
from bot.proving import prove
from bot.proving.lengths import MOST_ASKED
from bot.proving.survey import Survey
from bot.proving.values import KNOWN
from tests.benchmarks.proving import TODAY, generated
from tests.proving.maps import a_day

SOUND = generated(16)
NAMES = sorted(SOUND.steps)
VALUES = Survey(SOUND, TODAY).values.of


@given(st.data())
@settings(max_examples=100)
def test_what_the_proof_accepts_always_ends_in_advice(data: st.DataObject) -> None:
    mutant = mutated(data)
    found = prove(mutant, today=TODAY)
    sound = all(problem.severity == "warning" for problem in found)
    event("accepted" if sound else "refused")
    if sound:
        asked, ended, gathered = talked(data, mutant)
        assert ended
        assert gathered
        assert asked <= MOST_ASKED


@given(st.data())
@settings(max_examples=100)
def test_no_map_however_broken_makes_the_proof_crash(data: st.DataObject) -> None:
    mutant = mutated(data)
    for _ in range(4):
        mutant = mutated(data, mutant)
    assert all(problem.what for problem in prove(mutant, today=TODAY))


def mutated(data: st.DataObject, knowledge: Knowledge = SOUND) -> Knowledge:
    name = data.draw(st.sampled_from(NAMES))
    step = changed(data, knowledge.steps[name])
    return replace(knowledge, steps={**knowledge.steps, name: step})


def changed(data: st.DataObject, step: Step) -> Step:
    go = data.draw(st.sampled_from([*NAMES, "没有/这步"]))
    match step:
        case Ask(branches=branches) if branches:
            at = data.draw(st.integers(0, len(branches) - 1))
            rest = (*branches[:at], *branches[at + 1 :])
            moved = (*branches[:at], replace(branches[at], go=go), *branches[at + 1 :])
            turned = tuple(reversed(branches))
            mutants = st.sampled_from([rest, moved, turned])
            return replace(step, branches=data.draw(mutants))
        case Advise(advised=advised):
            fewer = replace(step, advised=advised[1:])
            bound = replace(step, advised=advised[:-1])
            onward = replace(step, then=go)
            return data.draw(st.sampled_from([fewer, bound, onward]))
        case Enter():
            return Advise(step.id, ())
    return step


def talked(data: st.DataObject, knowledge: Knowledge) -> tuple[int, bool, bool]:
    """Return how many questions a random talk asks, whether it ends, and in advice."""
    case = Case(data.draw(st.sampled_from(sorted(knowledge.matters))))
    for asked in range(2 * MOST_ASKED):
        path = walk(knowledge, case, TODAY)
        match path.here:
            case Ask(fact=fact):
                value = data.draw(st.sampled_from(VALUES[fact]))
                day = a_day(data.draw(st.integers(0, 90)))
                answer = Fact(day if value == KNOWN else value, "asked")
                case = case.put(fact, answer)
            case here:
                return asked, here is None, bool(path.gathered)
    return 2 * MOST_ASKED, False, False
