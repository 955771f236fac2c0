"""A card can be printed again after its knowledge was changed, paused, or both."""

import io
import re
from pathlib import Path

import pytest

from tests.commands.keeping_versions import change, git, kept_copy, run

Captured = pytest.CaptureFixture[str]
DAY = ("--date", "2026-11-24")
TALK = "公司拖欠我的工资三个月了\n1\n先告诉我去哪\n看全部\n"
FEE = "不收费"
REMEDY = "remedies/labour.yaml"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    copy = kept_copy(tmp_path)
    monkeypatch.setenv("WENLU_KNOWLEDGE", str(copy))
    return copy


def card(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """Talk until there is a card; return its code and its first line."""
    monkeypatch.setattr("sys.stdin", io.StringIO(TALK))
    run("chat", *DAY)
    said = capsys.readouterr().out
    first = next(line for line in said.splitlines() if line.startswith("去哪："))
    return re.findall(r"卡片编号([0-9A-Z]+-[0-9A-Z]+)", said)[-1], first


def printed(capsys: Captured, code: str) -> str:
    capsys.readouterr()
    assert run("explain", code) == 0
    return capsys.readouterr().out


def test_a_card_is_printed_the_same_after_a_change_and_a_pause(
    folder: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, first = card(capsys, monkeypatch)
    before = printed(capsys, code)
    change(folder, REMEDY, FEE, "一分钱不收")
    git(folder, "commit", "--quiet", "--all", "--message=second")
    run("pause", "拖欠工资", *DAY)
    assert printed(capsys, code) == before
    assert before.startswith(first)


def test_a_card_of_a_pause_is_printed_as_that_after_the_pause(
    folder: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert folder.is_dir()
    run("pause", "拖欠工资", *DAY)
    code, first = card(capsys, monkeypatch)
    run("pause", "拖欠工资", "--off", *DAY)
    assert "正在核实，请到窗口" in first
    assert printed(capsys, code).startswith(first)


def test_a_correction_of_a_card_compares_it_with_what_is_right_now(
    folder: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    code, _ = card(capsys, monkeypatch)
    assert "说的一样" in str(run("recall", code, "--out", str(tmp_path)))
    change(folder, REMEDY, FEE, "一分钱不收")
    assert run("recall", code, "--out", str(tmp_path), *DAY) == 0
    text = (tmp_path / "勘误-拖欠工资-2026-11-24.txt").read_text("utf-8")
    assert FEE in text.partition("应当是")[0]
    assert "一分钱不收" in text
    assert f"编号以 {code[:6]}- 开头" in text


def test_a_correction_of_a_matter_says_what_it_is_told(
    folder: Path, tmp_path: Path
) -> None:
    assert folder.is_dir()
    told = ("--wrong", "一年", "--right", "两年", "--out", str(tmp_path))
    assert run("recall", "拖欠工资", *told, *DAY) == 0
    page = (tmp_path / "勘误-拖欠工资-2026-11-24.html").read_text("utf-8")
    assert "2026年11月24日以前" in page


@pytest.mark.parametrize(
    ("what", "said"),
    [("拖欠工资", "--wrong"), ("拖欠工", "是不是"), ("000000-AA", "抄错")],
)
def test_what_cannot_be_corrected_is_told(folder: Path, what: str, said: str) -> None:
    assert folder.is_dir()
    assert said in str(run("recall", what))
