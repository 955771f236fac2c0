"""Files stay small enough to read at one sitting, and are named after a noun."""

import subprocess
import sys
from pathlib import Path

import pytest

MOST_LINES = 400
NO_NOUN = frozenset(["util", "utils", "helper", "helpers", "common", "base", "misc"])
NO_NOUN_EITHER = frozenset(["manager", "managers", "tools", "shared", "stuff"])


def test_no_file_is_too_long_and_each_is_named_after_a_noun(root: Path) -> None:
    assert not [
        *faults(root / "bot"),
        *faults(root / "tests"),
    ]


@pytest.mark.parametrize(
    ("name", "lines", "fault"),
    [
        ("routes.py", MOST_LINES + 1, "routes.py: 401 lines"),
        ("utils.py", 1, "utils.py: no noun"),
        ("session_manager.py", 1, "session_manager.py: no noun"),
        ("common/routes.py", 1, "common/routes.py: no noun"),
    ],
)
def test_a_long_file_or_an_empty_name_is_seen(
    tmp_path: Path, name: str, lines: int, fault: str
) -> None:
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("x = 1\n" * lines, encoding="utf-8")
    assert faults(tmp_path) == [fault]


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("    print()\n" * 26, "PLR0915"),
        ("".join(f"    if x == {n}: return\n" for n in range(9)), "C901"),
    ],
)
def test_a_long_or_tangled_function_is_seen(root: Path, body: str, rule: str) -> None:
    result = ruff(root, f"def f(x):\n{body}")
    assert result.returncode == 1
    assert rule in result.stdout


def test_six_parameters_are_seen(root: Path) -> None:
    assert "PLR0913" in ruff(root, "def f(a, b, c, d, e, g):\n    pass\n").stdout


def ruff(root: Path, source: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [Path(sys.executable).with_name("ruff"), "check", "--stdin-filename=bot/x.py"],
        cwd=root,
        input=source,
        capture_output=True,
        text=True,
        check=False,
    )


def faults(folder: Path) -> list[str]:
    found = []
    for path in sorted(folder.rglob("*.py")):
        name = path.relative_to(folder)
        words = {w for part in name.with_suffix("").parts for w in part.split("_")}
        if words & (NO_NOUN | NO_NOUN_EITHER):
            found.append(f"{name}: no noun")
        lines = path.read_text("utf-8").count("\n")
        if lines > MOST_LINES:
            found.append(f"{name}: {lines} lines")
    return found
