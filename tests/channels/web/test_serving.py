"""The server lets slow senders go, and says nothing of itself or of anybody."""

import argparse
import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from bot.channels.web import serving
from bot.channels.web.settings import Settings
from bot.commands.serve import arguments, run
from tests.channels.web.visiting import Visit
from tests.core.conftest import small_map

WHOLE = b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
FORM = (
    b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\n"
)
SHORT = 0.3


@asynccontextmanager
async def served(
    what: Settings | ASGIApp, *, front: bool = False
) -> AsyncIterator[int]:
    """Serve on a free port of this machine for as long as a test looks."""
    site = Visit(small_map(), what).site if isinstance(what, Settings) else what
    server = uvicorn.Server(serving.config(site, "127.0.0.1", 0, behind_front=front))
    task = asyncio.create_task(server._serve())
    while not server.started:  # noqa: ASYNC110 — it offers no event to wait for
        await asyncio.sleep(0.01)
    yield server.servers[0].sockets[0].getsockname()[1]
    server.should_exit = True
    await task


async def answered(
    sent: bytes, wait: float, what: Settings | ASGIApp, *, front: bool = False
) -> bytes | None:
    """Return all that came back; None when the line stood open for the whole wait."""
    async with served(what, front=front) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(sent)
        try:
            return await asyncio.wait_for(reader.read(), wait)
        except TimeoutError:
            return None
        finally:
            writer.close()
            with suppress(ConnectionError):
                await writer.wait_closed()


@pytest.mark.parametrize("sent", [b"", b"GET / HT", WHOLE[:-2]])
def test_a_head_that_never_ends_is_let_go(
    monkeypatch: pytest.MonkeyPatch, sent: bytes
) -> None:
    monkeypatch.setattr(serving, "HEAD_SECONDS", SHORT)
    assert asyncio.run(answered(sent, 5, Settings())) == b""


def test_a_slow_head_would_stay_without_the_bound(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(serving, "HEAD_SECONDS", 60.0)
    assert asyncio.run(answered(WHOLE[:-2], SHORT * 2, Settings())) is None


def test_a_body_that_never_ends_is_let_go() -> None:
    sent = FORM + b"Content-Length: 9\r\n\r\nwor"
    got = asyncio.run(answered(sent, 5, Settings(body_seconds=SHORT)))
    assert got is not None
    assert got.startswith(b"HTTP/1.1 408")


def test_a_turn_under_way_is_finished_when_the_server_is_told_to_stop() -> None:
    async def stop_amid_a_form() -> bytes:
        async with served(Settings()) as port:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(FORM + b"Content-Length: 9\r\n\r\nwor")
            await asyncio.sleep(SHORT)
            later = asyncio.get_running_loop().call_later
            later(SHORT, writer.write, b"ds=ok!")
        answer = await reader.read()
        writer.close()
        await writer.wait_closed()
        return answer

    assert asyncio.run(stop_amid_a_form()).startswith(b"HTTP/1.1 303")


def test_a_head_with_two_lengths_is_not_two_requests() -> None:
    chunked = b"Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n"
    got = asyncio.run(answered(FORM + chunked + WHOLE, 5, Settings()))
    assert got is not None
    assert got.count(b"HTTP/1.1 ") == 1
    assert b'"status"' not in got


@pytest.mark.parametrize(("front", "asker"), [(True, "1.2.3.4"), (False, "127.0.0.1")])
def test_only_a_front_on_this_machine_may_name_the_asker(
    front: bool,  # noqa: FBT001
    asker: str,
) -> None:
    seen: list[str] = []

    async def look(request: Request) -> Response:
        seen.append(request.client.host if request.client else "")
        return Response()

    site = Starlette(routes=[Route("/health", look)])
    head = WHOLE[:-2] + b"Connection: close\r\nX-Forwarded-For: 1.2.3.4\r\n\r\n"
    asyncio.run(answered(head, 5, site, front=front))
    assert seen == [asker]


def test_the_server_does_not_name_itself_or_write_an_access_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    close = WHOLE.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n")
    with caplog.at_level(logging.INFO):
        got = asyncio.run(answered(close, 5, Settings()))
    assert got is not None
    assert b'"status":"ok"' in got
    assert b"server:" not in got.lower()
    assert "GET" not in caplog.text


def test_without_a_name_it_listens_on_this_machine_only() -> None:
    parser = argparse.ArgumentParser()
    arguments(parser)
    with pytest.raises(SystemExit, match="--name"):
        run(parser.parse_args(["--bind", "0.0.0.0"]))
