"""Show Problems as a clerk reads them: where, what, the line, the line to copy."""

from collections.abc import Iterable
from unicodedata import east_asian_width

from bot.core.knowledge import Problem

INDENT = "    "
WARNING = "提醒："


def show_problem(problem: Problem) -> str:
    """Return a Problem with its line, a caret under the spot, and the mended line."""
    told = "；".join(part for part in (problem.what, problem.right) if part)
    mark = WARNING if problem.severity == "warning" else ""
    lines = [f"{problem.place}: {mark}{told} [{problem.rule}]"]
    if problem.line.strip():
        lines.append(f"{INDENT}{problem.line.expandtabs(1)}")
        lines.append(f"{INDENT}{' ' * _width(problem)}^")
    if problem.mended:
        lines.append(f"  改成：\n{INDENT}{problem.mended}")
    return "\n".join(lines)


def show_problems(problems: Iterable[Problem]) -> str:
    """Return all Problems, with how many there are."""
    every = tuple(problems)
    errors = sum(one.severity == "error" for one in every)
    shown = [show_problem(one) for one in every]
    counted = f"共{errors}处错误，{len(every) - errors}处提醒。"
    return "\n".join([*shown, counted])


def _width(problem: Problem) -> int:
    """Return the columns a terminal uses before the spot."""
    before = problem.line[: problem.place.column - 1]
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in before)
