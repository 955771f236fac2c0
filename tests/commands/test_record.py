"""A talk is recorded for staff at a terminal, and nowhere else."""

import io
from pathlib import Path

import pytest

from bot.cli import main
from bot.commands.knowing import whole_knowledge_of
from bot.proving.playing import play
from bot.reading.stories import Story, read_stories

Captured = pytest.CaptureFixture[str]
DATE = ("--date", "2026-11-24")
TALK = "饭店不给开发票\n还没找过\n不清楚\n退出\n"


class Terminal(io.StringIO):
    """Stand for the keyboard of a member of staff."""

    def isatty(self) -> bool:
        return True


def record(
    file: Path, words: io.StringIO, patch: pytest.MonkeyPatch, *more: str
) -> object:
    patch.setattr("sys.stdin", words)
    with pytest.raises(SystemExit) as left:
        main(["chat", *DATE, "--record", str(file), *more])
    return left.value.code


def stories(file: Path) -> tuple[Story, ...]:
    found, problems = read_stories(file)
    assert not problems
    return found


def test_a_recorded_talk_plays_again_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    file = tmp_path / "录.yaml"
    assert record(file, Terminal(TALK), monkeypatch) == 0
    assert capsys.readouterr().out.startswith("【正在录制】")
    (story,) = stories(file)
    assert [turn.asks for turn in story.talk] == ["", "走到哪一步了", "事情在哪"]
    assert story.cards[0].matter == "举报偷税和发票"
    assert story.cards[0].remedies
    assert play(whole_knowledge_of(), story).failures == ()


def test_a_second_talk_is_added_under_a_name_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "录.yaml"
    record(file, Terminal(TALK), monkeypatch)
    record(file, Terminal(TALK), monkeypatch)
    names = [story.name for story in stories(file)]
    assert names == ["录的：饭店不给开发票", "录的：饭店不给开发票（2）"]


@pytest.mark.parametrize("words", ["", "退出\n", "饭店不给开发票\n清除\n"])
def test_what_was_wiped_or_never_said_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    file = tmp_path / "录.yaml"
    assert record(file, Terminal(words), monkeypatch) == 0
    assert not file.exists()


def test_words_of_a_danger_are_never_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "录.yaml"
    record(file, Terminal("我不想活了\n继续\n" + TALK), monkeypatch)
    assert "不想活" not in file.read_text("utf-8")


def test_a_pipe_is_not_recorded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "录.yaml"
    assert "终端" in str(record(file, io.StringIO(TALK), monkeypatch))
    assert not file.exists()


def test_the_web_and_the_kiosk_cannot_record(capsys: Captured) -> None:
    with pytest.raises(SystemExit) as left:
        main(["serve", "--record", "录.yaml"])
    assert left.value.code == 2
    assert "--record" in capsys.readouterr().err


def test_nothing_but_the_terminal_can_reach_the_recorder(root: Path) -> None:
    named = [
        path.relative_to(root).as_posix()
        for path in (root / "bot").rglob("*.py")
        if "channels.recording" in path.read_text("utf-8")
    ]
    assert named == ["bot/commands/chat.py"]


@pytest.mark.parametrize("words", ["他说：“不给”, 真的", "a: b", "#1", "null", "[x]"])
def test_words_with_signs_come_back_as_they_were_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    file = tmp_path / "录.yaml"
    record(file, Terminal(f"饭店不给开发票\n{words}\n"), monkeypatch)
    assert stories(file)[0].talk[1].say == words
