"""Show a Problem: the caret stands under the spot, the mended line can be copied."""

from bot.core.knowledge import Place, Problem
from bot.reading.showing import show_problem, show_problems

LINE = "        公司: {label：工厂}"
COLON = Problem(
    Place("guides/labour.yaml", 14, 19),
    "colon",
    "键后面用了中文冒号“：”",
    "改成英文冒号加一个空格“: ”",
    LINE,
    "        公司: {label: 工厂}",
)


def test_a_problem_is_shown_with_line_caret_and_mended_line() -> None:
    where = "guides/labour.yaml:14:19"
    told = "键后面用了中文冒号“：”；改成英文冒号加一个空格“: ” [colon]"
    assert show_problem(COLON).split("\n") == [
        f"{where}: {told}",
        LINE,
        "        　　" + " " * 8 + "^",
        "改成：",
        "        公司: {label: 工厂}",
    ]


def test_the_caret_is_as_far_right_as_the_spot() -> None:
    """A full-width space is as wide as a Chinese character in every font."""
    caret = show_problem(COLON).split("\n")[2]
    before = LINE[: COLON.place.column - 1]
    assert len(caret) == len(before) + 1
    assert [c == "　" for c in caret[:-1]] == [c in "公司" for c in before]


def test_a_tab_before_the_spot_stays_a_tab() -> None:
    tabbed = Problem(Place("a.yaml", 1, 3), "indent", "甲", "乙", "\t\tgo: 丙")
    assert show_problem(tabbed).split("\n")[2] == "\t\t^"


def test_a_problem_of_a_whole_file_shows_no_line() -> None:
    missing = Problem(Place("guides", 1, 1), "missing-file", "没有", "写一个")
    assert show_problem(missing) == "guides:1:1: 没有；写一个 [missing-file]"


def test_errors_and_warnings_are_counted() -> None:
    warning = Problem(Place("a", 1, 1), "x", "甲", "乙", severity="warning")
    shown = show_problems((COLON, warning))
    assert "a:1:1: 提醒：甲；乙 [x]" in shown
    assert shown.endswith("共1处错误，1处提醒。")
