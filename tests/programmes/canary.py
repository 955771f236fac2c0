"""Write words that stand out through every road, and look for them in every file.

python -m tests.programmes.canary [--database sqlite|postgres] [--without nothing|log]

The talk runs in a process of its own, whose temporary folder is searched too; errors
are raised with the words in them. Figures: files and bytes searched, and hits (0).
"""

import argparse
import asyncio
import base64
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from bot.keeping import cache_folder
from tests.storing.server import running

CANARIES = (
    "金丝雀王小明住在槐树胡同七号",
    "110101199003078515",
    "13912345678",
    "6222021234567890123",
    "canary-openid-oQ7x",
    "canary-update-99831",
    "bot4711:AAFcanary-token",
)
"""A sentence, numbers of a person, an id, an update's number, a token."""
TEXTS = (
    "拖欠工资，我叫{0}，身份证{1}，电话{2}，卡号{3}",
    "{0}",
    "1",
    "{2}",
    "我不想活了，{0}",
    "什么是{0}",
    "先告诉我去哪",
    "存",
    "续谈码{4}",
    "清除",
    "村支书{0}贪污",
    "{0}" * 400,
)


def main() -> int:
    """Run the programme; say the figures; fail on any hit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", choices=("sqlite", "postgres"), default="sqlite")
    parser.add_argument("--without", default="nothing")
    parser.add_argument("--talk", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.talk:
        asyncio.run(_talk(tamed=given.without != "log"))
        return 0
    figures = run(given.database, given.without)
    print(json.dumps(figures))
    return int(figures["hits"] > 0)


def run(database: str, without: str = "nothing") -> dict[str, int]:
    """Talk, then search; return what was found."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        (folder / "tmp").mkdir()
        settings = {
            "WENLU_STATE": str(folder / "data"),
            "WENLU_KEYS": str(folder / "keys" / "keys"),
            "WENLU_DATABASE": database,
            "TMPDIR": str(folder / "tmp"),
        }
        cache = cache_folder()
        places = [folder, *([cache] if cache else [])]
        if database == "postgres":
            server = stack.enter_context(running())
            settings["WENLU_DATABASE"] = server.address
            places.append(server.folder)
        command = [sys.executable, "-m", "tests.programmes.canary", "--talk"]
        with (folder / "errors.log").open("wb") as errors:
            subprocess.run(
                [*command, "--without", without],
                env={**os.environ, **settings},
                stderr=errors,
                stdout=errors,
                check=True,
            )
        return searched(places)


def searched(places: list[Path]) -> dict[str, int]:
    """Return how many files and bytes were searched, and how often a word was met."""
    files = size = hits = 0
    for place in places:
        for file in place.rglob("*"):
            if file.is_file():
                held = file.read_bytes()
                files, size = files + 1, size + len(held)
                hits += sum(held.count(one) for one in written())
    return {"files": files, "bytes": size, "hits": hits}


def written() -> Iterator[bytes]:
    """Return every canary as it might be written."""
    for word in CANARIES:
        utf8 = word.encode()
        yield from {
            utf8,
            word.encode("utf-16-le"),
            word.encode("gbk"),
            base64.b64encode(utf8).rstrip(b"=")[:-1],
            json.dumps(word).strip('"').encode(),
            utf8.hex().encode(),
        }


async def _talk(*, tamed: bool) -> None:
    """Write every text to the real program, and break it in the midst.

    Errors go through the program's own last handlers; the files stay open at the end,
    as they are when the machine is seized.
    """
    from bot.app import Messenger, today_in_china  # noqa: PLC0415
    from bot.commands.knowing import knowledge_of  # noqa: PLC0415
    from bot.logs import tame  # noqa: PLC0415
    from bot.storing.contract import Delivery, Kept  # noqa: PLC0415
    from bot.storing.counting import Tally  # noqa: PLC0415
    from bot.storing.opening import open_sessions  # noqa: PLC0415

    if tamed:
        tame()
    sessions, tally = open_sessions(), Tally()
    messenger = Messenger(knowledge_of(), sessions, today_in_china, tally)

    def broken(_: Kept) -> None:
        raise ValueError(*CANARIES)

    for n, text in enumerate(TEXTS):
        words = text.format(*CANARIES)
        for key in (f"{CANARIES[5]}{n}", f"{CANARIES[5]}{n}"):
            one = Delivery(f"telegram:{CANARIES[6]}", CANARIES[4], key)
            await messenger.answer(one, words)
        failing = Delivery("telegram:1", CANARIES[4], f"broken{n}")
        asyncio.create_task(sessions.answer(failing, broken)).add_done_callback(_lose)
    await messenger.answer(Delivery("wechat:1", CANARIES[4], "last"), TEXTS[0])
    await sessions.add(tally.taken())
    _complain()
    await asyncio.sleep(0.2)
    os._exit(0)


def _lose(task: "asyncio.Task[object]") -> None:
    """Raise the task's error where only the loop sees it."""
    task.result()


def _complain() -> None:
    """Write the words to the logs of libraries, as they do."""
    import logging  # noqa: PLC0415

    for name in ("httpx", "telegram.ext", "uvicorn.error", "psycopg.pool", "asyncio"):
        logging.getLogger(name).error("Received data was: %r", CANARIES)
        logging.getLogger(name).warning("POST /%s", CANARIES[6])


if __name__ == "__main__":
    sys.exit(main())
