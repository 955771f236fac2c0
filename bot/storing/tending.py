"""Tend the keeper of talks while a process serves: forget, and write the counts."""

import asyncio
import secrets
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from bot.logs import Line, log
from bot.storing.contract import BusyError, Sessions
from bot.storing.counting import Tally

SWEEP_SECONDS = 60.0
"""How often what has ended is forgotten."""
COUNT_SECONDS = 60 * 60
"""How often counts are written, at the earliest."""
COUNT_SCATTER_SECONDS = 10 * 60
"""By how much, by chance, later: so that a count does not tell an hour."""


@asynccontextmanager
async def tended(sessions: Sessions, tally: Tally) -> AsyncIterator[None]:
    """Tend the keeper; at the end write the counts and close it."""
    task = asyncio.create_task(_tend(sessions, tally))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        await write_counts(sessions, tally)
        await sessions.close()


async def write_counts(sessions: Sessions, tally: Tally) -> None:
    """Write the counts; what cannot be written now is kept for later."""
    sums = tally.taken()
    if not sums:
        return
    try:
        await sessions.add(sums)
    except BusyError:
        tally.put_back(sums)
        log(Line("busy", component="counts"))


async def _tend(sessions: Sessions, tally: Tally) -> None:
    due = _next_count()
    while True:
        await asyncio.sleep(SWEEP_SECONDS)
        try:
            await sessions.sweep()
        except BusyError:
            log(Line("busy", component="sweep"))
        if time.monotonic() >= due:
            await write_counts(sessions, tally)
            due = _next_count()


def _next_count() -> float:
    return time.monotonic() + COUNT_SECONDS + secrets.randbelow(COUNT_SCATTER_SECONDS)
