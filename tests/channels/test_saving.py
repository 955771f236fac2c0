"""The terminal writes a file when asked, never by itself, and never over another."""

from pathlib import Path

import pytest

from bot.app import App
from bot.channels.saving import saved
from bot.core.knowledge import Knowledge
from bot.reading import knowledge_folder, load
from bot.storing.memory import MemoryStore
from tests.papers.talking import TODAY

ME = "群众"


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    loaded = load(knowledge_folder())
    assert loaded.knowledge is not None, loaded.problems
    return loaded.knowledge


@pytest.fixture
def app(knowledge: Knowledge) -> App:
    made = App(knowledge, MemoryStore(), lambda: TODAY)
    for words in ("信访局的处理意见书我不服，11月18日收到的", "先告诉我去哪"):
        made.handle(ME, words)
    return made


@pytest.mark.parametrize(
    ("what", "name", "begins"),
    [
        ("1", "一.docx", b"PK"),
        ("第一", "一.txt", "信访事项复查申请书".encode()),
        ("2", "二.html", b"<!doctype html>"),
        ("日历", "日子.ics", b"BEGIN:VCALENDAR"),
        ("进程图", "图.svg", b"<svg"),
        ("指引", "卡.txt", "去哪：".encode()),
    ],
)
def test_what_is_asked_for_is_written(
    app: App, tmp_path: Path, what: str, name: str, begins: bytes
) -> None:
    assert (saved(app, ME, f"存 {what} {tmp_path / name}") or "").startswith("写好了")
    assert (tmp_path / name).read_bytes().startswith(begins)


@pytest.mark.parametrize("word", ["写材料", "存日历", "打印"])
def test_from_every_page_of_papers_the_card_can_be_written(
    app: App, tmp_path: Path, word: str
) -> None:
    app.handle(ME, word)
    said = saved(app, ME, f"存 指引 {tmp_path / '卡.txt'}") or ""
    assert said.startswith("写好了")


def test_a_file_that_is_there_stays_as_it_is(app: App, tmp_path: Path) -> None:
    path = tmp_path / "有了.txt"
    path.write_text("我的")
    assert "没有覆盖" in (saved(app, ME, f"存 1 {path}") or "")
    assert path.read_text() == "我的"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("存 1 没有/这个/文件夹/a.txt", "写不进"),
        ("存 1 a.pdf", "末尾请写"),
        ("存 99 a.txt", "没有这一份"),
    ],
)
def test_what_cannot_be_written_is_said(app: App, line: str, said: str) -> None:
    assert said in (saved(app, ME, line) or "")


@pytest.mark.parametrize("line", ["存款被骗了", "存 钱", "1", "存"])
def test_other_words_are_no_wish_for_a_file(app: App, line: str) -> None:
    assert saved(app, ME, line) is None


def test_without_a_card_there_is_nothing_to_write(knowledge: Knowledge) -> None:
    fresh = App(knowledge, MemoryStore(), lambda: TODAY)
    assert saved(fresh, ME, "存 指引 a.txt") == "还没有指引。"
    assert "没有这一份" in (saved(fresh, ME, "存 1 a.txt") or "")
