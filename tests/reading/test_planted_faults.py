"""Plant one fault each in a small good knowledge: it is told at its very spot."""

import pytest

from bot.reading.loading import load_files
from tests.reading.good import files
from tests.reading.planting import HERE, Fault, planted, read_faults

FAULTS = read_faults(HERE / "faults.txt")
each = pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.title)


def test_the_good_knowledge_has_nothing_wrong() -> None:
    assert load_files(files()).problems == ()


@each
def test_a_fault_is_told_at_its_place_and_nothing_else_is(fault: Fault) -> None:
    here = planted(fault)
    told = [(one.rule, one.place) for one in here.problems()]
    assert told == [(fault.rule, here.place)], here.problems()


@each
def test_a_fault_shows_the_line_as_it_stands(fault: Fault) -> None:
    here = planted(fault)
    assert [one.line for one in here.problems()] == [here.line]


@each
def test_a_fault_comes_with_the_mended_line_where_there_is_one(fault: Fault) -> None:
    assert [one.mended for one in planted(fault).problems()] == [fault.mended]


@each
def test_a_fault_is_told_at_the_same_place_in_a_file_of_windows(fault: Fault) -> None:
    here = planted(fault)
    windows = {k: data.replace(b"\n", b"\r\n") for k, data in here.files.items()}
    told = [(one.rule, one.place, one.mended) for one in load_files(windows).problems]
    assert told == [(fault.rule, here.place, fault.mended)]


@each
def test_a_fault_says_what_is_wrong_and_what_would_be_right(fault: Fault) -> None:
    assert all(one.what and one.right for one in planted(fault).problems())


@each
def test_an_error_keeps_the_knowledge_from_being_served(fault: Fault) -> None:
    loaded = load_files(planted(fault).files)
    errors = any(one.severity == "error" for one in loaded.problems)
    assert (loaded.knowledge is None) == errors


SLIPS = {
    "bracket",
    "colon",
    "comma",
    "comment",
    "dash",
    "indent",
    "quotes",
    "space",
    "unknown-key",
}


@pytest.mark.parametrize(
    "fault",
    [fault for fault in FAULTS if fault.rule in SLIPS and fault.mended],
    ids=lambda fault: fault.title,
)
def test_the_mended_line_mends_the_file(fault: Fault) -> None:
    here = planted(fault)
    lines = here.files[here.place.file].decode().split("\n")
    lines[here.place.line - 1] = fault.mended
    mended = here.files | {here.place.file: "\n".join(lines).encode()}
    rules = [one.rule for one in load_files(mended).problems]
    assert fault.rule not in rules


def test_there_are_at_least_a_hundred_faults() -> None:
    assert len(FAULTS) >= 100
