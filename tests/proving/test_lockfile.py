import json
from pathlib import Path

import pytest

from bot.core.knowledge import (
    Advise,
    Advised,
    Article,
    Citation,
    Knowledge,
    Law,
    Problem,
)
from bot.proving import LawTextError, LockError, prove, read_lock, write_lock
from bot.proving.lockfile import read_law
from tests.proving.maps import TODAY, small_map

TEXT = {"id": "x", "articles": {"7": "三十日内申请。", "8": "另一条。"}}


@pytest.fixture
def laws(tmp_path: Path) -> Path:
    (tmp_path / "x.json").write_text(json.dumps(TEXT), "utf-8")
    return tmp_path


def knowledge(key: str = "三十日") -> Knowledge:
    basis = (Citation("某法", "7"),)
    steps = (Advise("欠薪/完", (Advised("乙", basis=basis),)),)
    article = Article("一个月内申请", key)
    law = Law("某法", "x", "某法", None, None, "no-change-known", None)
    made = small_map(steps, ())
    made.laws["某法"] = replaced(law, article)
    return made


def replaced(law: Law, article: Article) -> Law:
    return Law(
        law.name,
        law.id,
        law.title,
        law.version,
        law.effective,
        law.currency,
        law.as_of,
        articles=(("7", article),),
    )


def told(rule: str, problems: tuple[Problem, ...]) -> str:
    return next((p.what for p in problems if p.rule == rule), "")


def test_a_written_lock_is_read_back(laws: Path, tmp_path: Path) -> None:
    assert write_lock(knowledge(), laws, tmp_path / "laws.lock") == 1
    lock = read_lock(tmp_path / "laws.lock")
    assert list(lock) == [("某法", "7")]


def test_an_unchanged_law_is_quiet(laws: Path, tmp_path: Path) -> None:
    write_lock(knowledge(), laws, tmp_path / "laws.lock")
    lock = read_lock(tmp_path / "laws.lock")
    found = prove(knowledge(), laws_dir=laws, lock=lock, today=TODAY)
    assert not told("law-changed", found) + told("unlocked", found)


def test_a_changed_article_names_all_that_rests_on_it(
    laws: Path, tmp_path: Path
) -> None:
    write_lock(knowledge(), laws, tmp_path / "laws.lock")
    lock = read_lock(tmp_path / "laws.lock")
    changed = json.dumps({"articles": {"7": "三十日内书面申请。"}})
    (laws / "x.json").write_text(changed, "utf-8")
    found = prove(knowledge(), laws_dir=laws, lock=lock, today=TODAY)
    assert "路线“欠薪”" in told("law-changed", found)


def test_a_renumbered_article_is_found_by_its_key(laws: Path) -> None:
    moved = json.dumps({"articles": {"7": "另一条。", "9": "三十日内申请。"}})
    (laws / "x.json").write_text(moved, "utf-8")
    found = prove(knowledge(), laws_dir=laws, today=TODAY)
    assert "现在在第9条" in told("key-missing", found)


def test_without_texts_every_article_needs_a_row_in_the_lock() -> None:
    assert told("unlocked", prove(knowledge(), lock={}, today=TODAY))
    row = {("某法", "7"): "x"}
    assert not told("unlocked", prove(knowledge(), lock=row, today=TODAY))


def test_an_article_that_was_just_looked_up_needs_no_row_yet(laws: Path) -> None:
    found = prove(knowledge(), laws_dir=laws, lock={}, today=TODAY)
    assert not told("unlocked", found) + told("law-changed", found)


def test_a_lock_line_of_two_cells_is_named(tmp_path: Path) -> None:
    (tmp_path / "laws.lock").write_text("某法\t7\n", "utf-8")
    with pytest.raises(LockError, match=r"laws\.lock:1:1"):
        read_lock(tmp_path / "laws.lock")


def test_a_lock_that_is_not_there_locks_nothing(tmp_path: Path) -> None:
    assert read_lock(tmp_path / "laws.lock") == {}


@pytest.mark.parametrize("text", ["{", "[]", '{"articles": [1]}', "{}"])
def test_a_broken_law_text_is_one_problem_not_a_crash(laws: Path, text: str) -> None:
    (laws / "x.json").write_text(text, "utf-8")
    with pytest.raises(LawTextError):
        read_law(laws, "x")
    assert told("law-text", prove(knowledge(), laws_dir=laws, today=TODAY))
