"""The commands keep the contracts that other tools rely on."""

import io
import json
from pathlib import Path

import pytest

from bot.cli import COMMANDS, main, parser

Captured = pytest.CaptureFixture[str]
DATE = ("--date", "2026-11-24")


def run(capsys: Captured, *arguments: str) -> tuple[int, str]:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    code = left.value.code
    return (code if isinstance(code, int) else 1), capsys.readouterr().out


def test_every_command_has_its_help() -> None:
    text = parser().format_help()
    assert all(name in text for name in COMMANDS)


def test_a_sentence_is_routed_to_one_json_line(capsys: Captured) -> None:
    words = "包工头跑了，工地上三个月工钱没给"
    code, out = run(capsys, "route", words, "--json", *DATE)
    row = json.loads(out)
    assert (code, row["text"], row["safety"]) == (0, words, None)
    assert row["matters"][0]["matter"] == "拖欠工资"
    assert row["remedies"][0] == "劳动保障监察投诉"
    assert {"id", "text", "safety", "purposes", "matters", "remedies", "facts"} == set(
        row
    )


def test_every_line_of_a_file_is_routed(capsys: Captured, tmp_path: Path) -> None:
    lines = tmp_path / "in.jsonl"
    rows = [
        {"id": n, "text": text} for n, text in enumerate(["老板不给工钱", "", "？？"])
    ]
    lines.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    _, out = run(capsys, "route", "--file", str(lines), "--json", *DATE)
    assert [json.loads(line)["id"] for line in out.splitlines()] == [0, 1, 2]


def test_a_line_that_is_no_input_is_named(capsys: Captured, tmp_path: Path) -> None:
    lines = tmp_path / "in.jsonl"
    lines.write_text("不是JSON\n", "utf-8")
    assert run(capsys, "route", "--file", str(lines), "--json")[0] == 1


def test_an_explanation_names_the_words(capsys: Captured) -> None:
    _, out = run(capsys, "route", "老板拖欠工资", "--explain", *DATE)
    assert "因为：" in out


@pytest.mark.parametrize(
    ("event", "act_by", "over", "status"),
    [
        ("收到处理意见书的日子=2026-11-02", "2026-12-02", "2026-12-02", "open"),
        (
            "收到处理意见书的日子=2026-10-01..2026-10-05",
            "2026-10-30",
            "2026-11-04",
            "expired",
        ),
    ],
)
def test_the_two_days_of_a_limit_are_one_json_line(
    capsys: Captured, event: str, act_by: str, over: str, status: str
) -> None:
    _, out = run(capsys, "deadline", "信访复查", "--event", event, "--json", *DATE)
    row = json.loads(out)
    assert (row["surely_over"], row["status"]) == (over, status)
    assert row["act_by"] <= act_by
    assert row["basis"] == ["信访工作条例 35"]


def test_an_english_kind_of_event_starts_a_clock_too(capsys: Captured) -> None:
    event = "received=2026-11-02"
    _, out = run(capsys, "deadline", "行政复议", "--event", event, "--json", *DATE)
    assert json.loads(out)["act_by"] is not None


@pytest.mark.parametrize(
    "arguments",
    [
        ("deadline", "火星"),
        ("deadline", "信访复查", "--event", "收到"),
        ("deadline", "信访复查", "--event", "received=昨天"),
        ("deadline", "信访复查", "--event", "火星=2026-01-01"),
        ("draw", "火星"),
        ("coverage", "没有这个文件.csv"),
        ("play", "没有这个文件.yaml"),
    ],
)
def test_a_slip_on_the_command_line_is_a_plain_sentence(
    capsys: Captured, arguments: tuple[str, ...]
) -> None:
    assert run(capsys, *arguments)[0] == 1


def test_a_picture_goes_to_its_file(capsys: Captured, tmp_path: Path) -> None:
    out = tmp_path / "路线图.svg"
    assert run(capsys, "draw", "-o", str(out))[0] == 0
    assert out.read_text("utf-8").startswith("<svg")


@pytest.fixture
def broken(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for path in (root / "knowledge").rglob("*.yaml"):
        copy = tmp_path / path.relative_to(root / "knowledge")
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes(path.read_bytes())
    labour = tmp_path / "guides" / "labour.yaml"
    labour.write_text(
        labour.read_text("utf-8").replace("options:", "opions:", 1), "utf-8"
    )
    monkeypatch.setenv("WENLU_KNOWLEDGE", str(tmp_path))
    return tmp_path


def test_with_any_error_the_bot_does_not_start(broken: Path, capsys: Captured) -> None:
    code, out = run(capsys, "chat")
    assert (code, out) == (1, "")
    assert broken.exists()


def test_a_check_shows_the_error_and_fails(broken: Path, capsys: Captured) -> None:
    code, out = run(capsys, "check", str(broken), "--json")
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 1
    assert rows[0]["file"] == "guides/labour.yaml"
    assert "options" in rows[0]["right"]


def test_a_card_is_printed_again_from_its_code(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk = "拖欠工资\n先告诉我去哪\n看全部\n"
    monkeypatch.setattr("sys.stdin", io.StringIO(talk))
    _, said = run(capsys, "chat", *DATE)
    code = said.partition("卡片编号")[2].partition("。")[0]
    _, again = run(capsys, "explain", code)
    assert again.strip() in said


@pytest.mark.parametrize("code", ["ABCDEF-AAAA", "胡写"])
def test_a_wrong_code_is_a_plain_sentence(capsys: Captured, code: str) -> None:
    assert run(capsys, "explain", code)[0] == 1
