"""Load the knowledge of a folder: all of it, or all that is wrong with it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from bot.core.knowledge import Knowledge, Place, Problem
from bot.reading.build import Sheet, build
from bot.reading.checked import Checked
from bot.reading.checking import check
from bot.reading.folder import bytes_of, version_of
from bot.reading.names import collect
from bot.reading.nearest import suggestion
from bot.reading.parsing import parse
from bot.reading.references import resolve
from bot.reading.schema import FILE_KINDS, ROUTE_MAP, FileKind, kind_of
from bot.reading.sources import problem


@dataclass(frozen=True, slots=True)
class Loaded:
    """Hold the knowledge, or None with the errors that stand against it."""

    knowledge: Knowledge | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class ReadFile:
    """Hold one file: what it says, as far as it can be read."""

    file: str
    kind: FileKind
    checked: Checked | None
    sheet: Sheet | None
    problems: tuple[Problem, ...]


def load(folder: Path) -> Loaded:
    """Return the knowledge of a folder with every problem, sorted by place."""
    files = bytes_of(folder)
    return load_files(files)


def load_files(files: dict[str, bytes]) -> Loaded:
    """Return the knowledge of files that are given as bytes by their path."""
    used = {name: data for name, data in files.items() if _is_read(name)}
    read = [read_file(name, data) for name, data in used.items()]
    problems = [one for file in read for one in file.problems]
    checked = [file.checked for file in read if file.checked is not None]
    names, clashes = collect(checked)
    broken = {name for file in read if not file.sheet for name in file.kind.holds}
    resolved = resolve(checked, names, broken)
    problems += [*_missing(files), *_strays(files), *clashes, *resolved.problems]
    problems = _with_hidden(problems, read, resolved.hidden)
    found = tuple(sorted(dict.fromkeys(problems)))
    if any(one.severity == "error" for one in found):
        return Loaded(None, found)
    sheets = [file.sheet for file in read if file.sheet is not None]
    return Loaded(build(sheets, names, version_of(used)), found)


def read_file(file: str, data: bytes) -> ReadFile:
    """Read one file by itself; names of other files are not looked up."""
    kind = kind_of(file)
    assert kind is not None
    parsed = parse(file, data)
    if parsed.root is None or parsed.source is None:
        return ReadFile(file, kind, None, None, parsed.problems)
    checked = check(parsed.source, parsed.root, kind.shape)
    touched = parsed.source.touched
    found = [one for one in checked.found if one.mark.line not in touched]
    problems = [problem(parsed.source, one) for one in found]
    sheet = Sheet(kind.name, file, parsed.root)
    return ReadFile(file, kind, checked, sheet, (*parsed.problems, *problems))


def _is_read(file: str) -> bool:
    kind = kind_of(file)
    return kind is not None and kind.name != "stories"


def _missing(files: Iterable[str]) -> Iterator[Problem]:
    names = set(files)
    if ROUTE_MAP not in names:
        what = "没有路线图的文件"
        right = "写一个，里面是 road: 路线图 和 steps"
        yield Problem(Place(ROUTE_MAP, 1, 1), "missing-file", what, right)
    if not any(name.startswith("guides/") for name in names):
        what, right = "guides 里一个导引图也没有", "至少写一个领域的导引图"
        yield Problem(Place("guides", 1, 1), "missing-file", what, right)


def _strays(files: Iterable[str]) -> Iterator[Problem]:
    patterns = [kind.pattern for kind in FILE_KINDS]
    for file in files:
        if kind_of(file) is None:
            what = "这个文件放的地方或名字不对，不会被读到"
            right = suggestion(file, patterns) or "移到 guides、remedies 等文件夹里"
            yield Problem(
                Place(file, 1, 1), "stray-file", what, right, severity="warning"
            )


def _with_hidden(
    problems: list[Problem], read: Iterable[ReadFile], hidden: int
) -> list[Problem]:
    """Tell at the first cause how much follows from it."""
    causes = [file for file in read if file.sheet is None and file.kind.holds]
    if not hidden or not causes:
        return problems
    first = min(one for one in causes[0].problems)
    what = f"{first.what}（别处还有{hidden}处因此查不到，改好这里再看）"
    return [replace(first, what=what) if one == first else one for one in problems]
