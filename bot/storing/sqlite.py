"""Keep sessions in SQLite, written by one thread that commits what waits together."""

import fcntl
import os
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from bot.core.state import State
from bot.storing.contract import Answered, Delivery, Kept, Sums, Take
from bot.storing.lifetime import guarded_until
from bot.storing.schema import Kind, commands
from bot.storing.vault import Found, Row, Vault, found, sealed_row
from bot.storing.writer import Job, Writer

KINDS: Mapping[Kind, str] = {"blob": "blob", "integer": "integer", "text": "text"}
PRAGMAS = (
    ("journal_mode", "wal"),
    ("synchronous", 2),  # FULL: what is committed survives a power cut
    ("secure_delete", 1),  # what is deleted is blanked
    ("temp_store", 2),  # in memory: no temporary file
    ("busy_timeout", 5_000),
    ("wal_autocheckpoint", 0),  # the writer does it, after it has answered
    ("trusted_schema", 0),
)
FORM = 1
"""The form of the tables; a file of another form is refused."""
SWEPT_TOGETHER = 500
RESERVE_BYTES = 1024 * 1024
"""Room that is given up on a full disk, so that what is cleared can still go."""
PRIVATE = 0o600


class DatabaseError(Exception):
    """Tell that the database cannot be used as it is."""


class SqliteSessions:
    """Keep the talks of platforms in one file that one process writes."""

    def __init__(self, file: Path, vault: Vault, clock: Callable[[], float]) -> None:
        self._vault, self._clock = vault, clock
        self._reserve = file.with_suffix(".reserve")
        self._lock = _only_one(file)
        try:
            self._writer = Writer(connect(file), self._make_room)
        except (sqlite3.Error, DatabaseError):
            os.close(self._lock)
            raise
        self._keep_reserve()

    async def answer(self, delivery: Delivery, take: Take) -> Answered:
        """Take a delivery once; a repeated one leaves the talk as it stands."""
        turn = _Turn(self._vault, delivery, take, int(self._clock()))
        return await self._writer.do(turn.run)

    async def look(self, channel: str, citizen: str) -> Kept:
        """Return what is kept of a talk, without touching it."""
        names, now = self._vault.names(channel, citizen), int(self._clock())
        rows = [name.row for name in names]
        read = await self._writer.do(lambda _, db: _rows(db, rows))
        return found(names, read, now).kept

    async def sweep(self) -> None:
        """Forget what has come to its end, a part at a time."""
        now = int(self._clock())
        more = True
        while more:
            more = await self._writer.do(lambda _, db: _swept(db, now))
        self._keep_reserve()

    async def add(self, sums: Sums) -> None:
        """Add to the counts."""
        await self._writer.do(lambda _, db: _add(db, sums))

    async def counts(self) -> Sums:
        """Return all counts."""
        return await self._writer.do(lambda _, db: read_counts(db))

    async def close(self) -> None:
        """Let go of the file; what waits is written first."""
        await self._writer.close()
        os.close(self._lock)

    def _keep_reserve(self) -> None:
        with suppress(OSError):
            if not self._reserve.exists():
                handle = os.open(self._reserve, os.O_CREAT | os.O_WRONLY, PRIVATE)
                try:
                    os.posix_fallocate(handle, 0, RESERVE_BYTES)
                finally:
                    os.close(handle)

    def _make_room(self) -> None:
        self._reserve.unlink(missing_ok=True)


