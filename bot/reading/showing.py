"""Show Problems as a clerk reads them: where, what, the line, the line to copy."""

from collections.abc import Iterable
from unicodedata import east_asian_width

from bot.core.knowledge import Problem

WARNING = "提醒："
MENDED = "改成："
LONGEST_LINE = 400
"""Characters of a line that is still shown; a longer one hides the words."""
WIDE = "\u3000"
"""A space as wide as a Chinese character, in every font."""


def show_problem(problem: Problem) -> str:
    """Return a Problem with its line, a caret under the spot, and the mended line.

    Lines stand as they are in the file, so that the mended one can be copied.
    """
    told = "；".join(part for part in (problem.what, problem.right) if part)
    mark = WARNING if problem.severity == "warning" else ""
    lines = [f"{problem.place}: {mark}{told} [{problem.rule}]"]
    if problem.line.strip() and len(problem.line) <= LONGEST_LINE:
        lines += [problem.line, f"{_spaces(problem)}^"]
    if problem.mended and len(problem.mended) <= LONGEST_LINE:
        lines += [MENDED, problem.mended]
    return "\n".join(lines)


def show_problems(problems: Iterable[Problem]) -> str:
    """Return all Problems, with how many there are."""
    every = tuple(problems)
    errors = sum(one.severity == "error" for one in every)
    shown = [show_problem(one) for one in every]
    counted = f"共{errors}处错误，{len(every) - errors}处提醒。"
    return "\n".join([*shown, counted])


def _spaces(problem: Problem) -> str:
    """Return spaces as wide as what stands before the spot."""
    before = problem.line[: problem.place.column - 1]
    return "".join(_space(character) for character in before)


def _space(character: str) -> str:
    if character == "\t":
        return "\t"
    return WIDE if east_asian_width(character) in "WF" else " "
