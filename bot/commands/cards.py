"""Find the knowledge that a card was written from, by the card's code."""

from collections.abc import Iterator
from itertools import combinations

from bot.commands.history import NoHistoryError, files_at, revisions
from bot.core.codes import VERSION_SIGNS
from bot.core.knowledge import Knowledge, Pause
from bot.core.pausing import pausing, version_with
from bot.reading import knowledge_folder, load_again
from bot.reading.folder import bytes_of
from bot.reading.loading import load_files, version_of_knowledge

MOST_PAUSED = 3
"""Matters paused at one time that are tried for a card."""


def knowledge_of_card(code: str) -> Knowledge | None:
    """Return the knowledge that a card was written from, pauses and all.

    It is looked for in the files as they are, then in what git kept; None when it
    is in neither.
    Raises: SystemExit when it is kept, but cannot be read any more.
    """
    sign = code.strip().partition("-")[0].lower()
    now = load_again(knowledge_folder()).knowledge
    pauses = now.pauses if now is not None else ()
    for files in _editions():
        version = version_of_knowledge(files)
        for some in _combined(pauses):
            if version_with(version, some)[:VERSION_SIGNS] == sign:
                return pausing(_read(files), some)
    return None


def _editions() -> Iterator[dict[str, bytes]]:
    folder = knowledge_folder()
    yield bytes_of(folder)
    try:
        kept = revisions(folder)
    except NoHistoryError:
        return
    for revision in kept:
        yield files_at(folder, revision)


def _combined(pauses: tuple[Pause, ...]) -> Iterator[tuple[Pause, ...]]:
    for number in range(MOST_PAUSED + 1):
        yield from combinations(pauses, number)


def _read(files: dict[str, bytes]) -> Knowledge:
    knowledge = load_files(files).knowledge
    if knowledge is None:
        raise SystemExit("写这张卡片的那一版资料还在，但现在的程序读不出来了")
    return knowledge
