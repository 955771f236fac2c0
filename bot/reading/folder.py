"""Find the folder of the knowledge and read its bytes."""

import os
from hashlib import sha256
from pathlib import Path

ENVIRONMENT = "WENLU_KNOWLEDGE"
PACKAGE = Path(__file__).parents[1]


class NoKnowledgeError(Exception):
    """Tell that no folder of knowledge was found."""


def knowledge_folder() -> Path:
    """Return the folder named by the environment, of the package, or of a checkout.

    Raises: NoKnowledgeError when none of them is there.
    """
    named = os.environ.get(ENVIRONMENT)
    if named:
        return Path(named)
    for folder in (PACKAGE / "_knowledge", PACKAGE.parent / "knowledge"):
        if folder.is_dir():
            return folder
    raise NoKnowledgeError(f"找不到资料文件夹；请把 {ENVIRONMENT} 设成它的位置。")


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Return every file of the folder that is meant to be YAML, by its path there."""
    paths = (path for path in folder.rglob("*") if path.suffix in (".yaml", ".yml"))
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(paths)
        if path.is_file() and not path.name.startswith(".")
    }


def version_of(files: dict[str, bytes]) -> str:
    """Return a short print of file names and bytes."""
    print_ = sha256()
    for name, data in sorted(files.items()):
        print_.update(f"{name}\0{len(data)}\0".encode())
        print_.update(data)
    return print_.hexdigest()[:12]
