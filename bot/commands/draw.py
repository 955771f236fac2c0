"""Draw the route map, a road, a guide or a matter."""

import argparse
import sys
from pathlib import Path

from bot.commands.knowing import knowledge_of
from bot.papers.drawing import UnknownPictureError, draw, pages


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("name", nargs="?", default="", help="路、导引图或事项的名字")
    parser.add_argument("-o", "--output", type=Path, help="写到这个 SVG 文件")
    parser.add_argument(
        "--pages", action="store_true", help="分成几张A3：文件名后加 -1、-2 …"
    )


def run(given: argparse.Namespace) -> int:
    """Write the picture to the file, or to the standard output."""
    knowledge = knowledge_of()
    try:
        whole = draw(knowledge, given.name)
        parts = pages(knowledge, given.name) if given.pages else ()
    except UnknownPictureError as error:
        raise SystemExit(str(error)) from None
    if given.output is None:
        sys.stdout.write(whole + "\n")
        return 0
    for number, part in enumerate(parts, 1):
        _write(given.output.with_stem(f"{given.output.stem}-{number}"), part)
    if not parts:
        _write(given.output, whole)
    return 0


def _write(path: Path, picture: str) -> None:
    path.write_text(picture + "\n", encoding="utf-8")
