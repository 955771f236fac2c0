"""Load the knowledge of a folder: all of it, or all that is wrong with it."""

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from bot.core.knowledge import Knowledge, Place, Problem
from bot.reading.build import build
from bot.reading.folder import UnreadableFileError, bytes_of, version_of
from bot.reading.names import collect
from bot.reading.nearest import suggestion
from bot.reading.references import resolve
from bot.reading.schema import FILE_KINDS, ROUTE_MAP, FileKind, kind_of
from bot.reading.sheets import Sheet, Sheets


@dataclass(frozen=True, slots=True)
class Loaded:
    """Hold the knowledge, or None with the errors that stand against it."""

    knowledge: Knowledge | None
    problems: tuple[Problem, ...]


def load(folder: Path) -> Loaded:
    """Return the knowledge of a folder with every problem, sorted by place."""
    try:
        return load_files(bytes_of(folder))
    except UnreadableFileError as error:
        place, right = Place(error.file, 1, 1), "检查这个文件的权限"
        return Loaded(None, (Problem(place, "unreadable", str(error), right),))


def load_files(files: Mapping[str, bytes], sheets: Sheets | None = None) -> Loaded:
    """Return the knowledge of files that are given as bytes by their path.

    `sheets` keeps what was read before, for files that are read again and again.
    """
    with _no_collecting():
        return _loaded(files, sheets or Sheets())


def version_of_knowledge(files: Mapping[str, bytes]) -> str:
    """Return the version that knowledge made of files bears, without reading them.

    Stories are not part of it, nor are pauses: they make a version of their own.
    """
    kinds = dict(_kinds(files))
    lasting = (f for f, kind in kinds.items() if kind.name not in ("stories", "paused"))
    return version_of({file: files[file] for file in lasting})


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Keep the collector out: all that is made here is kept, none of it is waste."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _loaded(files: Mapping[str, bytes], kept: Sheets) -> Loaded:
    kinds = {file: kind for file, kind in _kinds(files) if kind.name != "stories"}
    sheets = [kept.read(file, files[file], kinds[file].shape) for file in kinds]
    problems = [one for sheet in sheets for one in sheet.problems]
    checked = [sheet.checked for sheet in sheets if sheet.checked is not None]
    names, clashes = collect(checked)
    broken = [sheet for sheet in sheets if sheet.checked is None]
    lacking = {name for sheet in broken for name in kinds[sheet.file].holds}
    resolved = resolve(checked, names, lacking)
    problems += [*_missing(files), *_strays(files), *clashes, *resolved.problems]
    problems = _with_hidden(problems, broken, resolved.hidden)
    found = tuple(sorted(dict.fromkeys(problems)))
    if any(one.severity == "error" for one in found):
        return Loaded(None, found)
    version = version_of_knowledge(files)
    return Loaded(build(sheets, names, version), found)


def _kinds(files: Iterable[str]) -> Iterator[tuple[str, FileKind]]:
    for file in files:
        kind = kind_of(file)
        if kind is not None:
            yield file, kind


def _missing(files: Mapping[str, bytes]) -> Iterator[Problem]:
    if ROUTE_MAP not in files:
        what = "没有路线图的文件"
        right = "写一个，里面是 road: 路线图 和 steps"
        yield Problem(Place(ROUTE_MAP, 1, 1), "missing-file", what, right)
    if not any(kind.name == "guides" for _, kind in _kinds(files)):
        what, right = "guides 里一个导引图也没有", "至少写一个领域的导引图"
        yield Problem(Place("guides", 1, 1), "missing-file", what, right)


def _strays(files: Iterable[str]) -> Iterator[Problem]:
    patterns = [kind.pattern for kind in FILE_KINDS]
    for file in files:
        if kind_of(file) is None:
            what = "这个文件放的地方或名字不对，不会被读到"
            right = suggestion(file, patterns) or "移到 guides、remedies 等文件夹里"
            place = Place(file, 1, 1)
            yield Problem(place, "stray-file", what, right, severity="warning")


def _with_hidden(
    problems: list[Problem], broken: Iterable[Sheet], hidden: int
) -> list[Problem]:
    """Tell at the first cause how much follows from it."""
    causes = [one for sheet in broken for one in sheet.problems]
    if not hidden or not causes:
        return problems
    first = min(causes)
    what = f"{first.what}（别处还有{hidden}处因此查不到，改好这里再看）"
    return [replace(one, what=what) if one == first else one for one in problems]
