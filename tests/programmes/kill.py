"""Kill the worker again and again in the midst of work; nothing is lost or doubled.

python -m tests.programmes.kill [--database sqlite|postgres] [--cycles N]
    [--without nothing|guard|commit]

`--without guard` and `--without commit` take a guard away: the figures must go red.
"""

import argparse
import asyncio
import json
import os
import random
import select
import signal
import struct
import sys
import tempfile
import time
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from bot.core.state import State
from bot.storing import postgres, sqlite
from bot.storing.contract import BusyError, Delivery, Kept, Sessions
from bot.storing.opening import open_sessions
from tests.programmes.platform import CITIZENS, Ledger, after
from tests.storing.server import running

UPDATE = struct.Struct("<qi")
ANSWER = struct.Struct("<q")
CHANNEL = "telegram:1"
LIVES = {"sqlite": 0.03, "postgres": 0.3}
"""Seconds a worker lives at most."""
WARMED = 0.7
"""Share of workers that are killed only after their first answer."""
PATIENCE = 60.0
"""Seconds the last worker has for what still waits."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Say what is killed, and which guard is taken away."""

    database: str
    settings: dict[str, str]
    without: str = "nothing"


def main() -> int:
    """Run the programme; say the figures; fail if any update went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", choices=LIVES, default="sqlite")
    parser.add_argument("--cycles", type=int, default=10_000)
    parser.add_argument("--without", default="nothing")
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    figures = run(given.database, given.cycles, given.without, given.seed)
    print(json.dumps(figures))
    return int(any(figures[name] for name in ("lost", "doubled", "wrong")))


def run(
    database: str, cycles: int, without: str = "nothing", seed: int = 7
) -> dict[str, float]:
    """Kill a worker so many times; return the figures."""
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        settings = {"WENLU_STATE": f"{folder}/data", "WENLU_KEYS": f"{folder}/keys/k"}
        settings["WENLU_DATABASE"] = database
        if database == "postgres":
            settings["WENLU_DATABASE"] = stack.enter_context(running()).address
        setting = Setting(database, settings, without)
        ledger, begun = Ledger(random.Random(seed)), time.monotonic()
        midst = sum(_cycle(setting, ledger) for _ in range(cycles))
        _drain(setting, ledger)
        figures = ledger.verdict(asyncio.run(_kept(setting)))
        whole = 1 if database != "sqlite" else _whole(Path(folder) / "data")
        seconds = round(time.monotonic() - begun, 1)
    return {
        "cycles": cycles,
        "updates": len(ledger.owners),
        "replays": ledger.replayed,
        "killed_in_work": midst,
        "whole": whole,
        "seconds": seconds,
        **figures,
    }


def _cycle(setting: Setting, ledger: Ledger) -> bool:
    """Start a worker, give it work, kill it; return whether work was under way."""
    worker = Worker(setting)
    worker.send(ledger.again())
    if ledger.chance.random() < WARMED and ledger.waiting:
        _acknowledge(ledger, worker.answers(PATIENCE))
    until = time.monotonic() + ledger.chance.random() * LIVES[setting.database]
    while time.monotonic() < until:
        one = ledger.fresh()
        if one is not None:
            worker.send([one])
        _acknowledge(ledger, worker.answers(0.0005))
    os.kill(worker.process, signal.SIGKILL)
    _acknowledge(ledger, worker.answers(0))
    worker.end()
    return bool(ledger.waiting)


def _acknowledge(ledger: Ledger, updates: list[int]) -> None:
    for update in updates:
        ledger.acknowledge(update)


def _drain(setting: Setting, ledger: Ledger) -> None:
    """Let a last worker answer all that waits, patiently."""
    worker, until = Worker(setting), time.monotonic() + PATIENCE
    worker.send(ledger.again())
    while ledger.waiting and time.monotonic() < until:
        _acknowledge(ledger, worker.answers(0.1))
    os.kill(worker.process, signal.SIGKILL)
    worker.end()


class Worker:
    """Hold one worker process and the two pipes to it."""

    def __init__(self, setting: Setting) -> None:
        (theirs, self._to), (self._of, back) = os.pipe(), os.pipe()
        self.process = os.fork()
        if self.process == 0:
            os.close(self._to)
            os.close(self._of)
            _work(setting, theirs, back)
        os.close(theirs)
        os.close(back)
        self._left = b""

    def send(self, updates: Iterable[tuple[int, int]]) -> None:
        """Deliver updates."""
        os.write(self._to, b"".join(UPDATE.pack(*one) for one in updates))

    def answers(self, seconds: float) -> list[int]:
        """Return the updates answered meanwhile."""
        if not select.select([self._of], [], [], seconds)[0]:
            return []
        data = self._left + os.read(self._of, 65_536)
        whole = len(data) - len(data) % ANSWER.size
        self._left = data[whole:]
        return [one for (one,) in ANSWER.iter_unpack(data[:whole])]

    def end(self) -> None:
        """Let go of a worker that was killed."""
        os.waitpid(self.process, 0)
        os.close(self._to)
        os.close(self._of)


def _work(setting: Setting, source: int, target: int) -> None:
    """Answer deliveries until killed; the process ends here."""
    try:
        _take_away(setting.without)
        asyncio.run(_answer_all(setting, source, target))
    finally:
        os._exit(1)


def _take_away(guard: str) -> None:
    if guard == "guard":
        vars(sqlite)["_known"] = lambda *_: False

        async def unknown(*_: object) -> bool:
            return False

        vars(postgres)["known"] = unknown


async def _answer_all(setting: Setting, source: int, target: int) -> None:
    sessions, loop = open_sessions(setting.settings), asyncio.get_running_loop()
    arrived: asyncio.Queue[tuple[int, int]] = asyncio.Queue()
    left = bytearray()

    def read() -> None:
        left.extend(os.read(source, 65_536))
        while len(left) >= UPDATE.size:
            arrived.put_nowait(UPDATE.unpack(left[: UPDATE.size]))
            del left[: UPDATE.size]

    loop.add_reader(source, read)
    tasks: set[asyncio.Task[None]] = set()
    while True:
        one = _answer(sessions, setting, target, *await arrived.get())
        task = loop.create_task(one)
        tasks.add(task)
        task.add_done_callback(tasks.discard)


async def _answer(
    sessions: Sessions, setting: Setting, target: int, update: int, citizen: int
) -> None:
    if setting.without == "commit":
        os.write(target, ANSWER.pack(update))

    def take(kept: Kept) -> State:
        number, total = _read(kept)
        return State("v", notice=(str(number + 1), str(after(total, update))))

    try:
        await sessions.answer(Delivery(CHANNEL, str(citizen), str(update)), take)
    except BusyError:
        return
    os.write(target, ANSWER.pack(update))


async def _kept(setting: Setting) -> dict[int, tuple[int, int]]:
    sessions = open_sessions(setting.settings)
    kept = {n: _read(await sessions.look(CHANNEL, str(n))) for n in range(CITIZENS)}
    await sessions.close()
    return kept


def _read(kept: Kept) -> tuple[int, int]:
    if kept.state is None:
        return 0, 0
    number, total = kept.state.notice
    return int(number), int(total)


def _whole(folder: Path) -> int:
    """Return 1 if SQLite finds its file whole."""
    db = sqlite.connect(folder / "sessions.db")
    said = db.execute("pragma integrity_check").fetchone()[0]
    db.close()
    return int(said == "ok")


if __name__ == "__main__":
    sys.exit(main())
