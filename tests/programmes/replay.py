"""Deliver updates twice, shuffled, up to 30 hours late, and over a clock set wrong.

python -m tests.programmes.replay [--deliveries N] [--without guard]

Time is played: keys change, talks and guards end, the keeper is opened again. Of each
update the first delivery must count and every later one must change nothing.
"""

import argparse
import asyncio
import json
import random
import sys
import tempfile
import time
from pathlib import Path

from bot.storing import sqlite
from tests.storing.keeping import Clock, counting, delivery, sqlite_sessions

HOUR, DAY = 3_600, 86_400
LATEST = 30 * HOUR
"""How late a platform or an attacker delivers again."""
WINDOW = 100
"""Deliveries among which the order is lost."""
REOPENED = 5_000
"""Deliveries after which the keeper is opened again, and everything ended forgotten."""
TOGETHER = 50


def main() -> int:
    """Run the programme; say the figures; fail if a delivery was taken wrongly."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--deliveries", type=int, default=100_000)
    parser.add_argument("--without", default="nothing")
    given = parser.parse_args()
    if given.without == "guard":
        vars(sqlite)["_known"] = lambda *_: False
    figures = {**replayed(given.deliveries), **clock_set_wrong()}
    print(json.dumps(figures))
    wrong = ("repeats_counted", "firsts_refused", "clock_counted", "clock_revived")
    return int(any(figures[name] for name in wrong))


def replayed(deliveries: int, seed: int = 3) -> dict[str, float]:
    """Play the deliveries; return how many were taken wrongly."""
    begun = time.monotonic()
    plan = _plan(deliveries, random.Random(seed))
    with tempfile.TemporaryDirectory() as folder:
        repeats, firsts = asyncio.run(_played(Path(folder), plan))
    return {
        "deliveries": len(plan),
        "updates": len({key for _, key in plan}),
        "hours": round((plan[-1][0] - plan[0][0]) / HOUR, 1),
        "repeats_counted": repeats,
        "firsts_refused": firsts,
        "seconds": round(time.monotonic() - begun, 1),
    }


def _plan(deliveries: int, chance: random.Random) -> list[tuple[float, int]]:
    """Return moments and updates: each one to five times, shuffled in a window."""
    plan: list[tuple[float, int]] = []
    update, at = 0, Clock().now
    while len(plan) < deliveries:
        update, at = update + 1, at + chance.expovariate(1 / 6)
        late = [chance.uniform(1, LATEST) for _ in range(chance.randrange(5))]
        plan += [(at, update), *((at + one, update) for one in late)]
    plan.sort()
    moments = [at for at, _ in plan]
    updates = [one for _, one in plan]
    for n in range(0, len(updates), WINDOW):
        part = updates[n : n + WINDOW]
        chance.shuffle(part)
        updates[n : n + WINDOW] = part
    return list(zip(moments, updates, strict=True))


async def _played(folder: Path, plan: list[tuple[float, int]]) -> tuple[int, int]:
    clock, seen, repeats, firsts = Clock(), set[int](), 0, 0
    sessions = sqlite_sessions(folder, clock)
    for n in range(0, len(plan), TOGETHER):
        part = plan[n : n + TOGETHER]
        clock.now = part[0][0]
        jobs = (
            sessions.answer(delivery(str(key), str(key % 997)), counting)
            for _, key in part
        )
        for (_, key), done in zip(part, await asyncio.gather(*jobs), strict=True):
            repeats += key in seen and not done.repeated
            firsts += key not in seen and done.repeated
            seen.add(key)
        if n % REOPENED == 0:
            await sessions.sweep()
            await sessions.close()
            sessions = sqlite_sessions(folder, clock)
    await sessions.close()
    return repeats, firsts


def clock_set_wrong() -> dict[str, float]:
    """Open the keeper with a clock a day wrong, then right again; deliver all again.

    A talk that ended by a clock a day ahead does not come back.
    """
    counted = revived = 0
    for wrong in (DAY, -DAY):
        with tempfile.TemporaryDirectory() as folder:
            twice, living = asyncio.run(_set_wrong(Path(folder), wrong))
        counted, revived = counted + twice, revived + living
    return {"clock_counted": counted, "clock_revived": revived}


async def _set_wrong(folder: Path, wrong: int) -> tuple[int, int]:
    clock, counted, revived = Clock(), 0, 0
    keys = [str(n) for n in range(200)]
    for start, ahead in enumerate((0, wrong, 0)):
        clock.now = Clock().now + ahead
        sessions = sqlite_sessions(folder, clock)
        await sessions.sweep()
        for key in keys:
            done = await sessions.answer(delivery(key, key), counting)
            counted += bool(start) and not done.repeated
            revived += bool(start) and wrong > 0 and done.state is not None
        await sessions.close()
    return counted, revived


if __name__ == "__main__":
    sys.exit(main())
