"""Keep a print of every cited article, to notice when the law changes (条文锁)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from json import loads
from pathlib import Path
from typing import TypeAlias

from bot.core.knowledge import Knowledge

Lock: TypeAlias = Mapping[tuple[str, str], str]
"""Law and article → SHA-256 of the article's text when it was last read."""


class LockError(Exception):
    """Tell that a lock file cannot be read."""


class LawTextError(Exception):
    """Tell that the text of a law cannot be read."""


@dataclass(frozen=True, slots=True)
class LawText:
    """Hold the text of a law by article, and what its pack says of it."""

    articles: Mapping[str, str]
    version: str
    currency: str


def read_lock(path: Path) -> Lock:
    """Return the lock of a file; a file that is not there locks nothing.

    Raises: LockError at a line that is not law, article, print.
    """
    if not path.is_file():
        return {}
    lock: dict[tuple[str, str], str] = {}
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        cells = line.split("\t")
        if len(cells) != 3:
            raise LockError(f"{path}:{number}:1: 这一行不是“法律、条、指纹”三栏。")
        lock[cells[0], cells[1]] = cells[2]
    return lock


def write_lock(knowledge: Knowledge, laws_dir: Path, path: Path) -> int:
    """Write the print of every cited article; return how many.

    Raises: LawTextError when a law's text cannot be read.
    """
    rows = sorted(
        f"{name}\t{article}\t{print_of(text)}\n"
        for name, article, text in _cited(knowledge, laws_dir)
    )
    path.write_text("".join(rows), "utf-8")
    return len(rows)


def print_of(text: str) -> str:
    """Return the print of an article's text."""
    return sha256(text.encode("utf-8")).hexdigest()


def read_law(laws_dir: Path, law_id: str) -> LawText | None:
    """Return the text of a law; None when the folder does not hold it.

    Raises: LawTextError when the file is no law.
    """
    path = laws_dir / f"{law_id}.json"
    if not path.is_file():
        return None
    try:
        held = loads(path.read_text("utf-8"))
        articles = {str(no): str(text) for no, text in held["articles"].items()}
        currency = str(held.get("currency", {}).get("status", ""))
        return LawText(articles, str(held.get("version", "")), currency)
    except (ValueError, KeyError, AttributeError, TypeError) as wrong:
        raise LawTextError(f"{path}: 读不出条文。") from wrong


def _cited(knowledge: Knowledge, laws_dir: Path) -> Iterator[tuple[str, str, str]]:
    for law in knowledge.laws.values():
        text = read_law(laws_dir, law.id)
        for number, _ in law.articles:
            if text is not None and number in text.articles:
                yield law.name, number, text.articles[number]
