from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.facts import Case, Fact, Value
from bot.core.knowledge import UNSURE, Ask, Question
from bot.core.walking import walk
from bot.proving.states import spread
from bot.proving.survey import Survey
from bot.proving.talks import play, talk_to
from tests.benchmarks.proving import TODAY, generated
from tests.proving.maps import DAY, a_day, advise, ask, choice, small_map, when

MAP = generated(40)
SURVEY = Survey(MAP, TODAY)


def two_questions(first_routes: bool) -> Survey:  # noqa: FBT001
    """Ask twice; the second answer never routes, the first one may."""
    third = ((when(一="甲"), "路/完"),) if first_routes else ()
    steps = (
        ask("路/一", "一", (when(), "路/二")),
        ask("路/二", "二", (when(), "路/三")),
        ask("路/三", "", *third, (when(), "路/完")),
        advise("路/完", "乙"),
    )
    questions = (choice("一", "甲", "乙"), choice("二", "丙", "丁"))
    return Survey(small_map(steps, questions), TODAY)


def test_ways_that_differ_in_nothing_that_routes_are_one_state() -> None:
    assert len(two_questions(first_routes=False).states.at["路/三"]) == 1


def test_a_fact_that_routes_is_told_apart() -> None:
    assert len(two_questions(first_routes=True).states.at["路/三"]) == 3


def test_the_ways_are_counted_though_they_are_one_state() -> None:
    assert [s.ways for s in two_questions(first_routes=False).states.at["路/完"]] == [9]


def test_a_clock_is_unsure_until_its_day_is_known() -> None:
    steps = (
        ask("路/前", "", (when(甲期限="已过"), "路/完"), (when(), "路/日")),
        ask("路/日", DAY.name, (when(甲期限="已过"), "路/完"), (when(), "路/完")),
        advise("路/完", "甲"),
    )
    states = Survey(small_map(steps, (DAY,)), TODAY).states
    assert ("路/前", 0) not in states.taken
    assert ("路/日", 0) in states.taken
    assert ("路/前", "甲期限") in states.undated


def test_what_only_advice_reads_is_kept_as_a_set() -> None:
    survey = Survey(generated(40), TODAY)
    ends = [s for name, some in survey.states.at.items() if "果" in name for s in some]
    assert any(len(spread(survey.values, s, "在走的")) == 6 for s in ends)


def test_every_state_of_the_proof_can_be_played() -> None:
    for states in SURVEY.states.at.values():
        for state in states[:3]:
            path = play(SURVEY, talk_to(SURVEY, state))
            assert path is not None
            passed = {step for _, step in path.asked} | {s.id for s in path.steps}
            here = path.here.id if path.here else ""
            assert state.step in passed | {here}


@given(st.data())
@settings(max_examples=60)
def test_every_talk_stays_within_the_states_of_the_proof(data: st.DataObject) -> None:
    matter = data.draw(st.sampled_from(sorted(MAP.matters)))
    case = Case(matter)
    while isinstance(here := walk(MAP, case, TODAY).here, Ask):
        known = {n: f.value for n, f in case.facts if isinstance(f.value, str)}
        assert any(
            all(
                known.get(name, "已知") == value or name in MAP.clocks
                for name, value in state.facts.items()
            )
            for state in SURVEY.states.at[here.id]
        )
        value = data.draw(values(MAP.questions[here.fact]))
        case = case.put(here.fact, Fact(value, "asked"))


def values(question: Question) -> st.SearchStrategy[Value]:
    if question.kind == "day":
        return st.one_of(st.just(UNSURE), st.integers(0, 400).map(a_day))
    return st.sampled_from([*(o.id for o in question.options), UNSURE])
