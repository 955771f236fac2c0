"""Find the folder, read it, and tell when anything in it changes."""

from pathlib import Path

import pytest

from bot.reading import NoKnowledgeError, knowledge_folder, load, loading
from bot.reading.folder import (
    UnreadableFileError,
    bytes_of,
    read_bytes,
    version_of,
)
from tests.reading.good import STORIES, files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with the good knowledge."""
    for name, data in files().items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    return tmp_path


def test_a_folder_is_loaded(folder: Path) -> None:
    loaded = load(folder)
    assert loaded.problems == ()
    assert loaded.knowledge is not None
    assert loaded.knowledge.start == "路线图/走到哪一步了"


def test_the_environment_names_the_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WENLU_KNOWLEDGE", str(folder))
    assert knowledge_folder() == folder


def test_a_folder_that_is_not_there_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WENLU_KNOWLEDGE", str(folder / "没有"))
    with pytest.raises(NoKnowledgeError, match="没有"):
        knowledge_folder()


def test_a_checkout_has_its_folder_beside_the_package(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("WENLU_KNOWLEDGE", raising=False)
    assert (knowledge_folder() / "roads").is_dir()


def test_an_empty_folder_is_told_and_no_crash(tmp_path: Path) -> None:
    loaded = load(tmp_path)
    assert [one.rule for one in loaded.problems] == ["missing-file", "missing-file"]


def test_the_version_is_short_and_follows_every_change(folder: Path) -> None:
    first = version_of(bytes_of(folder))
    (folder / "phrases.yaml").write_text("phrases: {greeting: 您好}\n", "utf-8")
    second = version_of(bytes_of(folder))
    (folder / "phrases.yaml").rename(folder / "glossary2.yaml")
    third = version_of(bytes_of(folder))
    assert len({first, second, third}) == 3
    assert {len(first), len(second), len(third)} == {12}


def test_stories_do_not_change_the_version(folder: Path) -> None:
    before = load(folder).knowledge
    (folder / "stories").mkdir()
    (folder / "stories" / "labour.yaml").write_text(STORIES, "utf-8")
    after = load(folder).knowledge
    assert before is not None
    assert after is not None
    assert after.version == before.version


def test_what_editors_leave_behind_is_not_read(folder: Path) -> None:
    (folder / "guides" / ".labour.yaml.swp").write_bytes(b"\x00")
    (folder / "guides" / "~$labour.yaml").write_bytes(b"\x00")
    assert load(folder).problems == ()


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="打不开"):
        read_bytes(tmp_path / "没有.yaml")


def test_a_file_that_cannot_be_opened_is_a_problem(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusing(_: Path) -> dict[str, bytes]:
        raise UnreadableFileError("phrases.yaml", "没有权限")

    monkeypatch.setattr(loading, "bytes_of", refusing)
    loaded = load(folder)
    assert loaded.knowledge is None
    assert [(one.rule, str(one.place)) for one in loaded.problems] == [
        ("unreadable", "phrases.yaml:1:1")
    ]
