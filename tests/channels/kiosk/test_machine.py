"""The files for the machine of a hall hold what keeps the next person from seeing."""

import json
import os
import subprocess
import threading
from collections.abc import Iterator
from configparser import ConfigParser
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

LOCKED = {
    "URLBlocklist": ["*"],
    "DeveloperToolsAvailability": 2,
    "IncognitoModeAvailability": 2,
    "AllowFileSelectionDialogs": False,
    "PrintHeaderFooter": False,
    "DownloadRestrictions": 3,
    "SavingBrowserHistoryDisabled": True,
}
FLAGS = (
    "--kiosk ",
    "--kiosk-printing",
    "--incognito",
    "--user-data-dir=",
    "--disk-cache-dir=/dev/null",
    "--disable-sync",
)


@pytest.mark.parametrize("name", list(LOCKED))
def test_the_policy_locks_the_browser(machine: Path, name: str) -> None:
    policy = json.loads((machine / "policies.json").read_text())
    assert policy[name] == LOCKED[name]


def test_only_the_site_of_the_unit_may_be_visited(machine: Path) -> None:
    policy = json.loads((machine / "policies.json").read_text())
    unit = (machine / "wenlu-kiosk.service").read_text()
    assert all(f"http://{one}/" in unit for one in policy["URLAllowlist"])


@pytest.mark.parametrize("flag", FLAGS)
def test_the_launcher_starts_a_browser_that_keeps_nothing(
    machine: Path, flag: str
) -> None:
    assert flag in (machine / "launch.sh").read_text()


@pytest.mark.parametrize("name", ["wenlu.service", "wenlu-kiosk.service"])
def test_the_units_leave_no_core_and_no_swap(machine: Path, name: str) -> None:
    unit = ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read(machine / name, "utf-8")
    assert unit["Service"]["LimitCORE"] == "0"
    assert unit["Service"]["MemorySwapMax"] == "0"
    assert unit["Service"]["NoNewPrivileges"] == "yes"


@pytest.mark.parametrize("line", ["PreserveJobFiles No", "PreserveJobHistory No"])
def test_the_notes_say_how_printing_leaves_nothing(machine: Path, line: str) -> None:
    assert line in (machine / "CUPS.md").read_text()


class Ended(BaseHTTPRequestHandler):
    """Count one more ended talk at every third look."""

    looks = 0

    def do_GET(self) -> None:
        Ended.looks += 1
        self.send_response(200)
        self.end_headers()
        self.wfile.write(str(Ended.looks // 3).encode())

    def log_message(self, *_: object) -> None:
        """Write nothing down."""


@pytest.fixture
def counting() -> Iterator[str]:
    Ended.looks = 0
    server = HTTPServer(("127.0.0.1", 0), Ended)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def launch(
    machine: Path, memory: Path, address: str
) -> subprocess.CompletedProcess[str]:
    browser = memory / "browser"
    browser.write_text(
        '#!/bin/sh\nfor one in "$@"; do case "$one" in --user-data-dir=*) '
        'echo "$one" >> "$SEEN"; touch "${one#*=}/History";; esac; done\n'
        "exec sleep 60\n"
    )
    browser.chmod(0o755)
    given = {
        "ADDRESS": address, "CHROMIUM": str(browser), "MEMORY": str(memory),
        "PAUSE": "0.05", "ONCE": "1", "SEEN": str(memory / "seen"),
    }  # fmt: skip
    return subprocess.run(
        ["sh", str(machine / "launch.sh")],
        env={**os.environ, **given},
        capture_output=True, text=True, timeout=30, check=False,
    )  # fmt: skip


def test_the_end_of_a_talk_ends_its_browser_and_its_home(
    machine: Path, tmp_path: Path, counting: str
) -> None:
    made = launch(machine, tmp_path, counting)
    assert made.returncode == 0, made.stderr
    assert (tmp_path / "seen").read_text().count("wenlu-") == 1
    assert not list(tmp_path.glob("wenlu-*"))
