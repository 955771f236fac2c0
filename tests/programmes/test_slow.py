"""The short form of the slow programme: slow and huge visitors are let go."""

import pytest

from tests.programmes.slow import bounded, run

GOOD = {"stayed": 0, "unanswered": 0, "grown_kib": 0}


def test_slow_and_huge_visitors_are_let_go_and_honest_ones_answered() -> None:
    figures = run(60, 20, ["head, a byte a second"])
    assert bounded(figures), figures
    assert all(one["taken_mib"] < 20 for one in figures.values() if "taken_mib" in one)


@pytest.mark.parametrize(
    "bad", [{"stayed": 1}, {"unanswered": 1}, {"grown_kib": 1 << 20}]
)
def test_one_figure_out_of_bounds_turns_the_programme_red(bad: dict[str, int]) -> None:
    assert bounded({"kind": {**GOOD}})
    assert not bounded({"kind": {**GOOD, **bad}})
