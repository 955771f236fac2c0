"""Open the keeper of talks that the settings name.

Settings: WENLU_DATABASE ("sqlite", the default; "memory"; or "postgresql://…"),
WENLU_STATE (the folder of the database), WENLU_KEYS (the file of the keys, which
should lie where backups do not reach).
"""

import os
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

from bot.storing.clock import SteadyClock
from bot.storing.contract import Sessions, Sums
from bot.storing.memory import MemorySessions

DATABASE = "sessions.db"


def open_sessions(
    settings: Mapping[str, str] = os.environ, clock: Callable[[], float] | None = None
) -> Sessions:
    """Return the keeper; each kind is loaded only when it is wanted."""
    clock = clock or SteadyClock()
    wanted = settings.get("WENLU_DATABASE", "sqlite")
    if wanted == "memory":
        return MemorySessions(clock)
    from bot.storing.keys import Keys  # noqa: PLC0415
    from bot.storing.vault import Vault  # noqa: PLC0415

    vault = Vault(Keys(key_file(settings), clock))
    if wanted.startswith("postgresql:"):
        from bot.storing.postgres import PostgresSessions  # noqa: PLC0415

        return PostgresSessions(wanted, vault, clock)
    from bot.storing.sqlite import SqliteSessions  # noqa: PLC0415

    return SqliteSessions(state_folder(settings) / DATABASE, vault, clock)


async def read_counts(settings: Mapping[str, str] = os.environ) -> Sums:
    """Return the counts, also while another process keeps the talks."""
    if settings.get("WENLU_DATABASE", "sqlite") != "sqlite":
        sessions = open_sessions(settings)
        try:
            return await sessions.counts()
        finally:
            await sessions.close()
    file = state_folder(settings) / DATABASE
    if not file.exists():
        return {}
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as db:
        rows = db.execute("select day, guide, n from counts")
        return {(day, guide): n for day, guide, n in rows}


def state_folder(settings: Mapping[str, str]) -> Path:
    """Return the folder of the database."""
    named = settings.get("WENLU_STATE")
    return Path(named) if named else _home(settings) / "wenlu"


def key_file(settings: Mapping[str, str]) -> Path:
    """Return the file of the keys; it lies outside the folder of the database."""
    named = settings.get("WENLU_KEYS")
    return Path(named) if named else _home(settings) / "wenlu-keys" / "keys"


def _home(settings: Mapping[str, str]) -> Path:
    """Return the user's folder for what programs keep."""
    home = settings.get("XDG_STATE_HOME", "")
    return Path(home) if home.startswith("/") else Path("~/.local/state").expanduser()
