"""What has only one right form is mended; what is right is left alone."""

from pathlib import Path

import pytest

from bot.reading.json_schema import modeline
from bot.reading.loading import load, load_files
from bot.reading.mending import MECHANICAL, mend
from tests.reading.good import files
from tests.reading.planting import Fault, planted, read_faults

HERE = Path(__file__).parent
KNOWLEDGE = HERE.parents[1] / "knowledge"
FAULTS = read_faults(HERE / "faults.txt")
CHINESE = """\
导引图：人力资源
事项：  # 一件一件写
  拖欠奖金：
    别名：[奖金没发]
    说法：
      - 老板说好的奖金不给：说没钱
    步骤：
      谁扣的：
        问：奖金是谁扣的？
        选项：
          公司：{标签：公司，去：先投诉}
          老板：{去：先投诉}
        不清楚：先投诉
      先投诉：
        途径：
          - 途径：监察投诉
            理由：奖金也是工资：可以投诉。
            依据：[《试行监察条例》第1条]
        带：[工资条]
        不服：
\t  - 不收的，请它写明理由。
"""
ENGLISH = """\
# yaml-language-server: $schema=../schema/guides.json
guide: 人力资源
matters:  # 一件一件写
  拖欠奖金:
    also: [奖金没发]
    says:
      - 老板说好的奖金不给：说没钱
    steps:
      谁扣的:
        ask: 奖金是谁扣的？
        options:
          公司: {label: 公司, go: 先投诉}
          老板: {go: 先投诉}
        unsure: 先投诉
      先投诉:
        advise:
          - remedy: 监察投诉
            because: 奖金也是工资：可以投诉。
            basis: [试行监察条例 1]
        bring: [工资条]
        unhappy:
          - 不收的，请它写明理由。
"""


def named(held: dict[str, bytes]) -> dict[str, bytes]:
    """Return files that name their schema already."""
    return {file: f"{modeline(file)}\n".encode() + data for file, data in held.items()}


def test_a_file_written_in_chinese_becomes_ours() -> None:
    file = "guides/bonus.yaml"
    mended = mend({file: CHINESE.encode()})
    assert mended.files[file].decode() == ENGLISH
    assert {one.after for one in mended.changes} <= set(ENGLISH.splitlines())


def test_mending_twice_changes_nothing_more() -> None:
    once = mend({"guides/bonus.yaml": CHINESE.encode()})
    assert mend(once.files).changes == ()


def test_right_files_stay_as_they_are() -> None:
    held = named(files())
    mended = mend(held)
    assert (mended.files, mended.changes) == (held, ())


def test_naming_the_schema_changes_no_meaning() -> None:
    before, after = load_files(files()), load_files(mend(files()).files)
    assert before.knowledge is not None
    assert after.knowledge is not None
    assert before.knowledge.steps == after.knowledge.steps
    assert before.knowledge.remedies == after.knowledge.remedies


def test_our_own_knowledge_has_no_slip() -> None:
    held = {
        path.relative_to(KNOWLEDGE).as_posix(): path.read_bytes()
        for path in KNOWLEDGE.rglob("*.yaml")
    }
    assert mend(held).changes == (), "运行 wenlu fmt"
    assert load(KNOWLEDGE).knowledge is not None


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.title)
def test_a_planted_slip_is_mended_or_left_to_a_person(fault: Fault) -> None:
    sown = planted(fault)
    told = {one.rule for one in sown.problems()}
    mended = mend(sown.files)
    again = mend(mended.files)
    assert again.changes == ()
    left = {one.rule for one in load_files(mended.files).problems if one.mended}
    assert not left & MECHANICAL & told


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig", "utf-16"])
def test_another_encoding_becomes_utf8(encoding: str) -> None:
    text = named({"glossary.yaml": "terms: {复查: {plain: 再看}}\n".encode()})
    right = text["glossary.yaml"]
    mended = mend({"glossary.yaml": right.decode().encode(encoding)})
    assert mended.files["glossary.yaml"] == right
    assert "UTF-8" in mended.changes[0].why


def test_a_guess_is_never_written() -> None:
    held = named({"glossary.yaml": "terms: {复查: {plian: 再看}}\n".encode()})
    assert mend(held).files == held


def test_without_the_list_of_sure_rules_a_guess_would_be_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.reading.mending.MECHANICAL", {"unknown-key"})
    held = named({"glossary.yaml": "terms: {复查: {plian: 再看}}\n".encode()})
    assert mend(held).files != held


SLIPS = (("colon", ": ", "："), ("space", ": ", ":"), ("comma", ", ", "，"))
LINES = [
    (file, number, rule, line.replace(right, wrong, 1))
    for file, data in named(files()).items()
    for number, line in enumerate(data.decode().splitlines())
    for rule, right, wrong in (*SLIPS, ("dash", "- ", "－"))
    if right in line and "#" not in line and (rule != "comma" or ", go:" in line)
]


@pytest.mark.parametrize("line", LINES, ids=str)
def test_a_slip_in_a_line_is_mended_to_what_was_meant(
    line: tuple[str, int, str, str],
) -> None:
    file, number, _, text = line
    lines = named(files())[file].decode().split("\n")
    slipped = "\n".join([*lines[:number], text, *lines[number + 1 :]]).encode()
    held = named(files()) | {file: slipped}
    meant, wrote = load_files(named(files())), load_files(held)
    assert load_files(mend(held).files).knowledge in (meant.knowledge, wrote.knowledge)
