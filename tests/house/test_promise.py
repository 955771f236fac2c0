"""Every promise to citizens names a test that holds it, and one that misses it."""

import ast
import re
from pathlib import Path

import pytest

ROW = re.compile(r"^\| ([^|]+) \| `([^`|]+)` \| `([^`|]+)` \|$", re.MULTILINE)


@pytest.fixture(scope="module")
def promises(root: Path) -> list[tuple[str, str, str]]:
    return ROW.findall((root / "tests" / "PROMISE.md").read_text("utf-8"))


def test_there_are_promises_and_every_row_is_read(
    root: Path, promises: list[tuple[str, str, str]]
) -> None:
    text = (root / "tests" / "PROMISE.md").read_text("utf-8")
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert len(promises) == len(rows) - 2 > 10


def test_every_test_that_a_promise_names_exists(
    root: Path, promises: list[tuple[str, str, str]]
) -> None:
    named = [name for _, *names in promises for name in names]
    assert not [name for name in named if not exists(root, name)]


@pytest.mark.parametrize(
    "name",
    [
        "tests/test_app.py::test_that_nobody_wrote",
        "tests/test_nothing.py::test_a",
        "tests/test_app.py",
    ],
)
def test_a_name_that_is_no_test_is_noticed(root: Path, name: str) -> None:
    assert not exists(root, name)


def exists(root: Path, name: str) -> bool:
    file, _, test = name.partition("::")
    path = root / file
    if not path.is_file():
        return False
    body = ast.parse(path.read_text("utf-8")).body
    return test in {one.name for one in body if isinstance(one, ast.FunctionDef)}
