"""The list of ASVS 5 is whole, and what it says is done names tests that exist."""

import re
from pathlib import Path

import pytest

from tests.house.test_promise import exists

ROW = re.compile(r"^\| ([\d.–]+) \| (\S+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
NAMED = re.compile(r"`(tests/[^`]+)`")
DONE, OTHERS = "做到", frozenset(["不适用", "部署时", "未做到"])
SECTIONS = dict(
    zip(range(1, 18), (5, 4, 7, 4, 4, 8, 6, 4, 2, 7, 7, 3, 4, 3, 4, 5, 3), strict=True)
)
"""Sections of each chapter of version 5.0.0."""
ONLY_LEVEL_3 = frozenset(["3.1", "3.6", "11.7", "15.4"])


@pytest.fixture(scope="module")
def text(root: Path) -> str:
    return (root / "tests" / "ASVS.md").read_text("utf-8")


def test_every_row_is_read_and_says_how_or_why(text: str) -> None:
    rows = [line for line in text.splitlines() if re.match(r"\| \d", line)]
    found = ROW.findall(text)
    assert len(found) == len(rows) > 100
    assert {verdict for _, verdict, _, _ in found} <= {DONE, *OTHERS}
    assert all(why.strip() for _, _, why, _ in found)


def test_what_is_done_names_tests_that_exist(root: Path, text: str) -> None:
    assert faults(root, text) == []


@pytest.mark.parametrize(
    "row",
    [
        "| 1.1.1 | 做到 | 字 | `tests/test_app.py::test_that_nobody_wrote` |",
        "| 1.1.1 | 做到 | 字 | — |",
    ],
)
def test_a_row_without_its_test_is_noticed(root: Path, row: str) -> None:
    assert faults(root, row) == ["1.1.1"]


def test_every_section_is_met(text: str) -> None:
    assert lacking(text) == []


def test_a_section_left_out_is_noticed(text: str) -> None:
    assert lacking(text.replace("| 14.3.", "| 14.2.")) == ["14.3"]


def faults(root: Path, text: str) -> list[str]:
    """Return the rows that are done without a test, or name one that is not there."""
    return [
        number
        for number, verdict, _, tests in ROW.findall(text)
        if (verdict == DONE and not NAMED.findall(tests))
        or not all(exists(root, name) for name in NAMED.findall(tests))
    ]


def lacking(text: str) -> list[str]:
    """Return the sections that no row speaks of."""
    met: set[tuple[int, int]] = set()
    for row in ROW.findall(text):
        ends = [[int(n) for n in end.split(".")] for end in row[0].split("–")]
        met |= {(ends[0][0], n) for n in range(ends[0][1], ends[-1][1] + 1)}
    wanted = [(one, n) for one, many in SECTIONS.items() for n in range(1, many + 1)]
    names = [f"{one}.{n}" for one, n in wanted if (one, n) not in met]
    return [name for name in names if name not in ONLY_LEVEL_3]
