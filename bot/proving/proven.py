"""Remember in the user's cache which knowledge was proven, by its version."""

import os
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path


def is_proven(knowledge_version: str) -> bool:
    """Return whether this knowledge was proven by this program before."""
    return _mark(knowledge_version).is_file()


def remember(knowledge_version: str) -> None:
    """Remember that this knowledge was proven; a full disk is no reason to stop."""
    mark = _mark(knowledge_version)
    try:
        mark.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        mark.touch(mode=0o600)
    except OSError:
        return


def cache_folder() -> Path:
    """Return the folder of the user's cache."""
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "wenlu"


def _mark(knowledge_version: str) -> Path:
    try:
        program = version("wenlu")
    except PackageNotFoundError:
        program = "checkout"
    return cache_folder() / "proven" / f"{program}-{knowledge_version}"
