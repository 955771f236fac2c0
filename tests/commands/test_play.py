"""A story that fails is shown as a talk up to the first line that differs."""

from pathlib import Path

import pytest

from bot.cli import main

Captured = pytest.CaptureFixture[str]
STORY = """\
stories:
  - story: 开发票
    date: 2026-11-24
    talk:
      - 饭店不给开发票
      - {asks: FIRST, say: 还没找过}
      - {asks: 事情在哪, say: 不清楚, must: [WORDS]}
    cards:
      - {matter: 举报偷税和发票, remedies: [向主管部门举报, 消费投诉]}
"""


def run(capsys: Captured, file: Path, first: str, words: str) -> list[str]:
    text = STORY.replace("FIRST", first).replace("WORDS", words)
    file.write_text(text, "utf-8")
    with pytest.raises(SystemExit):
        main(["play", str(file)])
    return capsys.readouterr().out.splitlines()


@pytest.mark.parametrize(
    ("first", "words", "shown"),
    [
        ("事情在哪", "去哪", (2, "应当在问“事情在哪”，实际是“走到哪一步了”")),
        ("走到哪一步了", "火星", (3, "应当说到“火星”，没有说")),
    ],
)
def test_the_first_line_that_differs_is_marked_in_the_talk(
    capsys: Captured, tmp_path: Path, first: str, words: str, shown: tuple[int, str]
) -> None:
    lines = run(capsys, tmp_path / "s.yaml", first, words)
    marked = lines.index("  ✗ 从这里起不一样：")
    said, told = shown
    assert told in lines[marked + 1]
    talk = [line for line in lines[:marked] if line.startswith("    您说：")]
    assert len(talk) == said
    assert not [line for line in lines[marked:] if line.startswith("    您说：")]


def test_a_story_that_passes_is_one_line(capsys: Captured, tmp_path: Path) -> None:
    lines = run(capsys, tmp_path / "s.yaml", "走到哪一步了", "去哪")
    assert lines == ["✓ 开发票"]
