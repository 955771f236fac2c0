"""Say which program this is, so that a changed one can be told from ours."""

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

SIGNS = 12
"""Signs of the hash that are shown."""


@cache
def release() -> str:
    """Return the version of the program and the hash of its files."""
    return f"{_version()}-{program_hash(Path(__file__).parent)}"


def program_hash(folder: Path) -> str:
    """Return the hash of all program files of a folder, by their names."""
    whole = hashlib.sha256()
    for file in sorted(folder.rglob("*.py")):
        name = file.relative_to(folder).as_posix().encode()
        whole.update(name + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()[:SIGNS]


def _version() -> str:
    try:
        return version("wenlu")
    except PackageNotFoundError:  # run from a folder, not installed
        return "0"
