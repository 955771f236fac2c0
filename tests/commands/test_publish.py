"""Nothing is published while anything is red; what is published can be found again."""

from pathlib import Path

import pytest

from bot.commands import publish
from tests.commands.keeping_versions import change, git, kept_copy, run

Captured = pytest.CaptureFixture[str]
DAY = ("--date", "2026-11-24")
LABOUR, STORIES = "guides/labour.yaml", "stories/roads.yaml"
RED = [
    (LABOUR, "        unsure: ", "        unsure："),
    ("schema/guides.json", "导引图", "导引"),
    (STORIES, "must: [", "must: [从来没人说过的话, "),
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    copy = kept_copy(tmp_path)
    monkeypatch.setenv("WENLU_KNOWLEDGE", str(copy))
    return copy


def tags(folder: Path) -> list[str]:
    return git(folder, "tag", "--list").split()


def test_what_is_right_is_published_under_a_name_of_its_own(
    folder: Path, capsys: Captured
) -> None:
    git(folder, "tag", "knowledge-2026-11-24")
    change(folder, "remedies/labour.yaml", "不收费", "一分钱不收")
    assert run("publish", "--note", "说得更明白", *DAY) == 0
    assert tags(folder) == ["knowledge-2026-11-24", "knowledge-2026-11-24-2"]
    assert "和上一版（knowledge-2026-11-24）比" in capsys.readouterr().out
    assert git(folder, "status", "--porcelain") == ""
    assert git(folder, "log", "-1", "--format=%s") == "说得更明白\n"


@pytest.mark.parametrize(("file", "old", "new"), RED)
def test_nothing_is_published_while_something_is_red(
    folder: Path, file: str, old: str, new: str
) -> None:
    change(folder, file, old, new)
    assert run("publish", *DAY) == 1
    assert tags(folder) == []


def test_without_its_stages_it_would_be_published(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(folder, *RED[1])
    monkeypatch.setattr(publish, "_stages", lambda *_: [])
    assert run("publish", *DAY) == 0
    assert tags(folder) == ["knowledge-2026-11-24"]


def test_a_folder_that_is_not_kept_cannot_be_published(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(publish, "_stages", lambda *_: [])
    elsewhere = tmp_path / "elsewhere"
    folder.rename(elsewhere)
    monkeypatch.setenv("WENLU_KNOWLEDGE", str(elsewhere))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    assert "版本记录用不了" in str(run("publish", *DAY))
