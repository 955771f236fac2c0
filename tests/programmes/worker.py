"""Serve talks as one worker does: a line of JSON comes in, a line goes out.

python -m tests.programmes.worker FOLDER [--forget SECONDS]
It says its port on the first line. Settings are those of the program itself.
"""

import argparse
import asyncio
import json
import os
from datetime import date

from bot.app import Messenger
from bot.commands.knowing import knowledge_of
from bot.logs import tame
from bot.storing import contract, lifetime, tending
from bot.storing.contract import BusyError, Delivery
from bot.storing.counting import Tally
from bot.storing.opening import open_sessions

DAY = date(2026, 11, 24)


def main() -> None:
    """Serve until killed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--forget", type=int, default=contract.IDLE_SECONDS)
    given = parser.parse_args()
    if given.forget != contract.IDLE_SECONDS:
        _forget_sooner(given.forget)
    tame()
    asyncio.run(_serve())


def _forget_sooner(seconds: int) -> None:
    """Let talks and guards end within a short run, so that ends are part of it."""
    for name in ("IDLE_SECONDS", "ABSOLUTE_SECONDS", "GUARD_SECONDS"):
        vars(lifetime)[name] = seconds
    vars(lifetime)["ROUNDED_SECONDS"] = 5
    vars(tending)["SWEEP_SECONDS"] = 5.0


async def _serve() -> None:
    sessions, tally = open_sessions(os.environ), Tally()
    messenger = Messenger(knowledge_of(), sessions, lambda: DAY, tally)

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        tasks: set[asyncio.Task[None]] = set()
        while line := await reader.readline():
            task = asyncio.create_task(_answer(messenger, line, writer))
            tasks.add(task)
            task.add_done_callback(tasks.discard)

    async with tending.tended(sessions, tally):
        server = await asyncio.start_server(talk, "127.0.0.1", 0)
        print(server.sockets[0].getsockname()[1], flush=True)
        async with server:
            await server.serve_forever()


async def _answer(
    messenger: Messenger, line: bytes, writer: asyncio.StreamWriter
) -> None:
    asked = json.loads(line)
    delivery = Delivery("load:1", asked["who"], asked["key"])
    try:
        reply = await messenger.answer(delivery, asked["text"])
        said = {"key": asked["key"], "repeated": reply.repeated, "at": reply.at}
    except BusyError:
        said = {"key": asked["key"], "busy": True}
    writer.write(json.dumps(said).encode() + b"\n")


if __name__ == "__main__":
    main()
