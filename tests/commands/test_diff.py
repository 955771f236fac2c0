"""Two folders or two revisions of git are compared, and told in plain words."""

import subprocess
from pathlib import Path
from shutil import copytree

import pytest

from bot.cli import main

Captured = pytest.CaptureFixture[str]
DATE = ("--date", "2026-11-24")
GUIDE = "guides/labour.yaml"


def run(capsys: Captured, *arguments: str) -> tuple[object, str]:
    with pytest.raises(SystemExit) as left:
        main(["diff", *DATE, *arguments])
    return left.value.code, capsys.readouterr().out


@pytest.fixture
def folder(root: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "knowledge"
    copytree(root / "tests" / "proving" / "map", folder)
    return folder


def edit(folder: Path, before: str, after: str) -> None:
    path = folder / GUIDE
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=编写组", "-c", "user.email=staff@example.invalid")
    command = ["git", *who, "-c", "commit.gpgsign=false", *arguments]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


def test_two_folders_that_do_the_same_change_nobodys_way(
    capsys: Captured, folder: Path
) -> None:
    code, out = run(capsys, str(folder), str(folder))
    assert (code, out) == (0, "没有一个群众的结果改变。\n")


def test_another_destination_is_told_with_the_shortest_talk(
    capsys: Captured, folder: Path, tmp_path: Path
) -> None:
    copytree(folder, tmp_path / "new")
    edit(tmp_path / "new", "go: 工地欠薪, says", "go: 过了时效, says")
    _, out = run(capsys, str(folder), str(tmp_path / "new"))
    assert "1. 拖欠工资：去处、顺序" in out
    assert "谁欠的：工地、建筑工程" in out
    assert "去处　原来：劳动监察投诉（县级人社局）" in out
    assert "　　　现在：转人工（县级信访局）" in out


def test_two_revisions_are_compared_as_git_kept_them(
    capsys: Captured, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(folder.parent, "init", "-q")
    git(folder.parent, "add", ".")
    git(folder.parent, "commit", "-qm", "第一版")
    edit(folder, "欠您工资的是哪种情况？", "欠您工钱的是哪种情况？")
    git(folder.parent, "commit", "-qam", "第二版")
    monkeypatch.setenv("WENLU_KNOWLEDGE", str(folder))
    _, out = run(capsys, "HEAD~1", "HEAD")
    assert out.startswith("没有一个群众的结果改变。\n\n只改了文字（去处不变）：1 处")
    assert "    现在：欠您工钱的是哪种情况？" in out


def test_what_was_written_otherwise_beside_the_map_is_taken_from_today(
    capsys: Captured, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = folder / "glossary.yaml"
    today = words.read_text("utf-8")
    words.write_text("words_of_old: []\n", "utf-8")
    git(folder.parent, "init", "-q")
    git(folder.parent, "add", ".")
    git(folder.parent, "commit", "-qm", "第一版")
    words.write_text(today, "utf-8")
    monkeypatch.setenv("WENLU_KNOWLEDGE", str(folder))
    assert run(capsys, "HEAD", str(folder)) == (0, "没有一个群众的结果改变。\n")


def test_a_name_that_vanished_is_warned_of(
    capsys: Captured, folder: Path, tmp_path: Path
) -> None:
    copytree(folder, tmp_path / "new")
    edit(tmp_path / "new", "          公司: {label", "          厂子: {label")
    _, out = run(capsys, str(folder), str(tmp_path / "new"))
    assert "提醒：1 个名字不见了，又没写 was" in out
    assert "选项“谁欠的/公司”（旧版 guides/labour.yaml:13:11）" in out


@pytest.mark.parametrize("version", ["没有这一版", "--output=x"])
def test_a_version_nobody_kept_is_a_plain_sentence(
    capsys: Captured, folder: Path, version: str
) -> None:
    code, _ = run(capsys, "--", version, str(folder))
    assert code == f"“{version}”既不是文件夹，也不是 git 认得的版本"


def test_a_version_that_cannot_be_read_is_shown_why(
    capsys: Captured, folder: Path, tmp_path: Path
) -> None:
    copytree(folder, tmp_path / "new")
    edit(tmp_path / "new", "options:", "opions:")
    code, _ = run(capsys, str(folder), str(tmp_path / "new"))
    assert "读不出来" in str(code)
