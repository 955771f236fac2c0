"""Load the knowledge for a command, or show why it cannot be used."""

import gc
import sys
from pathlib import Path

from bot.app import today_in_china
from bot.commands.proven import is_proven, remember
from bot.core.knowledge import Knowledge, Problem
from bot.core.pausing import paused
from bot.reading import knowledge_folder, load_again
from bot.reading.showing import show_problems


def knowledge_of(folder: Path | None = None) -> Knowledge:
    """Return the knowledge of a folder as it is served: proven, with its pauses.

    Raises: SystemExit after the problems were shown on the error stream.
    """
    return paused(whole_knowledge_of(folder))


def whole_knowledge_of(folder: Path | None = None) -> Knowledge:
    """Return the knowledge of a folder, read strictly and proven, nothing paused.

    Raises: SystemExit after the problems were shown on the error stream.
    """
    loaded = load_again(folder or knowledge_folder())
    problems = [p for p in loaded.problems if p.severity == "error"]
    if loaded.knowledge is not None:
        problems += unproven(loaded.knowledge)
    if loaded.knowledge is None or problems:
        print(show_problems(problems or loaded.problems), file=sys.stderr)
        print("资料有错，先不对外服务。请按上面的提示改好再试。", file=sys.stderr)
        raise SystemExit(1)
    gc.freeze()  # knowledge never becomes garbage: no turn waits while it is looked at
    return loaded.knowledge


def unproven(knowledge: Knowledge) -> list[Problem]:
    """Prove knowledge that this machine has not seen; remember it when it is sound.

    Returns the errors that stand against it.
    """
    if is_proven(knowledge.version):
        return []
    from bot.proving import prove  # noqa: PLC0415 — only new knowledge needs it

    found = prove(knowledge, today=today_in_china())
    errors = [problem for problem in found if problem.severity == "error"]
    if not errors:
        remember(knowledge.version)
    return errors
