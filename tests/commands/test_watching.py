"""Files are taken up while they are served; bad ones only make health red."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import httpx2
import pytest
from starlette.types import Receive, Scope, Send

from bot.channels.web.live import Live
from bot.commands.watching import Watching
from bot.core.knowledge import Knowledge
from bot.reading import load
from bot.reading.reloading import Reloading

GOOD = "terms: {新词: {plain: 刚写的词。}}\n"
BAD = "terms: ["


@pytest.fixture
def folder(root: Path, tmp_path: Path) -> Path:
    return copytree(root / "tests" / "proving" / "map", tmp_path / "map")


@pytest.fixture
def served() -> list[Knowledge]:
    return []


@pytest.fixture
def watching(folder: Path, served: list[Knowledge]) -> Watching:
    knowledge = load(folder).knowledge
    assert knowledge is not None
    return Watching(Reloading(folder, knowledge, lambda _: ()), live(served, knowledge))


def live(served: list[Knowledge], knowledge: Knowledge) -> Live:
    async def nothing(scope: Scope, receive: Receive, send: Send) -> None:
        """Answer nothing."""

    def make(of: Knowledge) -> object:
        served.append(of)
        return nothing

    return Live(make, knowledge)  # type: ignore[arg-type]


def test_good_files_are_served_and_bad_ones_counted(
    watching: Watching, folder: Path, served: list[Knowledge]
) -> None:
    for text, known, faults in ((GOOD, 2, 0), (BAD, 2, 1), (GOOD, 3, 0)):
        (folder / "glossary.yaml").write_text(text + "\n" * known, "utf-8")
        watching.look()
        assert (len(served), watching._live.faults) == (known, faults)
    assert list(served[-1].terms) == ["新词"]


def test_nothing_happens_while_nothing_has_changed(
    watching: Watching, served: list[Knowledge]
) -> None:
    watching.look()
    assert len(served) == 1


def test_what_is_wrong_is_told_to_those_who_run_it(
    watching: Watching, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "glossary.yaml").write_text(BAD, "utf-8")
    watching.look()
    assert "glossary.yaml:1:" in capsys.readouterr().err


@pytest.fixture
def process(folder: Path, root: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run the real command over a small map on a free port."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    command = [sys.executable, "-m", "bot", "serve", "--port", str(port)]
    settings = {**os.environ, "WENLU_KNOWLEDGE": str(folder), "PYTHONPATH": str(root)}
    with subprocess.Popen(command, env=settings, text=True) as run:
        yield run, f"http://127.0.0.1:{port}"
        run.kill()


def test_one_process_takes_up_files_and_stops_when_told(
    process: tuple[subprocess.Popen[str], str], folder: Path
) -> None:
    run, address = process
    assert status(f"{address}/ready", 200)
    (folder / "glossary.yaml").write_text(BAD, "utf-8")
    run.send_signal(signal.SIGHUP)
    assert status(f"{address}/health", 503)
    assert status(f"{address}/", 200)
    (folder / "glossary.yaml").write_text(GOOD, "utf-8")
    assert status(f"{address}/health", 200)
    assert "新词" in httpx2.get(f"{address}/glossary").text
    run.send_signal(signal.SIGTERM)
    assert run.wait(30) in (0, -signal.SIGTERM)


def status(address: str, wanted: int) -> bool:
    """Return whether an address comes to answer so; it is asked for a minute."""
    for _ in range(600):
        try:
            if httpx2.get(address).status_code == wanted:
                return True
        except httpx2.TransportError:
            pass
        time.sleep(0.1)
    return False
