"""Plant one fault each in a sound map: it is found at its line and column."""

import pytest

from tests.proving.planting import HERE, Fault, Planting, read_faults

SLIPS = read_faults(HERE / "slips.txt")
FAULTS = (*read_faults(HERE / "faults.txt"), *SLIPS)


def test_the_sound_map_has_nothing_wrong(planting: Planting) -> None:
    assert planting.found() == ()


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.title)
def test_a_planted_fault_is_found_at_its_place(
    planting: Planting, fault: Fault
) -> None:
    planting.plant(fault)
    places = [p.place for p in planting.found() if p.rule == fault.rule]
    assert planting.expected in places, planting.found()


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.title)
def test_every_problem_says_what_and_what_would_be_right(
    planting: Planting, fault: Fault
) -> None:
    planting.plant(fault)
    assert all(problem.what and problem.right for problem in planting.found())


@pytest.mark.parametrize("fault", SLIPS, ids=lambda fault: fault.title)
def test_the_suggestion_names_what_was_meant(planting: Planting, fault: Fault) -> None:
    planting.plant(fault)
    found = next(p for p in planting.found() if p.rule == fault.rule)
    assert fault.right
    assert fault.right in f"{found.what}{found.right}{found.mended}"


def test_sixty_faults_are_planted() -> None:
    assert len(FAULTS) >= 60
