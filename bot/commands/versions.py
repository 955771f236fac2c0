"""Read a version of the knowledge: a folder, or a revision of git."""

import io
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

from bot.core.knowledge import Knowledge
from bot.reading import knowledge_folder, load
from bot.reading.loading import Loaded, load_files
from bot.reading.showing import show_problems


def knowledge_at(version: str) -> Knowledge:
    """Return the knowledge of a folder or of a git revision, read strictly.

    Raises: SystemExit when there is no such version, or it cannot be read.
    """
    folder = Path(version)
    loaded = load(folder) if folder.is_dir() else _of_revision(version)
    if loaded.knowledge is None:
        print(show_problems(loaded.problems), file=sys.stderr)
        raise SystemExit(f"“{version}”这一版读不出来，请看上面的提示")
    return loaded.knowledge


def _of_revision(revision: str) -> Loaded:
    """Read what git kept of the knowledge folder; nothing is written anywhere."""
    command = ["git", "archive", "--format=tar", "--end-of-options", revision]
    try:
        made = subprocess.run(  # noqa: S603 — the revision is an argument of its own
            command, cwd=knowledge_folder(), capture_output=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        message = f"“{revision}”既不是文件夹，也不是 git 认得的版本"
        raise SystemExit(message) from None
    return load_files(dict(_files(made.stdout)))


def _files(archive: bytes) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar:
            file = tar.extractfile(member)
            if file is not None and member.name.endswith(".yaml"):
                yield member.name, file.read()
