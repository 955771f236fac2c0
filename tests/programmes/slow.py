"""Come slowly, in crowds and with far too much; honest visitors must not notice.

python -m tests.programmes.slow [--crowd N] [--megabytes N]

Starts the real command; prints, for each kind of crowd, how many lines were let go,
how long that took, how long honest visitors waited beside it, and what memory it took.
"""

import argparse
import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from pathlib import Path

HOST = "127.0.0.1"
HEAD = b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\n"
FORM = b"Content-Type: application/x-www-form-urlencoded\r\n"
CHUNK = 1 << 16
HONEST = b"GET /about HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
PATIENCE = 40.0
"""Seconds after which a line that still stands counts as never let go."""
MOST_MEMORY = 64 * 1024
"""KiB that the server may grow by, whatever comes."""
KINDS = {
    "says nothing": (b"", b""),
    "head, a byte a second": (HEAD, b"X"),
    "body, a byte a second": (HEAD + FORM + b"Content-Length: 60000\r\n\r\n", b"x"),
}
TOO_MUCH = {
    "a length told": FORM + b"Content-Length: %d\r\n\r\n",
    "no length told": FORM + b"Transfer-Encoding: chunked\r\n\r\n",
    "files": b"Content-Type: multipart/form-data; boundary=x\r\n"
    b"Transfer-Encoding: chunked\r\n\r\n",
}
Figures = dict[str, dict[str, float]]


def main() -> int:
    """Run the programme; say the figures; fail if anything was not bounded."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--crowd", type=int, default=900)
    parser.add_argument("--megabytes", type=int, default=200)
    given = parser.parse_args()
    figures = run(given.crowd, given.megabytes)
    print(json.dumps(figures, indent=1, ensure_ascii=False))
    return 0 if bounded(figures) else 1


def run(crowd: int, megabytes: int, kinds: Iterable[str] = KINDS) -> Figures:
    """Return the figures of some kinds of crowd, and of bodies far too large."""
    with served() as (process, port):
        figures = {
            kind: asyncio.run(crowded(port, process, crowd, kind)) for kind in kinds
        }
        for kind, head in TOO_MUCH.items():
            size = megabytes << 20
            sent = asyncio.run(poured(port, process, HEAD + head, size))
            figures[kind] = sent
    return figures


def bounded(figures: Figures) -> bool:
    """Return whether all were let go, honest visitors answered, memory kept small."""
    return all(
        one["stayed"] == 0 and one["unanswered"] == 0 and one["grown_kib"] < MOST_MEMORY
        for one in figures.values()
    )


@contextmanager
def served() -> Iterator[tuple[int, int]]:
    """Serve the real site in a process of its own; give its id and port."""
    with socket.socket() as free:
        free.bind((HOST, 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "bot", "serve", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None and not _open(port):
            time.sleep(0.1)
        yield process.pid, port
        process.send_signal(signal.SIGTERM)


async def crowded(port: int, process: int, crowd: int, kind: str) -> dict[str, float]:
    """Return what a crowd that dawdles comes to, honest visitors beside it."""
    first, more = KINDS[kind]
    before, begun = memory(process), time.monotonic()
    async with asyncio.TaskGroup() as group:
        lines = [group.create_task(dawdle(port, first, more)) for _ in range(crowd)]
        async with visited(port) as waits:
            await asyncio.wait(lines)
    return {
        "came": crowd,
        "stayed": sum(not line.result() for line in lines),
        "seconds": round(time.monotonic() - begun, 1),
        **_honest(waits),
        "grown_kib": memory(process) - before,
    }


async def dawdle(port: int, first: bytes, more: bytes) -> bool:
    """Hold a line, a byte a second; return whether the server let it go."""
    reader, writer = await asyncio.open_connection(HOST, port)
    writer.write(first)
    begun = time.monotonic()
    while time.monotonic() - begun < PATIENCE:
        with suppress(TimeoutError, ConnectionError):
            if not await asyncio.wait_for(reader.read(CHUNK), 1):
                break
            continue
        if reader.at_eof() or writer.is_closing():
            break
        writer.write(more)
    stayed = time.monotonic() - begun >= PATIENCE
    await _leave(writer)
    return not stayed


async def poured(port: int, process: int, head: bytes, size: int) -> dict[str, float]:
    """Return how much of a huge body the server let in before it shut the door."""
    reader, writer = await asyncio.open_connection(HOST, port)
    before, sent = memory(process), 0
    writer.write(head % size if b"%d" in head else head)
    piece = b"%x\r\n" % CHUNK + b"x" * CHUNK + b"\r\n"
    async with visited(port) as waits:
        with suppress(ConnectionError):
            while sent < size and not reader.at_eof():
                writer.write(piece)
                await writer.drain()
                sent += CHUNK
                await asyncio.sleep(0)
    grown = memory(process) - before
    await _leave(writer)
    figures = {"offered_mib": size >> 20, "taken_mib": sent / (1 << 20)}
    return {**figures, "stayed": 0, **_honest(waits), "grown_kib": grown}


@asynccontextmanager
async def visited(port: int) -> AsyncIterator[list[float]]:
    """Let an honest visitor come again and again; give how long each had to wait."""
    waits: list[float] = []
    over = asyncio.Event()

    async def visit() -> None:
        while not over.is_set():
            begun, answer = time.monotonic(), b""
            with suppress(ConnectionError):
                reader, writer = await asyncio.open_connection(HOST, port)
                writer.write(HONEST)
                answer = await reader.read()
                await _leave(writer)
            right = answer.startswith(b"HTTP/1.1 200")
            waits.append(time.monotonic() - begun if right else float("inf"))
            await asyncio.sleep(0.1)

    task = asyncio.create_task(visit())
    await asyncio.sleep(0.5)
    yield waits
    over.set()
    await task


def memory(process: int) -> int:
    """Return the KiB that a process holds."""
    status = Path(f"/proc/{process}/status").read_text("ascii")
    return int(status.partition("VmRSS:")[2].split()[0])


def _honest(waits: list[float]) -> dict[str, float]:
    answered = sorted(one for one in waits if one != float("inf"))
    return {
        "honest": len(waits),
        "unanswered": len(waits) - len(answered),
        "honest_p99_ms": round(answered[int(len(answered) * 0.99)] * 1000, 1),
    }


async def _leave(writer: asyncio.StreamWriter) -> None:
    writer.close()
    with suppress(ConnectionError):
        await writer.wait_closed()


def _open(port: int) -> bool:
    with socket.socket() as line:
        return line.connect_ex((HOST, port)) == 0


if __name__ == "__main__":
    os.environ.setdefault("PYTHONPATH", os.fspath(Path(__file__).parents[2]))
    sys.exit(main())
