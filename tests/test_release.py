"""A changed program says another hash."""

import shutil
from pathlib import Path

from bot.release import SIGNS, program_hash, release


def test_a_changed_line_or_name_makes_another_hash(root: Path, tmp_path: Path) -> None:
    tree = tmp_path / "bot"
    shutil.copytree(root / "bot" / "storing", tree)
    hashes = [program_hash(tree)]
    with (tree / "clock.py").open("a", encoding="utf-8") as file:
        file.write("# another line\n")
    hashes.append(program_hash(tree))
    (tree / "clock.py").rename(tree / "watch.py")
    hashes.append(program_hash(tree))
    assert len(set(hashes)) == len(hashes)


def test_the_same_program_says_the_same_wherever_it_lies(
    root: Path, tmp_path: Path
) -> None:
    shutil.copytree(root / "bot", tmp_path / "bot")
    assert program_hash(tmp_path / "bot") == program_hash(root / "bot")
    assert release().endswith(program_hash(root / "bot"))
    assert len(program_hash(root / "bot")) == SIGNS
