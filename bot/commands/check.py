"""Read strictly, prove the whole map, look the citations up in the law texts."""

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from bot.app import today_in_china
from bot.commands.days import day
from bot.commands.proven import remember
from bot.core.knowledge import Knowledge, Problem
from bot.proving import (
    LawTextError,
    LockError,
    check_stories,
    measure,
    prove,
    read_lock,
    write_lock,
)
from bot.reading import knowledge_folder, load
from bot.reading.folder import bytes_of
from bot.reading.json_schema import unnamed
from bot.reading.showing import show_problems
from bot.reading.stories import Story, read_stories

LOCK = "laws.lock"
"""The file beside the knowledge that keeps a print of every cited article."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("path", nargs="?", type=Path, help="资料文件夹")
    parser.add_argument(
        "--laws", type=Path, help="法律原文的文件夹：逐条核对，重写条文锁"
    )
    parser.add_argument("--date", type=day, help="当作这一天来查")
    parser.add_argument("--json", action="store_true", help="每个问题输出一行 JSON")


def run(given: argparse.Namespace) -> int:
    """Show every finding; exit 1 when one is an error."""
    folder = given.path or knowledge_folder()
    loaded = load(folder)
    problems = [*loaded.problems]
    if loaded.knowledge is not None:
        problems += unnamed(bytes_of(folder))
        try:
            problems += _proved(loaded.knowledge, folder, given)
        except (LockError, LawTextError) as error:
            raise SystemExit(str(error)) from None
    problems = [_with_line(problem, folder) for problem in problems]
    errors = sum(problem.severity == "error" for problem in problems)
    _show(problems, as_json=given.json)
    if not given.json:
        _sum_up(loaded.knowledge, given, (errors, len(problems) - errors))
    if loaded.knowledge is not None and not errors:
        _keep(loaded.knowledge, folder, given.laws)
    return int(errors > 0)


def _proved(
    knowledge: Knowledge, folder: Path, given: argparse.Namespace
) -> tuple[Problem, ...]:
    today = given.date or today_in_china()
    lock = read_lock(folder / LOCK)
    found = prove(knowledge, laws_dir=given.laws, lock=lock, today=today)
    return (*found, *_of_stories(knowledge, folder))


def _of_stories(knowledge: Knowledge, folder: Path) -> Iterator[Problem]:
    stories: list[Story] = []
    for path in sorted((folder / "stories").glob("*.yaml")):
        read, problems = read_stories(path)
        yield from problems
        stories += read
    yield from check_stories(knowledge, stories)


def _with_line(problem: Problem, folder: Path) -> Problem:
    """Return the Problem with its line, which proofs do not know."""
    path = folder / problem.place.file
    if problem.line or not problem.place.line or not path.is_file():
        return problem
    lines = path.read_text("utf-8").splitlines()
    at = problem.place.line - 1
    return replace(problem, line=lines[at] if at < len(lines) else "")


def _show(problems: Sequence[Problem], *, as_json: bool) -> None:
    if not as_json:
        if problems:
            print(show_problems(problems))
        return
    for problem in problems:
        row = {
            "file": problem.place.file,
            "line": problem.place.line,
            "column": problem.place.column,
            "rule": problem.rule,
            "severity": problem.severity,
            "what": problem.what,
            "right": problem.right,
            "mended": problem.mended,
        }
        print(json.dumps(row, ensure_ascii=False))


def _sum_up(
    knowledge: Knowledge | None, given: argparse.Namespace, counts: tuple[int, int]
) -> None:
    errors, warnings = counts
    print(f"错误 {errors} 个，提醒 {warnings} 个")
    if knowledge is None:
        return
    size = measure(knowledge, given.date or today_in_china())
    print(
        f"事项 {size.matters}，步骤 {size.steps}，问题 {size.questions}，"
        f"途径 {len(knowledge.remedies)}；从头到指引的走法 {size.ways} 种，"
        f"最多问 {size.most_asked} 个问题"
    )


def _keep(knowledge: Knowledge, folder: Path, laws: Path | None) -> None:
    """Keep the lock of articles that were looked up, and that this map is proven."""
    if laws is not None:
        write_lock(knowledge, laws, folder / LOCK)
    remember(knowledge.version)
