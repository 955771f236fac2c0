"""Coverage names what is missing, and drafts the talks that would walk it."""

from pathlib import Path

import pytest

from bot.cli import main
from bot.reading.stories import read_stories

Captured = pytest.CaptureFixture[str]


def run(capsys: Captured, *arguments: str) -> tuple[object, str]:
    with pytest.raises(SystemExit) as left:
        main(["coverage", *arguments])
    return left.value.code, capsys.readouterr().out


@pytest.fixture
def small(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WENLU_KNOWLEDGE", str(root / "tests" / "proving" / "map"))


@pytest.mark.usefixtures("small")
def test_the_drafts_are_a_file_of_stories(capsys: Captured, tmp_path: Path) -> None:
    code, out = run(capsys, "--drafts", "--date", "2026-11-24")
    (tmp_path / "drafts.yaml").write_text(out, "utf-8")
    stories, problems = read_stories(tmp_path / "drafts.yaml")
    assert (code, problems) == (0, ())
    assert f"{len(stories)}段草稿走到" in out
    assert "没找到说法" not in out


@pytest.mark.usefixtures("small")
def test_a_row_without_a_matter_is_named(capsys: Captured, tmp_path: Path) -> None:
    rows = tmp_path / "分类.csv"
    rows.write_text("一级,二级\n劳动,工资\n月亮,土地\n", "utf-8")
    code, out = run(capsys, str(rows))
    assert code == 1
    assert "没有事项接着：月亮/土地\n" in out
    assert "1/2 行有事项接着" in out


def test_nothing_to_cover_is_a_plain_sentence(capsys: Captured) -> None:
    assert run(capsys)[0] == "要写分类表的文件，或者 --drafts"
