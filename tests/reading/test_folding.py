"""Show the first cause; what only follows from it is folded."""

import pytest

from bot.core.knowledge import Problem
from bot.reading.loading import load_files
from tests.reading.good import GOOD, files


def told(file: str, old: str, new: str) -> list[Problem]:
    """Return the problems after a change in one file."""
    assert GOOD[file].count(old) == 1
    changed = GOOD[file].replace(old, new).encode()
    return list(load_files(files() | {file: changed}).problems)


def test_a_step_that_cannot_be_read_is_still_a_step() -> None:
    problems = told("guides/labour.yaml", "        advise:\n", "        advise: 无\n")
    assert {one.rule for one in problems} <= {"wrong-kind", "syntax", "indent"}


def test_a_remedy_file_that_cannot_be_read_hides_its_names() -> None:
    problems = told("remedies/all.yaml", "    code: RECON\n", '    code: "RECON\n')
    assert [one.rule for one in problems] == ["syntax"]
    assert "别处还有" in problems[0].what


def test_a_mistyped_key_does_not_lose_what_stands_under_it() -> None:
    problems = told("guides/labour.yaml", "matters:\n", "maters:\n")
    assert [(one.rule, one.mended) for one in problems] == [("unknown-key", "matters:")]


def test_a_mistyped_ask_does_not_lose_the_question() -> None:
    problems = told("guides/labour.yaml", "ask: 欠您", "aks: 欠您")
    assert [one.rule for one in problems] == ["unknown-key"]


def test_two_faults_in_one_file_are_both_told() -> None:
    text = GOOD["guides/labour.yaml"].replace("unsure: 工地欠薪", "unsure：工地欠薪")
    text = text.replace("say: 我来投诉", "sai: 我来投诉")
    problems = load_files(files() | {"guides/labour.yaml": text.encode()}).problems
    assert [one.rule for one in problems] == ["colon", "unknown-key"]


def test_faults_in_several_files_are_all_told_in_order() -> None:
    broken = files() | {
        "questions.yaml": GOOD["questions.yaml"].replace("kind: day", "kind：day", 1),
        "agencies.yaml": GOOD["agencies.yaml"].replace("label", "lable", 1),
    }
    data = {
        name: d if isinstance(d, bytes) else d.encode() for name, d in broken.items()
    }
    problems = load_files(data).problems
    assert [one.place.file for one in problems] == ["agencies.yaml", "questions.yaml"]


def test_one_wrong_name_in_many_places_is_one_problem() -> None:
    problems = told("agencies.yaml", "  县级人社局:", "  区级人社局:")
    assert [one.rule for one in problems] == ["unknown-agency"]
    assert "另有" in problems[0].what
    assert "regions/trial.yaml:5:14" in problems[0].what


@pytest.mark.parametrize(
    ("missing", "rule"),
    [
        ("agencies.yaml", "unknown-agency"),
        ("hotlines.yaml", "unknown-hotline"),
        ("laws/review.yaml", "unknown-law"),
    ],
)
def test_a_missing_table_is_one_problem(missing: str, rule: str) -> None:
    held = {name: data for name, data in files().items() if name != missing}
    problems = load_files(held).problems
    assert [one.rule for one in problems] == [rule]


@pytest.mark.parametrize("missing", ["roads/route-map.yaml", "guides/labour.yaml"])
def test_without_route_map_or_guide_nothing_is_served(missing: str) -> None:
    held = {name: data for name, data in files().items() if name != missing}
    loaded = load_files(held)
    assert loaded.knowledge is None
    assert "missing-file" in [one.rule for one in loaded.problems]


@pytest.mark.parametrize(
    "optional",
    ["holidays.yaml", "phrases.yaml", "glossary.yaml", "safety.yaml"],
)
def test_what_nobody_refers_to_may_be_missing(optional: str) -> None:
    held = {name: data for name, data in files().items() if name != optional}
    assert load_files(held).knowledge is not None


@pytest.mark.parametrize(
    "name", ["guides/labour.yml", "guide/labour.yaml", "agencies.yaml.txt", "x.yaml"]
)
def test_a_file_nobody_reads_is_a_warning(name: str) -> None:
    problems = load_files(files() | {name: b""}).problems
    assert [(one.rule, one.severity) for one in problems] == [("stray-file", "warning")]
