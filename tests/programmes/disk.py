"""Fill the disk under the keeper of talks: nothing is half kept, clearing still works.

python -m tests.programmes.disk
It mounts a small disk in memory, so it is run by the administrator.
"""

import asyncio
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.storing import sqlite
from bot.storing.contract import BusyError, Kept
from tests.storing.keeping import (
    Clock,
    count,
    counting,
    delivery,
    forgetting,
    sqlite_sessions,
)

DISK_BYTES = 6 * 1024 * 1024
TALKS = 40


def main() -> int:
    """Run the programme; say the figures; fail if anything was kept by half."""
    figures = run()
    print(json.dumps(figures))
    good = {"cleared": 1, "whole": 1, "back": 1, "kept": TALKS - 1, "half": 0}
    return int(any(figures[name] != value for name, value in good.items()))


def run() -> dict[str, int]:
    """Fill the disk; return what became of the talks."""
    with _small_disk() as folder:
        return asyncio.run(_filled(folder))


@contextmanager
def _small_disk() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        size = f"size={DISK_BYTES}"
        subprocess.run(
            ["mount", "-t", "tmpfs", "-o", size, "wenlu", folder], check=True
        )
        try:
            yield Path(folder)
        finally:
            subprocess.run(["umount", folder], check=True)


async def _filled(folder: Path) -> dict[str, int]:
    sessions = sqlite_sessions(folder, Clock())
    for n in range(TALKS):
        await sessions.answer(delivery(str(n), str(n)), counting)
    filler = folder / "filler"
    _fill(filler)
    busy = await _refused(sessions, TALKS)
    await sessions.answer(delivery("clear", "0"), forgetting)
    cleared = await sessions.look("telegram:1", "0") == Kept()
    filler.unlink()
    back = await sessions.answer(delivery("back", "new"), counting)
    counts = [
        count((await sessions.look("telegram:1", str(n))).state)
        for n in range(1, TALKS)
    ]
    await sessions.close()
    kept = sum(bool(one) for one in counts)
    return {
        "busy": busy,
        "cleared": int(cleared),
        "back": count(back.state),
        "kept": kept,
        "half": sum(counts) - kept - (TALKS - busy),
        "whole": _whole(folder / "data" / "sessions.db"),
    }


async def _refused(sessions: sqlite.SqliteSessions, most: int) -> int:
    """Deliver to a full disk; return how many were told that we are busy."""
    busy = 0
    for n in range(1, most + 1):
        try:
            await sessions.answer(delivery(f"full{n}", str(n % most or 1)), counting)
        except BusyError:
            busy += 1
    return busy


def _fill(file: Path) -> None:
    with file.open("wb", buffering=0) as stream:
        for size in (65_536, 4_096, 512, 1):
            try:
                while stream.write(b"\0" * size):
                    pass
            except OSError:
                continue


def _whole(file: Path) -> int:
    db = sqlite.connect(file)
    said = db.execute("pragma integrity_check").fetchone()[0]
    db.close()
    return int(said == "ok")


if __name__ == "__main__":
    sys.exit(main())
