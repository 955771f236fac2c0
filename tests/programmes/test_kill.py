"""The short form of the kill programme: a kill loses and doubles nothing."""

import pytest

from tests.programmes.kill import LIVES, run

CYCLES = {"sqlite": 60, "postgres": 8}


@pytest.mark.parametrize("database", LIVES)
def test_a_killed_worker_loses_and_doubles_nothing(database: str) -> None:
    figures = run(database, CYCLES[database])
    assert (figures["lost"], figures["doubled"], figures["wrong"]) == (0, 0, 0)
    assert figures["whole"] == 1
    assert figures["killed_in_work"] > 0


@pytest.mark.parametrize(
    ("without", "wrong"), [("guard", "doubled"), ("commit", "lost")]
)
def test_without_its_guard_the_programme_goes_red(without: str, wrong: str) -> None:
    assert run("sqlite", CYCLES["sqlite"], without)[wrong] > 0
