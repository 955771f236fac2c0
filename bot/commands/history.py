"""Ask git for the earlier versions of the knowledge, and keep a new one."""

import io
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path


class NoHistoryError(Exception):
    """Tell that git does not keep the folder, or what it refused."""


def git(folder: Path, *arguments: str) -> bytes:
    """Return what git says in a folder.

    Raises: NoHistoryError when it refuses.
    """
    command = ["git", *arguments]
    try:
        made = subprocess.run(  # noqa: S603 — arguments are words of their own
            command, cwd=folder, capture_output=True, check=True
        )
    except OSError:
        raise NoHistoryError("这台机器上没有 git，没有版本记录") from None
    except subprocess.CalledProcessError as error:
        raise NoHistoryError(error.stderr.decode("utf-8", "replace").strip()) from None
    return made.stdout


def revisions(folder: Path) -> tuple[str, ...]:
    """Return the revisions that changed the folder, the newest first."""
    return tuple(git(folder, "log", "--format=%H", "--", ".").decode().split())


def files_at(folder: Path, revision: str) -> dict[str, bytes]:
    """Return the YAML files of the folder as git kept them; nothing is written."""
    tar = git(folder, "archive", "--format=tar", "--end-of-options", revision)
    return dict(_files(tar))


def _files(archive: bytes) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar:
            file = tar.extractfile(member)
            if file is not None and member.name.endswith(".yaml"):
                yield member.name, file.read()
