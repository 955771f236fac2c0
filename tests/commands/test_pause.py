"""A matter is paused at once, for whoever asks next."""

import json
import shutil
from pathlib import Path

import pytest

from bot.cli import main

Captured = pytest.CaptureFixture[str]
KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
ASKED = ("route", "公司拖欠我的工资三个月了", "--json", "--date", "2026-11-24")


@pytest.fixture(autouse=True)
def _copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(KNOWLEDGE, tmp_path / "k")
    monkeypatch.setenv("WENLU_KNOWLEDGE", str(tmp_path / "k"))


def run(*arguments: str) -> str | int | None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    return left.value.code


def remedies(capsys: Captured) -> list[str]:
    capsys.readouterr()
    run(*ASKED)
    row = json.loads(capsys.readouterr().out)
    found: list[str] = row["matters"][0]["remedies"]
    return found


def test_a_matter_is_paused_and_answered_again(capsys: Captured) -> None:
    before = remedies(capsys)
    assert run("pause", "拖欠工资") == 0
    assert remedies(capsys) == ["转人工"]
    assert run("pause", "拖欠工资", "--off") == 0
    assert remedies(capsys) == before != ["转人工"]


def test_paused_matters_are_listed_with_day_and_reason(capsys: Captured) -> None:
    run("pause", "拖欠工资", "--because", "条例要改", "--date", "2026-11-24")
    capsys.readouterr()
    run("pause")
    assert capsys.readouterr().out == "拖欠工资：2026-11-24起，条例要改\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["拖欠工"], "是不是“拖欠工资”"),
        (["拖欠工资", "--off"], "没有停用"),
    ],
)
def test_what_cannot_be_paused_is_told(arguments: list[str], said: str) -> None:
    assert said in str(run("pause", *arguments))


def test_pausing_twice_is_told() -> None:
    run("pause", "拖欠工资")
    assert "已经停用" in str(run("pause", "拖欠工资"))


def test_broken_knowledge_is_told_because_a_pause_would_not_be_read(
    tmp_path: Path,
) -> None:
    (tmp_path / "k" / "glossary.yaml").write_text("terms: [", "utf-8")
    assert "停用不会生效" in str(run("pause", "拖欠工资"))
