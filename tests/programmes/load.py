"""Load workers with many talks at a steady rate, and say how long answers take.

python -m tests.programmes.load [--database sqlite|postgres] [--workers N]
    [--sessions N] [--rate PER_SECOND] [--seconds N] [--burst PER_SECOND]
    [--burst-seconds N] [--forget SECONDS]

Messages come at their own times, whether answers are late or not; the time of an
answer is counted from when its message was due. Exit code 1: an error or a busy reply.
"""

import argparse
import asyncio
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

from tests.programmes.measuring import Gauge, figures_of, slope
from tests.storing.server import running

FIRST = (
    "干了三个月活老板一分钱没给",
    "信访局的处理意见书我不服，上周三收到的",
    "征地补偿款到现在没发下来",
    "邻居晚上施工吵得睡不着",
    "孩子上学学校不收",
    "买的房子烂尾了，开发商跑了",
)
THEN = ("1", "2", "不清楚", "返回", "先告诉我去哪", "我的回答", "看全部", "重来", "1")
PATIENCE = 30.0
"""Seconds that the last answers may take to come."""


@dataclass(frozen=True, slots=True)
class Load:
    """Say how much is asked of how many workers."""

    database: str = "sqlite"
    workers: int = 1
    sessions: int = 5_000
    rate: float = 100.0
    seconds: float = 600.0
    forget: int = 0


@dataclass(slots=True)
class Asking:
    """Send messages when they are due and note when their answers come."""

    load: Load
    writers: list[asyncio.StreamWriter]
    chance: random.Random
    due: dict[str, float] = field(default_factory=dict)
    took: list[float] = field(default_factory=list)
    errors: int = 0
    sent: int = 0

    async def send_all(self, rate: float, seconds: float) -> None:
        """Send at the rate for so many seconds, at random moments."""
        begun = at = time.perf_counter()
        while at < begun + seconds:
            at += self.chance.expovariate(rate)
            await asyncio.sleep(max(0.0, at - time.perf_counter()))
            self._send(at)

    def _send(self, at: float) -> None:
        self.sent += 1
        key, who = str(self.sent), str(self.chance.randrange(self.load.sessions))
        text = self.chance.choice(FIRST if self.chance.random() < 0.2 else THEN)
        self.due[key] = at
        line = json.dumps({"key": key, "who": who, "text": text})
        self.writers[self.sent % len(self.writers)].write(line.encode() + b"\n")

    async def listen(self, reader: asyncio.StreamReader) -> None:
        """Take answers until the connection ends."""
        while line := await reader.readline():
            answer = json.loads(line)
            self.took.append(time.perf_counter() - self.due.pop(answer["key"]))
            self.errors += "busy" in answer or bool(answer.get("repeated"))

    async def settle(self) -> None:
        """Wait for the answers that are still due; one that never comes is an error."""
        until = time.perf_counter() + PATIENCE
        while self.due:
            await asyncio.sleep(0.05)
            if time.perf_counter() > until:
                break
        self.errors += len(self.due)


def main() -> int:
    """Run the programme; say the figures; fail on any error."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", choices=("sqlite", "postgres"), default="sqlite")
    for name, usual in (("workers", 1), ("sessions", 5_000), ("forget", 0)):
        parser.add_argument(f"--{name}", type=int, default=usual)
    for name, much in (("rate", 100), ("seconds", 600), ("burst", 0)):
        parser.add_argument(f"--{name}", type=float, default=much)
    parser.add_argument("--burst-seconds", type=float, default=30)
    given = vars(parser.parse_args())
    burst = given.pop("burst"), given.pop("burst_seconds")
    figures = run(Load(**given), burst)
    print(json.dumps(figures))
    return int(any(phase["errors"] for phase in figures.values() if "errors" in phase))


def run(
    load: Load, burst: tuple[float, float] = (0.0, 0.0)
) -> dict[str, dict[str, float]]:
    """Load the workers; return the figures of each phase and of the workers."""
    with _workers(load) as workers:
        ports = [int(worker.stdout.readline()) for worker in workers if worker.stdout]
        gauge = Gauge([worker.pid for worker in workers])
        return asyncio.run(_ask(load, burst, ports, gauge))


@contextmanager
def _workers(load: Load) -> Iterator[list[subprocess.Popen[str]]]:
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        settings = {"WENLU_STATE": f"{folder}/data", "WENLU_KEYS": f"{folder}/keys/k"}
        settings["WENLU_DATABASE"] = load.database
        if load.database == "postgres":
            settings["WENLU_DATABASE"] = stack.enter_context(running()).address
        command = [sys.executable, "-m", "tests.programmes.worker"]
        if load.forget:
            command += ["--forget", str(load.forget)]
        workers = [
            subprocess.Popen(
                command,
                env={**os.environ, **settings},
                stdout=subprocess.PIPE,
                text=True,
            )
            for _ in range(load.workers)
        ]
        try:
            yield workers
        finally:
            for worker in workers:
                worker.kill()
                worker.communicate()


async def _ask(
    load: Load, burst: tuple[float, float], ports: list[int], gauge: Gauge
) -> dict[str, dict[str, float]]:
    pairs = [await asyncio.open_connection("127.0.0.1", port) for port in ports]
    asking = Asking(load, [writer for _, writer in pairs], random.Random(5))
    hearing = [asyncio.create_task(asking.listen(reader)) for reader, _ in pairs]
    watching = asyncio.create_task(gauge.watch())
    figures: dict[str, dict[str, float]] = {}
    for name, (rate, seconds) in {
        "warming": (load.rate, min(5.0, load.seconds)),
        "steady": (load.rate, load.seconds),
        "burst": burst,
    }.items():
        if rate and seconds:
            before = gauge.worked()
            figures[name] = await _phase(asking, rate, seconds)
            worked = 1_000 * (gauge.worked() - before) / figures[name]["sent"]
            figures[name]["worker_ms_each"] = round(worked, 2)
    figures["worker"] = slope(gauge.seen)
    for _, writer in pairs:
        writer.close()
        await writer.wait_closed()
    await asyncio.gather(*hearing)
    watching.cancel()
    return figures


async def _phase(asking: Asking, rate: float, seconds: float) -> dict[str, float]:
    asking.took, asking.errors, before = [], 0, asking.sent
    await asking.send_all(rate, seconds)
    await asking.settle()
    return figures_of(asking.took, asking.errors, asking.sent - before, seconds)


if __name__ == "__main__":
    sys.exit(main())
