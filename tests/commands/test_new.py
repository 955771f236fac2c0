"""The skeleton of a new matter stands in its guide, and is right once it is filled."""

import re
import shutil
from pathlib import Path

import pytest

from bot.cli import main
from bot.reading import load

Captured = pytest.CaptureFixture[str]
KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
LABOUR = "人力资源和社会保障"
FILLED = {
    "别的叫法": "奖金没发, 扣奖金",
    "先要弄清什么": "奖金是怎么没的",
    "为什么": "奖金也是工资，可以投诉。",
    "法律名": "劳动保障监察条例 11",
    "第1句": "说好的年终奖到现在不给",
    "第2句": "单位把我的绩效奖金扣光了",
    "第3句": "离职了奖金就不发了",
    "第4句": "提成和奖金一直拖着",
    "第5句": "老板不认当初答应的奖金",
    "第6句": "开工红包说好了又反悔",
    "第一种": "合同里写了",
    "第二种": "只是口头说过",
}
BLANK = re.compile(r"〔填：([^〕]*)〕")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(KNOWLEDGE, tmp_path / "k")
    monkeypatch.setenv("WENLU_KNOWLEDGE", str(tmp_path / "k"))
    return tmp_path / "k"


def run(*arguments: str) -> str | int | None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    return left.value.code


def fill(path: Path) -> None:
    def filled(blank: re.Match[str]) -> str:
        found = (new for what, new in FILLED.items() if blank[1].startswith(what))
        return next(found, "工资条和奖金制度")

    path.write_text(BLANK.sub(filled, path.read_text("utf-8")), "utf-8")


def test_a_filled_skeleton_passes_the_check(folder: Path, capsys: Captured) -> None:
    assert run("new", "拖欠奖金", "--guide", LABOUR) == 0
    fill(folder / "guides" / "labour.yaml")
    assert run("check", str(folder)) == 0, capsys.readouterr().out
    knowledge = load(folder).knowledge
    assert knowledge is not None
    assert knowledge.matters["拖欠奖金"].agency == "县级人社局"


def test_every_blank_that_is_left_is_told_at_its_place(folder: Path) -> None:
    run("new", "拖欠奖金", "--guide", LABOUR)
    blanks = BLANK.findall((folder / "guides" / "labour.yaml").read_text("utf-8"))
    found = load(folder).problems
    assert {one.rule for one in found} == {"unfilled"}
    assert len(found) == len(blanks)


def test_mending_leaves_blanks_alone(folder: Path) -> None:
    run("new", "拖欠奖金", "--guide", LABOUR)
    before = (folder / "guides" / "labour.yaml").read_bytes()
    run("fmt", str(folder))
    assert (folder / "guides" / "labour.yaml").read_bytes() == before


def test_a_matter_of_a_new_field_gets_a_file_of_its_own(folder: Path) -> None:
    run("new", "赛狗扰民", "--guide", "体育赛事", "--file", "sports")
    fill(folder / "guides" / "sports.yaml")
    loaded = load(folder)
    assert loaded.knowledge is not None, loaded.problems
    assert loaded.knowledge.matters["赛狗扰民"].guide == "体育赛事"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["拖欠工资"], "已经有“拖欠工资”"),
        (["讨薪"], "已经有“拖欠工资”"),
        (["拖欠：奖金"], "不能有标点"),
        (["拖欠奖金"], "放进哪个领域"),
        (["拖欠奖金", "--guide", "人力资源"], "是不是“人力资源和社会保障”"),
        (["拖欠奖金", "--guide", "体育", "--file", "labour"], "还没有“体育”"),
    ],
)
def test_what_cannot_be_written_is_told(arguments: list[str], said: str) -> None:
    assert said in str(run("new", *arguments))


def test_a_guide_that_does_not_end_with_its_matters_is_left_alone(
    folder: Path,
) -> None:
    path = folder / "guides" / "labour.yaml"
    guide, rest = path.read_text("utf-8").split("matters:", 1)
    label = guide.partition("\n")[0] + f"\nmatters:{rest}\nguide: {LABOUR}\n"
    path.write_text(label, "utf-8")
    assert "matters 不是最后一项" in str(run("new", "拖欠奖金", "--guide", LABOUR))
