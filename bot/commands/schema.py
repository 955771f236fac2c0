"""Write the JSON Schemas that help an editor complete and explain keys."""

import argparse
from pathlib import Path

from bot.reading import knowledge_folder
from bot.reading.json_schema import FOLDER, schemas


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("path", nargs="?", type=Path, help="资料文件夹")
    parser.add_argument(
        "--check", action="store_true", help="只看有没有落后于程序；有就退出码是 1"
    )


def run(given: argparse.Namespace) -> int:
    """Write every schema that is not as the reader has it, and name it."""
    folder = (given.path or knowledge_folder()) / FOLDER
    behind = [name for name, text in schemas().items() if _text(folder, name) != text]
    for name in behind:
        print(f"{FOLDER}/{name}：" + ("落后了" if given.check else "写好了"))
    if not behind:
        print("全部是新的")
    if given.check:
        return int(bool(behind))
    folder.mkdir(exist_ok=True)
    for name in behind:
        (folder / name).write_text(schemas()[name], "utf-8")
    return 0


def _text(folder: Path, name: str) -> str:
    path = folder / name
    return path.read_text("utf-8") if path.is_file() else ""
