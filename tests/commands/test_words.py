"""Words of several matters are shown with their line, and new ones are proposed."""

import sys
from pathlib import Path

import pytest

from bot.cli import main

Captured = pytest.CaptureFixture[str]


def run(*arguments: str) -> str | int | None:
    with pytest.raises(SystemExit) as left:
        main(["words", *arguments])
    return left.value.code


def test_a_word_of_several_matters_is_shown_with_their_lines(
    capsys: Captured,
) -> None:
    assert run("不服判决") == 0
    shown = capsys.readouterr().out
    assert "申诉：不服判决（guides/courts.yaml:" in shown
    assert "guides/petition.yaml:" not in shown.split("可以添进", 1)[1]


def test_words_that_people_say_again_are_proposed_for_the_matter(
    tmp_path: Path, capsys: Captured
) -> None:
    told = "老板拖欠工资，天天打麻将\n包工头拖欠工资，也打麻将\n"
    (tmp_path / "said.txt").write_text(told, "utf-8")
    assert run("--file", str(tmp_path / "said.txt")) == 0
    assert "拖欠工资（guides/labour.yaml:" in capsys.readouterr().out


def test_an_unknown_matter_is_refused(capsys: Captured) -> None:
    assert run("没有这件事") == 1
    assert "没有“没有这件事”这件事项" in capsys.readouterr().err


def test_without_jieba_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setitem(sys.modules, "jieba", None)
    monkeypatch.delitem(sys.modules, "bot.understanding.proposing", raising=False)
    assert run() == 1
    assert "wenlu[words]" in capsys.readouterr().err
