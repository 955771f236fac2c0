"""The terminal talks line by line, on any console, with any input."""

import io
from datetime import date

import pytest

from bot.app import App
from bot.channels.terminal import talk
from bot.storing.memory import MemoryStore
from tests.core.conftest import DAY, small_map


class Console(io.StringIO):
    """Pretend to be typed at."""

    def isatty(self) -> bool:
        return True


def app() -> App:
    return App(small_map(), MemoryStore(), lambda: DAY)


def talked(*lines: str, end: str = "\n") -> str:
    out = io.StringIO()
    talk(app(), io.StringIO("\n".join(lines) + end), out)
    return out.getvalue()


def test_a_piped_talk_comes_to_its_card() -> None:
    said = talked("拖欠工资", "工地", "看全部")
    assert "head_where 县人力资源和社会保障局" in said
    assert "title_sources" in said


@pytest.mark.parametrize(
    "words",
    [
        "1",
        "１",
        "第一个",
        "选1",
        "工地",
        "工地、建筑工程",
        "我在包工头那里干",
        " 1 ",
        "1\r",
    ],
)
def test_an_answer_is_taken_however_it_is_typed(words: str) -> None:
    assert "head_where 县人力资源和社会保障局" in talked("拖欠工资", words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "   ",
        "\t",
        "长" * 10_000,
        "\x00\x07\x1b[31m",
        "\u202e\u200b",
        "😀" * 50,
        "ＡＢＣ",
    ],
)
def test_bad_input_gets_a_plain_sentence_and_loses_nothing(words: str) -> None:
    said = talked("拖欠工资", words, "工地")
    assert "notice_" in said
    assert "head_where 县人力资源和社会保障局" in said


def test_the_end_of_the_input_in_mid_talk_is_no_error() -> None:
    assert talked("拖欠工资", end="").endswith("有危险\n\n")
    assert "greeting" in talked(end="")


def test_nothing_after_leaving_is_answered() -> None:
    assert "head_where" not in talked("拖欠工资", "退出", "工地")


def test_a_typed_talk_shows_where_to_type() -> None:
    out = io.StringIO()
    talk(app(), Console("退出\n"), out)
    assert out.getvalue().endswith("您说> ")


def test_a_console_that_lacks_a_sign_shows_another() -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="gbk", errors="strict")
    talk(app(), io.StringIO("拖欠工资\n看看\n"), out)
    text = raw.getvalue().decode("gbk")
    assert "谁欠的？" in text


def test_a_sign_outside_gbk_does_not_stop_the_talk() -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="ascii", errors="strict")
    talk(app(), io.StringIO("拖欠工资\n"), out)
    assert raw.getvalue().count(b"?") > 3


def test_the_day_comes_from_the_application() -> None:
    made = App(small_map(), MemoryStore(), lambda: date(2026, 1, 5))
    out = io.StringIO()
    talk(made, io.StringIO("不服判决\n昨天\n看全部\n"), out)
    assert "2026年1月19日" in out.getvalue()
