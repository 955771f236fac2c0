"""Arrows point inwards, and the core knows no world; twins show the guards work."""

import ast
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

CLOCKS_AND_DOORS = frozenset(["today", "now", "utcnow", "open", "input", "print"])


def test_the_arrows_point_inwards(root: Path) -> None:
    result = lint_imports(root)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("bot.core.facts", "os"),
        ("bot.core.facts", "logging"),
        ("bot.core.facts", "yaml"),
        ("bot.core.facts", "bot.reading"),
        ("bot.reading", "bot.proving"),
        ("bot.reading", "bot.understanding"),
        ("bot.understanding", "bot.reading"),
        ("bot.proving", "bot.storing"),
        ("bot.storing", "bot.papers"),
        ("bot.papers", "bot.channels"),
        ("bot.channels", "bot.app"),
        ("bot.app", "bot.commands"),
        ("bot.commands", "bot.cli"),
    ],
)
def test_an_arrow_outwards_turns_the_build_red(
    root: Path, tmp_path: Path, source: str, target: str
) -> None:
    shutil.copy(root / "pyproject.toml", tmp_path)
    shutil.copytree(root / "bot", tmp_path / "bot")
    module = tmp_path.joinpath(*source.split("."))
    file = module / "__init__.py" if module.is_dir() else module.with_suffix(".py")
    file.write_text(f"import {target}\n" + file.read_text("utf-8"), "utf-8")
    result = lint_imports(tmp_path)
    assert result.returncode == 1
    assert f" {source} -> {target} (l.1)\n" in result.stdout


def test_the_core_is_standard_library_without_clock_or_door(root: Path) -> None:
    sources = sorted((root / "bot" / "core").glob("*.py"))
    assert sources
    found = {path.name: sorted(impure(path.read_text("utf-8"))) for path in sources}
    assert not {name: words for name, words in found.items() if words}


@pytest.mark.parametrize(
    ("source", "word"),
    [
        ("import yaml", "yaml"),
        ("from bot.app import App", "bot.app"),
        ("from datetime import date; DAY = date.today()", "today"),
        ("from datetime import UTC, datetime; T = datetime.now(UTC)", "now"),
        ("print(1)", "print"),
        ("open('x')", "open"),
    ],
)
def test_a_clock_or_a_door_in_the_core_is_seen(source: str, word: str) -> None:
    assert list(impure(source)) == [word]


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def impure(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                yield from (x.name for x in names if not _allowed(x.name))
            case ast.ImportFrom(module=str(module)) if not _allowed(module):
                yield module
            case ast.Call(func=ast.Name(id=word) | ast.Attribute(attr=word)):
                if word in CLOCKS_AND_DOORS:
                    yield word


def _allowed(module: str) -> bool:
    inside = module == "bot.core" or module.startswith("bot.core.")
    return inside or module.partition(".")[0] in sys.stdlib_module_names
