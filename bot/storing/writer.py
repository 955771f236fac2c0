"""Write from one thread: all that waits goes into one transaction, answers after it.

Each job has a savepoint of its own, so that one that fails does not sink the others.
"""

import asyncio
import queue
import sqlite3
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from bot.storing.contract import BusyError

MOST_TOGETHER = 200
"""Jobs of one transaction."""
MOST_WAITING = 4_000
"""Jobs that may wait; a further one is told at once that we are busy."""
CHECKPOINT_JOBS = 2_000
"""Jobs after which the log of the database is worked in, after answering."""

Result = TypeVar("Result")


@dataclass(slots=True, eq=False)
class Job(Generic[Result]):
    """Hold one piece of work, who waits for it, and what came of it.

    `wipes` is set by work that only takes away: it is tried again on a full disk.
    """

    run: Callable[["Job[Result]", sqlite3.Connection], Result]
    waiting: "asyncio.Future[None]"
    loop: asyncio.AbstractEventLoop
    wipes: bool = False
    done: list[Result] = field(default_factory=list)
    failed: Exception | None = None

    def tell(self) -> None:
        """Wake who waits."""
        with suppress(RuntimeError):  # the loop has ended: nobody waits any more
            self.loop.call_soon_threadsafe(self._wake)

    def _wake(self) -> None:
        if self.waiting.done():
            return
        if self.failed is not None:
            self.waiting.set_exception(self.failed)
        else:
            self.waiting.set_result(None)


Work = Callable[[Job[Result], sqlite3.Connection], Result]


class Writer:
    """Own the only connection that writes, and the thread it lives in."""

    def __init__(self, db: sqlite3.Connection, make_room: Callable[[], None]) -> None:
        self._db, self._make_room = db, make_room
        self._jobs: queue.SimpleQueue[Job[Any] | None] = queue.SimpleQueue()
        self._since_checkpoint = 0
        self._thread = threading.Thread(target=self._work, name="writer", daemon=True)
        self._thread.start()

    async def do(self, work: Work[Result]) -> Result:
        """Do the work; return once it is committed.

        Raises: BusyError when it was not; whatever the work raises.
        """
        if self._jobs.qsize() >= MOST_WAITING or not self._thread.is_alive():
            raise BusyError
        loop = asyncio.get_running_loop()
        job = Job(work, loop.create_future(), loop)
        self._jobs.put(job)
        await job.waiting
        return job.done[-1]

    async def close(self) -> None:
        """Do what waits, then let go."""
        self._jobs.put(None)
        await asyncio.to_thread(self._thread.join)

    def _work(self) -> None:
        going = True
        while going:
            together = self._waiting()
            going = None not in together
            jobs = [job for job in together if job is not None]
            if jobs:
                self._commit(jobs)
            self._checkpoint(len(jobs))
        with suppress(sqlite3.Error):
            self._db.execute("pragma wal_checkpoint(truncate)")
        self._db.close()

    def _waiting(self) -> list[Job[Any] | None]:
        together = [self._jobs.get()]
        while len(together) < MOST_TOGETHER and together[-1] is not None:
            try:
                together.append(self._jobs.get_nowait())
            except queue.Empty:
                break
        return together

    def _commit(self, jobs: list[Job[Any]]) -> None:
        """Do all jobs in one transaction, or else each alone; then tell everyone."""
        if not self._done(jobs):
            for job in jobs:
                if not self._done([job]) and job.wipes:
                    self._make_room()
                    self._done([job])
        for job in jobs:
            job.tell()

    def _done(self, jobs: list[Job[Any]]) -> bool:
        """Return whether the transaction stands; if not, every job has failed."""
        try:
            self._db.execute("begin immediate")
            for job in jobs:
                self._run(job)
            self._db.execute("commit")
        except sqlite3.Error:
            self._undo()
            for job in jobs:
                job.failed = BusyError()
            return False
        return True

    def _run(self, job: Job[Any]) -> None:
        """Do one job in a savepoint of its own.

        Raises: sqlite3.Error when the whole transaction must fall.
        """
        job.failed = None
        self._db.execute("savepoint job")
        try:
            job.done.append(job.run(job, self._db))
        except sqlite3.Error:
            raise
        except Exception as error:  # noqa: BLE001 — whose it is, gets it
            job.failed = error
            self._db.execute("rollback to job")
        self._db.execute("release job")

    def _undo(self) -> None:
        with suppress(sqlite3.Error):
            if self._db.in_transaction:
                self._db.execute("rollback")

    def _checkpoint(self, jobs: int) -> None:
        self._since_checkpoint += jobs
        if self._since_checkpoint >= CHECKPOINT_JOBS:
            with suppress(sqlite3.Error):
                self._db.execute("pragma wal_checkpoint(passive)")
            self._since_checkpoint = 0
