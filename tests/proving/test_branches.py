from bot.core.knowledge import Knowledge, When
from bot.proving import prove
from tests.proving.maps import DAY, TODAY, advise, ask, choice, small_map, when


def rules(knowledge: Knowledge) -> dict[str, str]:
    return {problem.rule: problem.what for problem in prove(knowledge, today=TODAY)}


def two_ways(*tests: When) -> Knowledge:
    steps = (
        ask("路/问", "问", *((test, "路/完") for test in tests)),
        advise("路/完", "乙"),
    )
    return small_map(steps, (choice("问", "甲", "乙"),))


def test_an_answer_that_no_branch_takes_is_a_gap_with_a_talk() -> None:
    found = rules(two_ways(when(问="甲"), when(问="乙")))
    assert "例如：问：不清楚" in found["gap"]


def test_a_last_branch_without_condition_leaves_no_gap() -> None:
    assert "gap" not in rules(two_ways(when(问="甲"), when()))


def test_a_talk_to_a_gap_goes_through_earlier_answers() -> None:
    steps = (
        ask("路/一", "一", (when(一="甲"), "路/二"), (when(), "路/完")),
        ask("路/二", "二", (when(二="丙|不清楚"), "路/完")),
        advise("路/完", "乙"),
    )
    questions = (choice("一", "甲", "乙"), choice("二", "丙", "丁"))
    assert "一：甲；二：丁" in rules(small_map(steps, questions))["gap"]


def test_a_clock_that_may_be_unsure_leaves_a_gap() -> None:
    steps = (
        ask("路/日", DAY.name, (when(甲期限="未到|已过"), "路/完")),
        advise("路/完", "甲"),
    )
    assert "收到的日子" in rules(small_map(steps, (DAY,)))["gap"]


def test_a_step_reached_by_the_graph_but_by_no_answers_is_told() -> None:
    steps = (
        ask("路/一", "一", (when(一="甲"), "路/二"), (when(), "路/完")),
        ask("路/二", "一", (when(一="乙"), "路/三"), (when(), "路/完")),
        advise("路/三", "乙"),
        advise("路/完", "乙"),
    )
    found = rules(small_map(steps, (choice("一", "甲", "乙"),)))
    assert "路/三" in found["never-reached"]
    assert "一: 乙" in found["never-taken"]
