"""Serve the preview of the files that staff are writing."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from bot.app import App
from bot.channels.preview.site import preview
from bot.channels.preview.workshop import Workshop
from bot.channels.web.serving import serve
from bot.commands.versions import knowledge_at
from bot.core.knowledge import Knowledge, Problem
from bot.proving import LockError, prove, read_lock
from bot.reading import knowledge_folder, load
from bot.reading.reloading import Reloading

LAST = "HEAD"
"""The version of git that is shown while the files are not yet right."""


def serve_preview(port: int, today: Callable[[], date]) -> None:
    """Serve on this machine until told to stop."""
    shop = workshop(knowledge_folder(), today)
    print(f"预览开在 http://127.0.0.1:{port} ，存盘就更新；按 Ctrl-C 停", flush=True)
    serve(preview(shop), "127.0.0.1", port, behind_front=False)


def workshop(folder: Path, today: Callable[[], date]) -> Workshop:
    """Return the workshop of a folder; while its files are wrong, the last version.

    Raises: SystemExit when nothing can be shown at all.
    """
    knowledge = load(folder).knowledge or knowledge_at(LAST)
    reloading = Reloading(folder, knowledge, partial(_proved, folder, today))
    reloading.take()
    return Workshop(reloading, lambda k, talks: App(k, talks, today), today)


def _proved(
    folder: Path, today: Callable[[], date], knowledge: Knowledge
) -> Sequence[Problem]:
    try:
        lock = read_lock(folder / "laws.lock")
    except LockError:
        lock = None
    return prove(knowledge, lock=lock, today=today())
