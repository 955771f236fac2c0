"""Nothing is published while anything is red; what is published can be found again."""

from argparse import Namespace
from pathlib import Path

import pytest

from bot.commands import publish
from bot.reading.json_schema import schemas
from tests.commands.keeping_versions import change, git, keep, run
from tests.reading.good import files
from tests.reading.test_mending import named

DAY = ("--date", "2026-11-24")
GUIDE = "guides/labour.yaml"
SLIP = (GUIDE, "        unsure: ", "        unsure：")
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    copy = tmp_path / "house" / "knowledge"
    written = {f"schema/{name}": text.encode() for name, text in schemas().items()}
    for file, data in {**named(files()), **written}.items():
        (copy / file).parent.mkdir(parents=True, exist_ok=True)
        (copy / file).write_bytes(data)
    keep(copy.parent)
    monkeypatch.setenv("WENLU_KNOWLEDGE", str(copy))
    return copy


@pytest.fixture
def passed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every stage pass: what it takes to pass is shown below."""
    monkeypatch.setattr(publish, "_stages", lambda *_: [("检查", lambda: True)])


def tags(folder: Path) -> list[str]:
    return git(folder, "tag", "--list").split()


def red(folder: Path) -> list[str]:
    given = Namespace(laws=None, date=None)
    return [name[:2] for name, stage in publish._stages(folder, given) if not stage()]


@pytest.mark.usefixtures("passed")
def test_what_is_right_is_published_under_a_name_of_its_own(
    folder: Path, capsys: Captured
) -> None:
    assert run("publish", *DAY) == 0
    change(folder, GUIDE, "人力资源", "人力资源局")
    assert run("publish", "--note", "说得更明白", *DAY) == 0
    assert tags(folder) == ["knowledge-2026-11-24", "knowledge-2026-11-24-2"]
    assert "和上一版（knowledge-2026-11-24）" in capsys.readouterr().out
    assert git(folder, "status", "--porcelain") == ""
    assert git(folder, "log", "-1", "--format=%s") == "说得更明白\n"


@pytest.mark.usefixtures("passed")
def test_a_look_publishes_nothing(folder: Path, capsys: Captured) -> None:
    assert run("publish", "--check", *DAY) == 0
    assert tags(folder) == []
    assert "可以发布" in capsys.readouterr().out


def test_a_slip_is_red_and_nothing_is_published(folder: Path) -> None:
    change(folder, *SLIP)
    assert red(folder) == ["手滑", "检查", "样例"]
    assert run("publish", *DAY) == 1
    assert tags(folder) == []


@pytest.mark.usefixtures("passed")
def test_without_its_stages_a_slip_would_be_published(folder: Path) -> None:
    change(folder, *SLIP)
    assert run("publish", *DAY) == 0


def test_an_old_schema_is_red(folder: Path) -> None:
    change(folder, "schema/guides.json", "导引图", "导引")
    assert "编辑" in red(folder)


@pytest.mark.usefixtures("passed")
def test_a_folder_that_is_not_kept_cannot_be_published(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    folder.rename(elsewhere)
    monkeypatch.setenv("WENLU_KNOWLEDGE", str(elsewhere))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    assert "版本记录用不了" in str(run("publish", *DAY))
