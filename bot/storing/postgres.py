"""Keep sessions in PostgreSQL, for many workers; the lock is in the transaction."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from psycopg import AsyncConnection, OperationalError
from psycopg_pool import AsyncConnectionPool, PoolClosed, PoolTimeout, TooManyRequests

from bot.core.state import State
from bot.storing.contract import Answered, BusyError, Delivery, Kept, Sums, Take
from bot.storing.lifetime import guarded_until
from bot.storing.schema import Kind, commands
from bot.storing.sealing import Name
from bot.storing.vault import Found, Row, Vault, found, sealed_row

KINDS: Mapping[Kind, str] = {"blob": "bytea", "integer": "bigint", "text": "text"}
SETTINGS = (
    ("synchronous_commit", "on"),  # what is committed survives a power cut
    ("default_transaction_isolation", "read committed"),
    ("statement_timeout", "3s"),
    ("lock_timeout", "3s"),
    ("idle_in_transaction_session_timeout", "10s"),
)
MAKING_TABLES = 7_713
"""The lock under which one of several workers makes the tables."""
CONNECTIONS = 8
WAIT_SECONDS = 1.2
"""How long a delivery waits for a connection; platforms want an answer in 4.5 s."""
TRIES = 2
SWEPT_TOGETHER = 500

Connection: TypeAlias = AsyncConnection[tuple[object, ...]]
_LOST = (OperationalError, PoolTimeout, PoolClosed, TooManyRequests)


class SettingError(Exception):
    """Tell that a setting of the connection does not hold."""


class _ChangedError(Exception):
    """Tell that another worker changed the talk meanwhile."""


class PostgresSessions:
    """Keep the talks of platforms in a database that many workers share."""

    def __init__(self, address: str, vault: Vault, clock: Callable[[], float]) -> None:
        self._vault, self._clock = vault, clock
        options = " ".join(f"-c {name}={value}" for name, value in _escaped())
        self._pool: AsyncConnectionPool[Connection] = AsyncConnectionPool(
            address,
            min_size=1,
            max_size=CONNECTIONS,
            timeout=WAIT_SECONDS,
            open=False,
            check=AsyncConnectionPool.check_connection,
            configure=assert_settings,
            kwargs={"autocommit": True, "options": options, "prepare_threshold": None},
        )
        self._ready, self._opening = False, asyncio.Lock()

    async def answer(self, delivery: Delivery, take: Take) -> Answered:
        """Take a delivery once; a repeated one leaves the talk as it stands.

        A try whose end is unknown is tried again: the guard tells what became of it.
        """
        turn = _Turn(self._vault, delivery, take, int(self._clock()))
        for _ in range(TRIES):
            try:
                await self._open()
                async with self._pool.connection() as db, db.transaction():
                    return await turn.run(db)
            except (*_LOST, _ChangedError):
                continue
        raise BusyError

    async def look(self, channel: str, citizen: str) -> Kept:
        """Return what is kept of a talk, without touching it."""
        names, now = self._vault.names(channel, citizen), int(self._clock())
        try:
            await self._open()
            async with self._pool.connection() as db:
                return found(names, await _rows(db, names), now).kept
        except _LOST:
            raise BusyError from None

    async def sweep(self) -> None:
        """Forget what has come to its end, a part at a time, past what is locked."""
        now, more = int(self._clock()), True
        while more:
            try:
                await self._open()
                async with self._pool.connection() as db:
                    more = await _swept(db, now)
            except _LOST:
                raise BusyError from None

    async def add(self, sums: Sums) -> None:
        """Add to the counts.

        Raises: BusyError when nothing was added.
        """
        cells = [(*cell, n) for cell, n in sums.items()]
        try:
            await self._open()
            async with (
                self._pool.connection() as db,
                db.transaction(),
                db.cursor() as cursor,
            ):
                await cursor.executemany(
                    "insert into counts values (%s, %s, %s) on conflict (day, guide)"
                    " do update set n = counts.n + excluded.n",
                    cells,
                )
        except _LOST:
            raise BusyError from None

    async def counts(self) -> Sums:
        """Return all counts.

        Raises: BusyError when the database does not answer.
        """
        try:
            await self._open()
            async with self._pool.connection() as db:
                rows = await db.execute("select day, guide, n from counts")
                return {
                    (str(d), str(g)): int(str(n)) for d, g, n in await rows.fetchall()
                }
        except _LOST:
            raise BusyError from None

    async def close(self) -> None:
        """Let go of the connections."""
        await self._pool.close()

    async def _open(self) -> None:
        """Open the pool in the loop it serves, and make the tables once."""
        async with self._opening:
            if self._ready:
                return
            await self._pool.open()
            async with self._pool.connection() as db, db.transaction():
                await db.execute("select pg_advisory_xact_lock(%s)", (MAKING_TABLES,))
                made = await db.execute("select to_regclass('counts')")
                if await made.fetchone() == (None,):
                    await db.execute("; ".join(commands(KINDS)))
            self._ready = True


class _Turn:
    """Take one delivery inside a transaction."""

    def __init__(self, vault: Vault, delivery: Delivery, take: Take, now: int) -> None:
        self._names = vault.names(delivery.channel, delivery.citizen)
        self._guards = vault.guards(delivery)
        self._take, self._now = take, now

    async def run(self, db: Connection) -> Answered:
        """Return the answer; guard, talk and version are written together."""
        await lock(db, self._names)
        before = found(self._names, await _rows(db, self._names), self._now)
        if await known(db, self._guards, self._now):
            return Answered(before.kept.state, repeated=True)
        after = self._take(before.kept)
        guard = (self._guards[0], guarded_until(self._now))
        await db.execute(
            "insert into guards values (%s, %s)"
            " on conflict (row) do update set until = excluded.until",
            guard,
        )
        if after is None or after is not before.kept.state:
            await self._write(db, before, after)
        return Answered(after, repeated=False)

    async def _write(self, db: Connection, before: Found, after: State | None) -> None:
        """Put the talk's next row in the place of the one that was read.

        Raises: _ChangedError when that one is no longer there.
        """
        if before.row:
            gone = await db.execute(
                "delete from sessions where row = %s and version = %s",
                (before.row, before.version),
            )
            if gone.rowcount != 1:
                raise _ChangedError
        if after is not None:
            row = sealed_row(self._names[0], before, after, self._now)
            made = await db.execute(
                "insert into sessions values (%s, %s, %s, %s) on conflict do nothing",
                (row.row, row.version, row.sealed, row.until),
            )
            if made.rowcount != 1:
                raise _ChangedError


async def lock(db: Connection, names: Sequence[Name]) -> None:
    """Let one transaction at a time have a talk, whichever key a worker goes by."""
    numbers = sorted(int.from_bytes(n.row[:8], "big", signed=True) for n in names)
    for number in numbers:
        await db.execute("select pg_advisory_xact_lock(%s)", (number,))


async def known(db: Connection, guards: Sequence[bytes], now: int) -> bool:
    """Return whether a delivery was taken before."""
    asked = "select 1 from guards where row = any(%s) and until > %s"
    return await (await db.execute(asked, (list(guards), now))).fetchone() is not None


async def assert_settings(db: Connection) -> None:
    """Check that every setting holds on this connection.

    Raises: SettingError naming the one that does not.
    """
    for name, value in SETTINGS:
        one = await (await db.execute(f"show {name}")).fetchone()
        if one != (value,):
            raise SettingError(f"PostgreSQL 的 {name} 应当是 {value}")


async def _rows(db: Connection, names: Sequence[Name]) -> list[Row]:
    wanted = "select row, version, sealed, until from sessions where row = any(%s)"
    rows = await db.execute(wanted, ([name.row for name in names],))
    return [Row(*one) for one in await rows.fetchall()]  # type: ignore[arg-type]


async def _swept(db: Connection, now: int) -> bool:
    """Forget some of what has ended; return whether there may be more."""
    gone = 0
    for table in ("sessions", "guards"):
        ended = f"select row from {table} where until <= %s limit {SWEPT_TOGETHER}"  # noqa: S608
        delete = f"delete from {table} where row in ({ended} for update skip locked)"  # noqa: S608
        gone += (await db.execute(delete, (now,))).rowcount
    return gone >= SWEPT_TOGETHER


def _escaped() -> list[tuple[str, str]]:
    return [(name, value.replace(" ", "\\ ")) for name, value in SETTINGS]
