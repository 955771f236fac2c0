"""Let prose be prose: Chinese signs are slips only where YAML's own are meant."""

import pytest

from bot.core.knowledge import Problem
from bot.reading.loading import load_files
from tests.reading.good import GOOD, files

PLACE = "      - 带上三样：身份证件、决定书、信封。\n"
PROSE = (
    "先投诉，再仲裁：两步",
    "要带的材料：",
    "身份证、户口本，还有决定书",
    "“不服本决定”这几个字，看最后一页",
    "【重要】先看日子，再看别的",
    "看告示牌【红底白字】上的电话",
    "（一）先申请复议；（二）再起诉",
    "EMS：面单写明内容",
    "WPS：在“文件”里另存",
    "——这是您的权利",
    "日子——按早的算",
    "２０２６年以前的，按旧条文",
    "第２条、第３条都可以",
    "＃号键转人工",
    "电话：12345－1",
    "上午9:00到12:00",
    "网址 http://example.test/a:b",
    "比例是1:2",
    "写成甲/乙、丙/丁都行",
    "书名号《试行复议法》第2条：六十日",
    "话里有｛花括号｝和［方括号］",
    "问：要不要钱？答：不要。",
    "ask：这两个字是英文，可话是中文",
)
FAULT = ("    choose: 二选一\n", "    choose▲：二选一\n".replace("▲", ""))


def told(note: str) -> tuple[Problem, ...]:
    """Return the problems of the good knowledge with a note in its place."""
    text = GOOD["roads/shared.yaml"].replace(PLACE, note)
    return load_files(files() | {"roads/shared.yaml": text.encode()}).problems


@pytest.mark.parametrize("words", PROSE[:-1])
@pytest.mark.parametrize(
    "form",
    [
        "      - {0}\n",
        "      - {{say: {0}}}\n",
        "      - say: {0}\n",
        '      - "{0}"\n',
        "      - |\n        {0}\n        {0}\n",
        "      - >-\n        前面的话\n        {0}\n",
        "      - '前面的话\n        {0}'\n",
        "      - 前面的话\n        {0}\n",
        "      # {0}\n      - 话\n",
    ],
)
def test_prose_raises_no_alarm(form: str, words: str) -> None:
    if form.startswith("      - {{say") and words.endswith("［方括号］"):
        return  # a full-width bracket is words inside words there, too
    assert told(form.format(words)) == ()


@pytest.mark.parametrize("words", PROSE)
@pytest.mark.parametrize(
    "form",
    [
        "      - {0}\n",
        '      - "{0}"\n',
        "      - |\n        {0}\n        {0}\n",
        "      # {0}\n      - 话\n",
    ],
)
def test_prose_raises_no_alarm_in_a_file_that_is_broken_elsewhere(
    form: str, words: str
) -> None:
    good, bad = FAULT
    if words == PROSE[-1] and form.startswith("      - {0}"):
        return
    text = GOOD["roads/shared.yaml"].replace(PLACE, form.format(words))
    broken = text.replace(good, bad).encode()
    problems = load_files(files() | {"roads/shared.yaml": broken}).problems
    assert [(one.rule, one.line) for one in problems] == [("colon", bad.rstrip())]


@pytest.mark.parametrize(
    "words",
    [
        "[考勤、工资条、转账]",
        "[没人管，没人问]",
        "[到期没有决定，15日内可以起诉。]",
        "[干了三个月，老板跑了, 钱没给]",
        "[身份证件（原件、复印件）]",
        '["决定书，信封"]',
    ],
)
def test_a_list_of_prose_may_hold_chinese_commas(words: str) -> None:
    text = GOOD["guides/labour.yaml"].replace("[欠薪, 讨薪]", words)
    problems = load_files(files() | {"guides/labour.yaml": text.encode()}).problems
    assert [one for one in problems if one.severity == "error"] == []


def test_a_list_of_short_words_in_one_item_is_a_warning() -> None:
    text = GOOD["guides/labour.yaml"].replace("[欠薪, 讨薪]", "[欠薪，讨薪，要账]")
    problems = load_files(files() | {"guides/labour.yaml": text.encode()}).problems
    assert [(one.rule, one.severity, one.mended) for one in problems] == [
        ("comma", "warning", "    also: [欠薪, 讨薪, 要账]")
    ]


@pytest.mark.parametrize("words", ["解释（一）", "解释(一)", "解释（一)"])
def test_a_law_may_be_typed_in_any_width(words: str) -> None:
    text = GOOD["roads/shared.yaml"].replace("解释(一)", words)
    loaded = load_files(files() | {"roads/shared.yaml": text.encode()})
    assert loaded.problems == ()
