"""Papers are found by name, go where they should, and each has its help."""

from pathlib import Path

import pytest

from bot.cli import main
from bot.commands.paper import PAPERS

Captured = pytest.CaptureFixture[str]


def run(capsys: Captured, *arguments: str) -> tuple[object, str]:
    with pytest.raises(SystemExit) as left:
        main(["paper", *arguments])
    return left.value.code, capsys.readouterr().out


def test_the_help_names_every_paper(capsys: Captured) -> None:
    _, out = run(capsys, "--help")
    assert all(f"  {name} " in out and words in out for name, words in PAPERS.items())


@pytest.mark.parametrize("name", PAPERS)
def test_every_paper_has_its_own_help(capsys: Captured, name: str) -> None:
    code, out = run(capsys, name, "--help")
    assert code == 0
    assert PAPERS[name] in out
    assert "--out" in out


def test_a_paper_nobody_knows_is_refused(capsys: Captured) -> None:
    assert run(capsys, "火星")[0] == 2


def test_a_paper_goes_to_its_file(capsys: Captured, tmp_path: Path) -> None:
    out = tmp_path / "来源.md"
    code, said = run(capsys, "sources", "拖欠工资", "--out", str(out))
    assert (code, said) == (0, "")
    assert out.read_text("utf-8").startswith("# 来源报告：拖欠工资")


def test_a_paper_without_a_file_is_printed(capsys: Captured) -> None:
    code, out = run(capsys, "review", "--date", "2026-11-24")
    assert code == 0
    assert out.startswith("# 待审清单")


def test_a_report_of_nothing_known_is_a_plain_sentence(capsys: Captured) -> None:
    code, _ = run(capsys, "sources", "火星")
    assert code == "没有叫“火星”的领域或事项"


def test_all_letters_are_listed_and_one_is_printed(capsys: Captured) -> None:
    _, listed = run(capsys, "letter")
    assert "信访复查申请书\n" in listed
    code, out = run(capsys, "letter", "信访复查申请书")
    assert code == 0
    assert out.startswith("信访事项复查申请书\n")


def test_a_letter_nobody_knows_gets_the_nearest_name(capsys: Captured) -> None:
    code, _ = run(capsys, "letter", "信访复查申清书")
    assert "信访复查申请书" in str(code)
