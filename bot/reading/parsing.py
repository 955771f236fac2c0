"""Parse a file, mending on the way what libyaml refuses."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from bot.core.knowledge import Problem
from bot.reading.events import Tree, read_tree
from bot.reading.faults import told
from bot.reading.linescan import scan
from bot.reading.nodes import Mark, Node
from bot.reading.sources import Found, Source, decode, problem

MOST_ROUNDS = 40
"""Times a file is parsed again after a line was mended."""
Scan: TypeAlias = Callable[[Source], Iterable[Found]]


@dataclass(frozen=True, slots=True)
class Parsed:
    """Hold the root of a file, None when it cannot be read, with the problems.

    `source` has the mended lines in it, so that the rest can be read too.
    """

    source: Source | None
    root: Node | None
    problems: tuple[Problem, ...]


def parse(file: str, data: bytes, scan_lines: Scan = scan) -> Parsed:
    """Return the root of a file and every problem on the way."""
    source, problems = decode(file, data)
    if source is None:
        return Parsed(None, None, problems)
    parsed = reparse(source, scan_lines)
    problems += parsed.problems
    if parsed.root is None and not problems:
        found = Found(Mark(1, 1), "empty", "文件是空的", "写上内容，或者删掉它")
        problems = (problem(source, found),)
    return Parsed(parsed.source, parsed.root, problems)


def reparse(source: Source, scan_lines: Scan = scan) -> Parsed:
    """Return the root of a source, told only of lines that are not yet told of."""
    tree, source, mended = _mending(source, scan_lines)
    found = [one for one in tree.found if one.mark.line not in source.touched]
    problems = (*mended, *(problem(source, one) for one in found))
    return Parsed(source, tree.root, problems)


def _mending(
    source: Source, scan_lines: Scan
) -> tuple[Tree, Source, tuple[Problem, ...]]:
    """Read the tree; where libyaml refuses, mend what is plain and read again."""
    tree = read_tree(source)
    problems: list[Problem] = []
    if tree.fault is not None:
        slips = [one for one in scan_lines(source) if _new(source, one)]
        problems += [problem(source, one) for one in slips]
        source, tree = _again(source, slips)
    for _ in range(MOST_ROUNDS):
        if tree.fault is None:
            break
        found = told(source, tree.fault)
        if not _new(source, found):
            break
        problems.append(problem(source, found))
        if not found.mended:
            break
        source, tree = _again(source, [found])
    return tree, source, tuple(problems)


def _new(source: Source, found: Found) -> bool:
    return found.mark.line not in source.touched


def _again(source: Source, found: Iterable[Found]) -> tuple[Source, Tree]:
    source = source.with_lines({one.mark.line: one.mended for one in found})
    return source, read_tree(source)
