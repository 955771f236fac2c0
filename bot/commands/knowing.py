"""Load the knowledge for a command, or show why it cannot be used."""

import sys
from pathlib import Path

from bot.core.knowledge import Knowledge
from bot.reading import knowledge_folder, load
from bot.reading.showing import show_problems


class UnreadableError(Exception):
    """Tell that the knowledge has errors and nothing may be served."""


def knowledge_of(folder: Path | None = None) -> Knowledge:
    """Return the knowledge of a folder.

    Raises: UnreadableError after the problems were shown on the error stream.
    """
    loaded = load(folder or knowledge_folder())
    if loaded.knowledge is None:
        print(show_problems(loaded.problems), file=sys.stderr)
        print("资料有错，先不对外服务。请按上面的提示改好再试。", file=sys.stderr)
        raise UnreadableError
    return loaded.knowledge
