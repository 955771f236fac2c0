"""Parse a file, mending the slips of an input method on the way."""

from dataclasses import dataclass

from bot.core.knowledge import Problem
from bot.reading.events import read_tree
from bot.reading.nodes import Mark, Node
from bot.reading.sources import Found, Source, decode, problem


@dataclass(frozen=True, slots=True)
class Parsed:
    """Hold the root of a file, None when it cannot be read, with the problems."""

    source: Source | None
    root: Node | None
    problems: tuple[Problem, ...]


def parse(file: str, data: bytes) -> Parsed:
    """Return the root of a file and every problem on the way."""
    source, problems = decode(file, data)
    if source is None:
        return Parsed(None, None, problems)
    tree = read_tree(source)
    problems += tuple(problem(source, one) for one in tree.found)
    if tree.fault is not None:
        problems += (problem(source, Found(tree.fault.mark, "syntax", tree.fault.said)),)
    elif tree.root is None and not tree.found:
        found = Found(Mark(1, 1), "empty", "文件是空的", "写上内容，或者删掉这个文件")
        problems += (problem(source, found),)
    return Parsed(source, tree.root, problems)
