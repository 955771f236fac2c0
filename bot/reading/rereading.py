"""Read knowledge that this program has read before, from what it kept of it."""

from pathlib import Path

from bot.core.knowledge import Knowledge
from bot.keeping import keep, kept
from bot.reading.folder import UnreadableFileError, bytes_of, version_of
from bot.reading.loading import Loaded, load, load_files
from bot.reading.packing import packed, unpacked
from bot.reading.schema import kind_of

KIND = "knowledge"
PROGRAM = Path(__file__).parents[1]


def load_again(folder: Path) -> Loaded:
    """Return the knowledge of a folder as `load` does, but faster the second time.

    Warnings are only told the first time: they are for `wenlu check`.
    """
    try:
        files = bytes_of(folder)
    except UnreadableFileError:
        return load(folder)
    key = f"{_version(files)} {_program()}"
    known = _known(key)
    if known is not None:
        return Loaded(known, ())
    loaded = load_files(files)
    if loaded.knowledge is not None:
        keep(KIND, key, packed(loaded.knowledge))
    return loaded


def _known(key: str) -> Knowledge | None:
    text = kept(KIND, key)
    return None if text is None else unpacked(text)


def _version(files: dict[str, bytes]) -> str:
    read = {file: kind_of(file) for file in files}
    return version_of(
        {file: files[file] for file, kind in read.items() if kind is not None}
    )


def _program() -> str:
    """Return a print of the code that reads: other code may read otherwise."""
    found = [path.stat() for part in ("reading", "core") for path in _code(part)]
    newest = max(one.st_mtime_ns for one in found)
    return f"{newest} {sum(one.st_size for one in found)}"


def _code(part: str) -> list[Path]:
    return list((PROGRAM / part).glob("*.py"))
