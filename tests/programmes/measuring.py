"""Turn what was timed into the figures that are compared with their bounds."""

import asyncio
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

LOOKS_SECONDS = 1.0


@dataclass(slots=True)
class Gauge:
    """Look at the memory and the open files of some processes, second by second."""

    processes: list[int]
    seen: list[tuple[float, float, int]] = field(default_factory=list)

    async def watch(self) -> None:
        """Look until cancelled."""
        while True:
            self.look()
            await asyncio.sleep(LOOKS_SECONDS)

    def look(self) -> None:
        """Note seconds, megabytes, open files, of all processes together."""
        memory = sum(map(_megabytes, self.processes))
        files = sum(len(list(Path(f"/proc/{p}/fd").iterdir())) for p in self.processes)
        self.seen.append((time.monotonic(), memory, files))

    def worked(self) -> float:
        """Return the seconds of work that all processes have done."""
        return sum(map(_worked, self.processes))


def figures_of(
    took: Sequence[float], errors: int, sent: int, seconds: float
) -> dict[str, float]:
    """Return the figures of answers; times in milliseconds."""
    ordered = sorted(took) or [0.0]
    return {
        "sent": sent,
        "errors": errors,
        "a_second": round(sent / seconds, 1),
        **{
            name: round(
                1_000 * ordered[min(len(ordered) - 1, int(len(ordered) * q))], 1
            )
            for name, q in (("p50", 0.5), ("p99", 0.99), ("p999", 0.999), ("most", 1.0))
        },
    }


def slope(seen: Sequence[tuple[float, float, int]]) -> dict[str, float]:
    """Return the megabytes, their growth after a quarter of the time, and the files."""
    late = seen[len(seen) // 4 :]
    if len(late) < 2:
        return {}
    times = [at - late[0][0] for at, _, _ in late]
    middle, mean = sum(times) / len(times), sum(m for _, m, _ in late) / len(late)
    spread = sum((t - middle) ** 2 for t in times)
    rise = sum(
        (t - middle) * (m - mean) for t, (_, m, _) in zip(times, late, strict=True)
    )
    return {
        "megabytes": round(late[-1][1], 1),
        "megabytes_an_hour": round(3_600 * rise / spread, 2),
        "files_first": late[0][2],
        "files_last": late[-1][2],
    }


def _worked(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _megabytes(process: int) -> float:
    for line in Path(f"/proc/{process}/status").read_text("ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0