class _Turn:
    """Take one delivery inside a transaction."""

    def __init__(self, vault: Vault, delivery: Delivery, take: Take, now: int) -> None:
        self._names = vault.names(delivery.channel, delivery.citizen)
        self._guards = vault.guards(delivery)
        self._take, self._now = take, now

    def run(self, job: Job[Answered], db: sqlite3.Connection) -> Answered:
        """Return the answer; guard, talk and version are written together."""
        rows = _rows(db, [name.row for name in self._names])
        before = found(self._names, rows, self._now)
        if _known(db, self._guards, self._now):
            return Answered(before.kept.state, repeated=True)
        after = self._take(before.kept)
        job.wipes = after is None
        until = guarded_until(self._now)
        db.execute(
            "insert or replace into guards values (?, ?)", (self._guards[0], until)
        )
        if after is None or after is not before.kept.state:
            self._write(db, before, after)
        return Answered(after, repeated=False)

    def _write(
        self, db: sqlite3.Connection, before: Found, after: State | None
    ) -> None:
        if before.row:
            db.execute("delete from sessions where row = ?", (before.row,))
        if after is not None:
            row = sealed_row(self._names[0], before, after, self._now)
            db.execute(
                "insert or replace into sessions values (?, ?, ?, ?)",
                (row.row, row.version, row.sealed, row.until),
            )


def connect(file: Path) -> sqlite3.Connection:
    """Return a connection that is set up as it must be.

    Raises: DatabaseError when a setting does not hold or the form is another.
    """
    handle = os.open(file, os.O_CREAT | os.O_RDWR, PRIVATE)
    os.close(handle)
    db = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    for name, value in PRAGMAS:
        db.execute(f"pragma {name} = {value}")
    assert_pragmas(db)
    form = db.execute("pragma user_version").fetchone()[0]
    if form not in (0, FORM):
        raise DatabaseError(f"会话文件是另一种格式（{form}）；移走它再启动")
    if form == 0:
        making = "; ".join(commands(KINDS, " without rowid"))
        db.executescript(f"begin; {making}; pragma user_version = {FORM}; commit")
    return db


def assert_pragmas(db: sqlite3.Connection) -> None:
    """Check that every setting holds on this connection.

    Raises: DatabaseError naming the one that does not.
    """
    for name, value in PRAGMAS:
        holds = db.execute(f"pragma {name}").fetchone()[0]
        if holds != value:
            raise DatabaseError(f"SQLite 的 {name} 是 {holds}，应当是 {value}")


def read_counts(db: sqlite3.Connection) -> Sums:
    """Return all counts."""
    return {(day, guide): n for day, guide, n in db.execute("select * from counts")}


def _add(db: sqlite3.Connection, sums: Sums) -> None:
    db.executemany(
        "insert into counts values (?, ?, ?)"
        " on conflict (day, guide) do update set n = n + excluded.n",
        [(*cell, n) for cell, n in sums.items()],
    )


def _rows(db: sqlite3.Connection, rows: Sequence[bytes]) -> list[Row]:
    marks = ",".join("?" * len(rows))
    wanted = f"select * from sessions where row in ({marks})"  # noqa: S608 — marks only
    return [Row(*one) for one in db.execute(wanted, rows)]


def _known(db: sqlite3.Connection, guards: Sequence[bytes], now: int) -> bool:
    marks = ",".join("?" * len(guards))
    asked = f"select 1 from guards where row in ({marks}) and until > ?"  # noqa: S608
    return db.execute(asked, (*guards, now)).fetchone() is not None


def _swept(db: sqlite3.Connection, now: int) -> bool:
    """Forget some of what has ended; return whether there may be more."""
    gone = 0
    for table in ("sessions", "guards"):
        ended = f"select row from {table} where until <= ? limit {SWEPT_TOGETHER}"  # noqa: S608
        delete = f"delete from {table} where row in ({ended})"  # noqa: S608 — two names
        gone += db.execute(delete, (now,)).rowcount
    return gone >= SWEPT_TOGETHER


def _only_one(file: Path) -> int:
    """Hold the file for this process alone.

    Raises: DatabaseError when another process holds it.
    """
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(file.with_suffix(".lock"), os.O_CREAT | os.O_RDWR, PRIVATE)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        raise DatabaseError(
            "另一个问路正在用这个会话文件；一个文件只能一个进程写"
        ) from None
    return handle
