"""A running bot takes up good files at once and keeps the last good ones otherwise."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.core.knowledge import Place, Problem
from bot.reading.loading import load
from bot.reading.reloading import Reloading
from tests.reading.good import files

TERM = "glossary.yaml"
FAULT = Problem(Place(TERM, 1, 1), "made-up", "图有错")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for file, data in files().items():
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_bytes(data)
    return tmp_path


def reloading(folder: Path, found: Sequence[Problem] = ()) -> Reloading:
    knowledge = load(folder).knowledge
    assert knowledge is not None
    return Reloading(folder, knowledge, lambda _: found)


def write(folder: Path, text: str) -> None:
    (folder / TERM).write_text(text, "utf-8")


def test_a_changed_file_is_taken_up_once(folder: Path) -> None:
    served = reloading(folder)
    write(folder, "terms: {新词: {plain: 刚写的词}}\n")
    assert (served.look(), served.look()) == (True, False)
    assert list(served.knowledge.terms) == ["新词"]
    assert served.good


def test_nothing_is_read_while_nothing_has_changed(folder: Path) -> None:
    served = reloading(folder)
    before = served.knowledge
    assert not served.look()
    assert served.knowledge is before


@pytest.mark.parametrize("text", ["terms: [", "terms: {复查: {plane: 错}}\n", "\x00"])
def test_a_bad_file_keeps_the_last_good_version(folder: Path, text: str) -> None:
    served = reloading(folder)
    before = served.knowledge
    write(folder, text)
    assert served.look()
    assert served.knowledge is before
    assert not served.good
    assert served.problems[0].place.file == TERM


def test_a_map_that_is_not_proven_is_not_served(folder: Path) -> None:
    served = reloading(folder, [FAULT])
    before = served.knowledge
    write(folder, "terms: {}\n")
    served.look()
    assert (served.knowledge is before, served.good) == (True, False)


def test_without_the_proof_it_would_be_served(folder: Path) -> None:
    served = reloading(folder)
    before = served.knowledge
    write(folder, "terms: {}\n")
    served.look()
    assert served.knowledge is not before


def test_a_mended_file_is_served_again(folder: Path) -> None:
    served = reloading(folder)
    write(folder, "terms: [")
    served.look()
    write(folder, "terms: {新词: {plain: 改好了}}\n")
    served.look()
    assert (served.good, list(served.knowledge.terms)) == (True, ["新词"])


def test_a_file_that_is_gone_is_told(folder: Path) -> None:
    served = reloading(folder)
    (folder / "roads" / "route-map.yaml").unlink()
    served.look()
    assert not served.good


def test_taking_up_reads_the_same_as_a_first_start(folder: Path) -> None:
    served = reloading(folder)
    write(folder, "terms: {新词: {plain: 刚写的词}}\n")
    served.look()
    assert served.knowledge == load(folder).knowledge
