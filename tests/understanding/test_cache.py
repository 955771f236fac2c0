"""The compiled table is kept for the user alone, and never believed blindly."""

import json
import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from bot import keeping
from bot.core.knowledge import Knowledge
from bot.understanding import cache
from bot.understanding.cache import index_for
from bot.understanding.index import Index, compiled, fingerprint


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(cache, "_held", [])
    return tmp_path / "wenlu"


def again(knowledge: Knowledge) -> Index:
    """Return the table as a new process would get it."""
    cache._held.clear()
    return index_for(knowledge)


def the_file(folder: Path) -> Path:
    (file,) = folder.glob("words-*")
    return file


def spoilt(folder: Path, matter: str = "冒名事项") -> None:
    """Write another name into the body and leave the head as it was."""
    text = the_file(folder).read_text("utf-8")
    the_file(folder).write_text(text.replace("拖欠工资", matter), "utf-8")


def test_the_table_read_back_is_the_table_compiled(knowledge: Knowledge) -> None:
    index_for(knowledge)
    kept = json.dumps(again(knowledge), ensure_ascii=False)
    assert kept == json.dumps(compiled(knowledge), ensure_ascii=False)


def test_the_file_is_the_users_alone(knowledge: Knowledge, folder: Path) -> None:
    index_for(knowledge)
    assert stat.S_IMODE(the_file(folder).stat().st_mode) == 0o600
    assert [file.name for file in folder.iterdir()] == [the_file(folder).name]


def test_one_process_compiles_once(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = index_for(knowledge)
    monkeypatch.setattr(cache, "compiled", lambda _: pytest.fail("compiled again"))
    assert index_for(knowledge) is first
    assert again(knowledge)["matters"] == first["matters"]


@pytest.mark.parametrize("body", ["", "{", "null", "[1]", "\x00\xff", "[" * 9999])
def test_a_broken_file_is_built_anew(
    knowledge: Knowledge, folder: Path, body: str
) -> None:
    index_for(knowledge)
    the_file(folder).write_text(body, "latin-1")
    assert again(knowledge) == compiled(knowledge)
    assert again(knowledge)["matters"] == list(knowledge.matters)


def test_a_changed_body_is_not_believed(knowledge: Knowledge, folder: Path) -> None:
    index_for(knowledge)
    spoilt(folder)
    assert again(knowledge)["matters"] == list(knowledge.matters)


@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_a_file_that_others_may_write_is_not_believed(
    knowledge: Knowledge, folder: Path, mode: int
) -> None:
    index_for(knowledge)
    forged = {**compiled(knowledge), "matters": ["冒名事项"]}
    body = json.dumps(forged, ensure_ascii=False)
    the_file(folder).write_text(keeping._head(fingerprint(knowledge), body) + body)
    the_file(folder).chmod(mode)
    assert again(knowledge)["matters"] == list(knowledge.matters)


def test_a_file_of_somebody_else_is_not_believed(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    index_for(knowledge)
    assert keeping.kept("words", fingerprint(knowledge))
    monkeypatch.setattr(os, "getuid", lambda: 54321)
    assert keeping.kept("words", fingerprint(knowledge)) is None


def test_a_link_is_not_followed(knowledge: Knowledge, folder: Path) -> None:
    index_for(knowledge)
    file = the_file(folder)
    file.rename(folder / "elsewhere")
    file.symlink_to(folder / "elsewhere")
    assert keeping.kept("words", fingerprint(knowledge)) is None


def test_other_words_have_another_file(knowledge: Knowledge, folder: Path) -> None:
    index_for(knowledge)
    matter = replace(knowledge.matters["低保"], says=("揭不开锅了",))
    changed = replace(knowledge, matters={**knowledge.matters, "低保": matter})
    assert again(changed) != again(knowledge)
    assert len(list(folder.glob("words-*"))) == 2


def test_only_the_newest_files_stay(knowledge: Knowledge, folder: Path) -> None:
    for number in range(keeping.KEPT_FILES + 3):
        again(replace(knowledge, version=str(number)))
    assert len(list(folder.iterdir())) == keeping.KEPT_FILES


def test_a_folder_nobody_may_write_is_done_without(
    knowledge: Knowledge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert again(knowledge)["matters"] == list(knowledge.matters)


def test_without_the_head_a_changed_body_would_be_believed(
    knowledge: Knowledge, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index_for(knowledge)
    spoilt(folder)
    head = the_file(folder).read_text("utf-8").partition("\n")[0] + "\n"
    monkeypatch.setattr(keeping, "_head", lambda _key, _body: head)
    assert again(knowledge)["matters"] != list(knowledge.matters)
