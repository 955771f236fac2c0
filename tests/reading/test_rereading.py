"""What was read once is read the same again, and anything else is read anew."""

from pathlib import Path

import pytest

from bot.reading import load, load_again, rereading
from bot.reading.packing import packed, unpacked
from tests.core.conftest import small_map

GOOD = {
    "roads/route-map.yaml": """
road: 路线图
steps:
  想做什么:
    ask: 您想做什么？
    options:
      问: {go: 进入}
    unsure: 进入
  进入: {enter: 事项}
""",
    "guides/one.yaml": """
guide: 一
matters:
  一件事:
    steps:
      给指引:
        advise:
          - remedy: 找人
""",
    "remedies/one.yaml": """
remedies:
  找人:
    code: HUMAN
    family: 人工
    no_limit: 随时可以。
""",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name, text in GOOD.items():
        path = tmp_path / "knowledge" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path / "knowledge"


def cached(folder: Path) -> list[Path]:
    return list((folder.parent / "cache" / "wenlu").glob("knowledge-*"))


def test_knowledge_survives_packing() -> None:
    assert unpacked(packed(small_map())) == small_map()


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "[99]", "[0]", "[-4,1]", '"x"', "nul"]
)
def test_what_is_no_packed_knowledge_is_refused(text: str) -> None:
    assert unpacked(text) is None


def test_the_second_reading_gives_the_same(folder: Path) -> None:
    first = load_again(folder).knowledge
    assert len(cached(folder)) == 1
    assert load_again(folder).knowledge == first == load(folder).knowledge


def test_an_edit_is_read_anew(folder: Path) -> None:
    before = load_again(folder).knowledge
    path = folder / "guides/one.yaml"
    path.write_text(path.read_text("utf-8").replace("一件事", "两件事"), "utf-8")
    after = load_again(folder).knowledge
    assert before is not None
    assert after is not None
    assert list(after.matters) == ["两件事"]


def test_errors_are_told_every_time_and_nothing_is_kept(folder: Path) -> None:
    (folder / "guides/two.yaml").write_text("guide：二\n", "utf-8")
    assert load_again(folder).problems == load_again(folder).problems
    assert load_again(folder).knowledge is None
    assert cached(folder) == []


def test_a_kept_file_that_was_tampered_with_is_not_read(folder: Path) -> None:
    good = load_again(folder).knowledge
    file = cached(folder)[0]
    file.write_text(file.read_text("utf-8").replace("随时可以", "永远不行"), "utf-8")
    assert load_again(folder).knowledge == good


def test_a_kept_file_that_others_may_write_is_not_read(folder: Path) -> None:
    load_again(folder)
    cached(folder)[0].chmod(0o666)
    assert rereading._known("any") is None
    assert load_again(folder).knowledge is not None


def test_other_code_reads_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load_again(folder)
    monkeypatch.setattr(rereading, "_program", lambda: "other")
    load_again(folder)
    assert len(cached(folder)) == 2
