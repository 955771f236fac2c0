"""The command mends files in their places, and only shows when it is asked to."""

from pathlib import Path

import pytest

from bot.cli import main
from tests.reading.good import files
from tests.reading.test_mending import CHINESE, ENGLISH, named

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for file, data in {**named(files()), "guides/b.yaml": CHINESE.encode()}.items():
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_bytes(data)
    return tmp_path


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(["fmt", *arguments])
    return left.value.code if isinstance(left.value.code, int) else 1


@pytest.mark.parametrize("path", ["", "guides/b.yaml"])
def test_a_file_is_mended_in_its_place(
    folder: Path, capsys: Captured, path: str
) -> None:
    assert run(str(folder / path)) == 0
    assert (folder / "guides/b.yaml").read_text("utf-8") == ENGLISH
    assert "改好 " in capsys.readouterr().out


def test_another_file_stays_as_it_is(folder: Path) -> None:
    run(str(folder / "questions.yaml"))
    assert (folder / "guides/b.yaml").read_text("utf-8") == CHINESE


def test_a_look_changes_nothing_and_tells_by_its_code(folder: Path) -> None:
    assert run(str(folder), "--check") == 1
    assert (folder / "guides/b.yaml").read_text("utf-8") == CHINESE
    run(str(folder))
    assert run(str(folder), "--check") == 0


def test_a_path_outside_the_knowledge_is_refused(tmp_path: Path) -> None:
    assert run(str(tmp_path / "x.yaml")) == 1
