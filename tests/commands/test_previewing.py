"""The preview proves what it shows, and can begin with files that are not yet right."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from bot.commands.previewing import workshop

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
DAY = date(2026, 11, 24)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(KNOWLEDGE, tmp_path / "k")
    return tmp_path / "k"


def test_a_fault_of_the_map_is_told_as_soon_as_it_is_saved(folder: Path) -> None:
    shop = workshop(folder, lambda: DAY)
    assert shop.good
    path = folder / "guides" / "labour.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("go: 有没有欠条", "go: 谁欠的", 1), "utf-8")
    shop.look()
    assert not shop.good
    assert shop.knowledge.version


def test_files_that_were_never_right_cannot_be_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WENLU_KNOWLEDGE", str(tmp_path))
    with pytest.raises(SystemExit):
        workshop(tmp_path, lambda: DAY)
