"""The one command that checks everything hides no failure."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

# A Python whose `-m venv` makes an environment of tools that only say their name.
PYTHON = """#!/bin/sh
case "$*" in *venv\\ --clear*)
  mkdir -p .venv-test/bin
  for tool in python ruff mypy lint-imports wenlu pytest; do
    [ "$tool" = "$MISSING" ] || cp "$0" ".venv-test/bin/$tool"
  done ;;
esac
said="$(basename "$0") $*"
echo "$said"
case "$said" in ${BROKEN:-nothing}*) exit 1 ;; esac
"""
STAGES = [
    ("ruff format", "ruff format"),
    ("ruff check", "ruff check"),
    ("mypy", "mypy"),
    ("lint-imports", "lint-imports"),
    ("wenlu check", "wenlu check"),
    ("wenlu test", "wenlu test"),
    ("pytest", "pytest"),
]


@pytest.fixture
def tree(root: Path, tmp_path: Path) -> Path:
    tree = tmp_path / "tree"
    (tree / "tests").mkdir(parents=True)
    (tree / ".ci").mkdir()
    for name in (".ci/run", "tests/run.sh", "pyproject.toml"):
        shutil.copy(root / name, tree / name)
    python = tree / "python"
    python.write_text(PYTHON, "utf-8")
    python.chmod(0o755)
    for program in ("chromium", "fc-list"):
        shutil.copy(python, tree / program)
    return tree


def test_every_stage_runs_and_the_last_word_is_pytests(tree: Path) -> None:
    result = run(tree)
    assert result.returncode == 0, result.stdout + result.stderr
    lines = result.stdout.splitlines()
    said = [line for line in lines if line.startswith(tuple(x for _, x in STAGES))]
    assert [line[: len(x)] for line, (_, x) in zip(said, STAGES, strict=True)] == [
        command for _, command in STAGES
    ]
    assert lines[-1] == said[-1]


@pytest.mark.parametrize(("stage", "command"), STAGES)
def test_a_failed_stage_is_named_and_the_others_still_run(
    tree: Path, stage: str, command: str
) -> None:
    result = run(tree, BROKEN=command)
    assert result.returncode == 1
    assert result.stdout.splitlines()[-1] == f"== 失败的阶段：{stage}"
    assert "pytest -n 2" in result.stdout


@pytest.mark.parametrize("tool", ["ruff", "mypy", "lint-imports", "wenlu", "pytest"])
def test_a_missing_tool_is_a_failure(tree: Path, tool: str) -> None:
    result = run(tree, MISSING=tool)
    assert result.returncode == 1
    assert f"== 失败的阶段：{tool}" in result.stdout


def test_a_failed_installation_stops_all_and_is_tried_again(tree: Path) -> None:
    for _ in range(2):
        result = run(tree, BROKEN="python -m pip")
        assert result.returncode == 1
        assert result.stdout.splitlines()[-1] == "== 安装：失败"


def test_the_environment_is_made_anew_only_for_another_project_file(tree: Path) -> None:
    installed = [" -m pip install " in run(tree).stdout for _ in range(2)]
    with (tree / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write("\n")
    installed.append(" -m pip install " in run(tree).stdout)
    assert installed == [True, False, True]


@pytest.mark.parametrize(
    ("user", "said", "code"),
    [
        ("0", "apt-get install -qq --no-install-recommends python3-venv", 0),
        ("1000", "缺少系统软件包 python3-venv：请用管理员身份安装。", 1),
    ],
)
def test_a_bare_debian_gets_what_is_missing_or_is_told(
    tree: Path, user: str, said: str, code: int
) -> None:
    shutil.copy(tree / "python", tree / "apt-get")
    (tree / "id").write_text(f"#!/bin/sh\necho {user}\n", "utf-8")
    (tree / "id").chmod(0o755)
    result = run(tree, BROKEN="python -c")
    assert result.returncode == code
    assert said in result.stdout


@pytest.mark.parametrize(("user", "code"), [("0", 0), ("1000", 1)])
def test_a_browser_and_chinese_letters_are_brought_or_asked_for(
    tree: Path, user: str, code: int
) -> None:
    shutil.copy(tree / "python", tree / "apt-get")
    (tree / "id").write_text(f"#!/bin/sh\necho {user}\n", "utf-8")
    (tree / "id").chmod(0o755)
    result = run(tree, BROKEN="fc-list")
    assert result.returncode == code
    assert "chromium fonts-noto-cjk" in result.stdout


def test_the_laws_beside_the_project_are_checked_against(tree: Path) -> None:
    without = run(tree).stdout
    (tree.parent / "shared" / "laws").mkdir(parents=True)
    assert "wenlu check --laws ../shared/laws\n" in run(tree).stdout
    assert "wenlu check\n" in without


def run(tree: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [tree / ".ci" / "run"],
        env={
            **os.environ,
            "PATH": f"{tree}:{os.environ['PATH']}",
            "PYTHON": str(tree / "python"),
            **settings,
        },
        capture_output=True,
        text=True,
        check=False,
    )
