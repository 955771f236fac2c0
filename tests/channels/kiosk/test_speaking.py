"""What is read aloud is what the page says, from a recording where there is one."""

from pathlib import Path

from bot.channels.kiosk.speaking import Voice, machine_voice, name_of, spoken

PAGE = (
    "<title>不念</title><header>不念</header><main><h1>念这个</h1>"
    "<label>不念</label><button>和这个</button>"
    "<svg aria-hidden='true'><title>不念</title></svg></main><footer>不念</footer>"
)


def test_the_main_part_is_spoken_and_nothing_else() -> None:
    assert spoken(PAGE) == "念这个\n和这个"


def test_a_recording_comes_before_the_machine(tmp_path: Path) -> None:
    (tmp_path / f"{name_of('你好')}.wav").write_bytes(b"recorded")
    voice = Voice(tmp_path, lambda _: b"machine")
    assert voice.wav("你好") == b"recorded"
    assert voice.wav("别的") == b"machine"


def test_nothing_speaks_where_there_is_neither() -> None:
    assert machine_voice(lambda _: None) is None
    assert not Voice(None, None).can("你好")
    assert Voice(None, None).wav("你好") == b""


def test_the_machine_speaks_mandarin() -> None:
    say = machine_voice()
    assert say is not None, "缺少 espeak-ng"
    made = say("请到窗口")
    assert made.startswith(b"RIFF")
    assert len(made) > 10_000


def test_what_is_spoken_stands_in_no_list_of_processes(tmp_path: Path) -> None:
    program = tmp_path / "voice"
    program.write_text('#!/bin/sh\nprintf "%s\\n" "$*"\ncat\n')
    program.chmod(0o755)
    say = machine_voice(lambda _: str(program))
    assert say is not None
    arguments, _, words = say("私事").partition(b"\n")
    assert "私事".encode() not in arguments
    assert words == "私事".encode()
