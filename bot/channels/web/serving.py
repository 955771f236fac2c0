"""Serve the site in one process; slow senders are let go, nothing is written down."""

import asyncio

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD_SECONDS = 10.0
"""Time a connection has to bring the whole head of a request."""
KEEP_ALIVE_SECONDS = 5
GRACE_SECONDS = 5
"""Time that turns under way have when the server is told to stop."""
MOST_CONNECTIONS = 2_000
HEAD_BYTES = 16 * 1024


class Impatient(H11Protocol):
    """Close a connection that does not bring a request in time (slow loris)."""

    _waiting: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for the first request."""
        super().connection_made(transport)
        self._waiting = self.loop.call_later(HEAD_SECONDS, self._give_up)

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop waiting."""
        self._stop_waiting()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take bytes; a request that is whole or has begun to be answered is in time.

        A later request on the same connection gets its own time, from its first byte.
        """
        idle = self.cycle is None or self.cycle.response_complete
        before = self.cycle
        if idle and self._waiting is None:
            self._waiting = self.loop.call_later(HEAD_SECONDS, self._give_up)
        super().data_received(data)
        if self.cycle is not before:
            self._stop_waiting()

    def _give_up(self) -> None:
        self._waiting = None
        if not self.transport.is_closing():
            self.transport.close()

    def _stop_waiting(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None


def serve(site: ASGIApp, bind: str, port: int, *, behind_front: bool) -> None:
    """Serve until told to stop; only a front on this machine may name the asker."""
    uvicorn.Server(config(site, bind, port, behind_front=behind_front)).run()


def config(
    site: ASGIApp, bind: str, port: int, *, behind_front: bool
) -> uvicorn.Config:
    """Return how the server runs: one process, no access log, bounded."""
    return uvicorn.Config(
        site,
        host=bind,
        port=port,
        http=Impatient,
        ws="none",
        loop="asyncio",
        lifespan="on",
        access_log=False,
        log_config=None,
        log_level="error",
        proxy_headers=behind_front,
        forwarded_allow_ips="127.0.0.1",
        server_header=False,
        limit_concurrency=MOST_CONNECTIONS,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=GRACE_SECONDS,
        h11_max_incomplete_event_size=HEAD_BYTES,
    )
