"""Find the folder of the knowledge and read its bytes."""

import os
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from bot.reading.sources import MOST_BYTES

ENVIRONMENT = "WENLU_KNOWLEDGE"
PACKAGE = Path(__file__).parents[1]
HIDDEN = (".", "~")
"""What names of files begin with that editors leave behind."""


class NoKnowledgeError(Exception):
    """Tell that no folder of knowledge was found."""


class UnreadableFileError(Exception):
    """Tell that a file of the knowledge cannot be opened, and why."""

    def __init__(self, file: str, why: str) -> None:
        super().__init__(f"打不开“{file}”：{why}")
        self.file = file


def knowledge_folder() -> Path:
    """Return the folder named by the environment, of the package, or of a checkout.

    Raises: NoKnowledgeError when none of them is there.
    """
    named = os.environ.get(ENVIRONMENT)
    found = (PACKAGE / "_knowledge", PACKAGE.parent / "knowledge")
    for folder in (Path(named),) if named else found:
        if folder.is_dir():
            return folder
    where = f"{ENVIRONMENT} 指的“{named}”" if named else "资料文件夹"
    raise NoKnowledgeError(f"找不到{where}；请把 {ENVIRONMENT} 设成资料的位置。")


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Return every file of the folder that looks meant to be read, by its path there.

    Raises: UnreadableFileError when a file cannot be opened.
    """
    return {
        path.relative_to(folder).as_posix(): read_bytes(path) for path in _meant(folder)
    }


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file, of a huge one only enough to refuse it.

    Raises: UnreadableFileError when it cannot be opened.
    """
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise UnreadableFileError(path.name, str(error.strerror)) from error


def version_of(files: Mapping[str, bytes]) -> str:
    """Return a short print of file names and bytes."""
    made = sha256()
    for name, data in sorted(files.items()):
        made.update(f"{name}\0{len(data)}\0".encode())
        made.update(data)
    return made.hexdigest()[:12]


def _meant(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        name = path.name.lower()
        meant = ".yaml" in name or ".yml" in name
        if meant and path.is_file() and not name.startswith(HIDDEN):
            yield path
