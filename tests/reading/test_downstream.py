"""Work out the facts that may still be asked, circles and all."""

from bot.core.knowledge import Advise, Ask, Branch, Enter, Matter, Step
from bot.reading.downstream import downstream


def ask(step: str, fact: str, *ways: str) -> Ask:
    """Return a step that asks and leads on."""
    return Ask(step, fact, tuple(Branch((), go) for go in ways))


def facts(*steps: Step, matters: tuple[Matter, ...] = ()) -> dict[str, set[str]]:
    """Return the facts below each step."""
    found = downstream(
        {step.id: step for step in steps}, {one.name: one for one in matters}
    )
    return {name: set(below) for name, below in found.items()}


def test_a_step_has_its_own_fact_and_those_it_leads_to() -> None:
    end = Advise("路/完", ())
    found = facts(
        ask("路/甲", "甲", "路/乙", "路/完"), ask("路/乙", "乙", "路/完"), end
    )
    assert found == {"路/甲": {"甲", "乙"}, "路/乙": {"乙"}, "路/完": set()}


def test_a_step_that_only_branches_adds_nothing() -> None:
    assert facts(ask("路/甲", "", "路/乙"), ask("路/乙", "乙")) == {
        "路/甲": {"乙"},
        "路/乙": {"乙"},
    }


def test_advice_goes_on_and_a_matter_is_entered() -> None:
    found = facts(
        Advise("路/先", (), then="路/进"),
        Enter("路/进"),
        ask("事/问", "问"),
        matters=(Matter("事", "域", "事/问"),),
    )
    assert found["路/先"] == {"问"}


def test_a_circle_does_not_hang_it() -> None:
    found = facts(
        ask("路/甲", "甲", "路/乙"),
        ask("路/乙", "乙", "路/丙"),
        ask("路/丙", "丙", "路/甲"),
    )
    assert set(map(frozenset, found.values())) == {frozenset("甲乙丙")}


def test_a_step_that_is_not_there_adds_nothing() -> None:
    assert facts(ask("路/甲", "甲", "路/无")) == {"路/甲": {"甲"}}


def test_a_long_road_needs_no_deep_stack() -> None:
    steps = [ask(f"路/{n}", f"问{n}", f"路/{n + 1}") for n in range(3000)]
    assert len(facts(*steps)["路/0"]) == 3000
