"""Stop the database under clients that deliver again: nothing is lost or doubled.

python -m tests.programmes.away [--times N] [--seconds AWAY] [--clients N]
"""

import argparse
import asyncio
import json
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from bot.logs import tame
from bot.storing.contract import BusyError, Sessions
from tests.storing.keeping import Clock, count, counting, delivery, postgres_sessions
from tests.storing.server import Server, running

AGAIN_SECONDS = 0.05
"""How soon a client delivers again after it was told that we are busy."""


@dataclass(slots=True)
class Clients:
    """Deliver for many citizens, each again and again until it is answered."""

    sessions: Sessions
    going: bool = True
    answered: dict[str, int] = field(default_factory=dict)
    busy: int = 0
    slowest: float = 0.0

    async def write(self, citizen: str) -> None:
        """Deliver for one citizen until the end."""
        number = 0
        while self.going:
            number += 1
            while not await self._once(f"{citizen}-{number}", citizen):
                self.busy += 1
                await asyncio.sleep(AGAIN_SECONDS)
            self.answered[citizen] = number

    async def _once(self, key: str, citizen: str) -> bool:
        begun = time.monotonic()
        try:
            await self.sessions.answer(delivery(key, citizen), counting)
        except BusyError:
            return False
        finally:
            self.slowest = max(self.slowest, time.monotonic() - begun)
        return True


def main() -> int:
    """Run the programme; say the figures; fail if any update was lost or doubled."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=2)
    parser.add_argument("--clients", type=int, default=30)
    given = parser.parse_args()
    tame()
    figures = run(given.times, given.seconds, given.clients)
    print(json.dumps(figures))
    return int(bool(figures["lost"] or figures["doubled"]))


def run(times: int, seconds: float, clients: int) -> dict[str, float]:
    """Stop and start the database so many times; return what became of the updates."""
    with running() as server, tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_stopped(server, Path(folder), (times, seconds), clients))


async def _stopped(
    server: Server, folder: Path, away: tuple[int, float], most: int
) -> dict[str, float]:
    sessions = postgres_sessions(folder, Clock(), server.address)
    clients = Clients(sessions)
    tasks = [asyncio.create_task(clients.write(f"c{n}")) for n in range(most)]
    for _ in range(away[0]):
        await asyncio.sleep(1)
        await asyncio.to_thread(server.stop)
        await asyncio.sleep(away[1])
        await asyncio.to_thread(server.start)
    await asyncio.sleep(1)
    clients.going = False
    await asyncio.gather(*tasks)
    gaps = [
        count((await sessions.look("telegram:1", one)).state) - number
        for one, number in clients.answered.items()
    ]
    await sessions.close()
    return {
        "updates": sum(clients.answered.values()),
        "busy": clients.busy,
        "lost": -sum(gap for gap in gaps if gap < 0),
        "doubled": sum(gap for gap in gaps if gap > 0),
        "slowest_seconds": round(clients.slowest, 2),
    }


if __name__ == "__main__":
    sys.exit(main())
