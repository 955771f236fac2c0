"""Pause a matter at once: whoever asks is told 「正在核实，请到窗口」."""

import argparse
import os
import tempfile
from datetime import date
from pathlib import Path

from bot.app import today_in_china
from bot.commands.days import day
from bot.core.knowledge import Knowledge
from bot.reading import knowledge_folder, load_again
from bot.reading.nearest import suggestion
from bot.reading.pauses import FILE, with_pause, without_pause

REASON = "正在核对内容"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("matter", nargs="?", default="", help="事项；不写就列出停着的")
    parser.add_argument(
        "--because", default=REASON, help="为什么停，群众看得到，一句不超过40字"
    )
    parser.add_argument("--off", action="store_true", help="恢复回答")
    parser.add_argument("--date", type=day, help="当作这一天")


def run(given: argparse.Namespace) -> int:
    """Write the file of paused matters; a running bot reads it by itself."""
    folder = knowledge_folder()
    knowledge = load_again(folder).knowledge
    if knowledge is None:
        raise SystemExit(
            "资料有错，机器人还在用上一版，停用不会生效；先运行 wenlu check 改好。"
        )
    stopped = {one.matter for one in knowledge.pauses if not one.until}
    if not given.matter:
        print("\n".join(_listed(knowledge)) or "没有停用的事项")
        return 0
    _refuse(knowledge, given, stopped)
    _change(folder / FILE, given, given.date or today_in_china())
    print(
        f"“{given.matter}”恢复回答了。"
        if given.off
        else f"“{given.matter}”停用了：问到它的人会看到“正在核实，请到窗口”。"
        f"核实好了，运行 wenlu pause {given.matter} --off"
    )
    return 0


def _refuse(knowledge: Knowledge, given: argparse.Namespace, stopped: set[str]) -> None:
    if given.matter not in knowledge.matters:
        hint = suggestion(given.matter, knowledge.matters)
        raise SystemExit(f"没有叫“{given.matter}”的事项。{hint}")
    if given.off and given.matter not in stopped:
        raise SystemExit(f"“{given.matter}”没有停用。")
    if not given.off and given.matter in stopped:
        raise SystemExit(f"“{given.matter}”已经停用了。")


def _change(path: Path, given: argparse.Namespace, today: date) -> None:
    text = path.read_text("utf-8") if path.is_file() else ""
    if given.off:
        _write(path, without_pause(text, given.matter, today))
    else:
        _write(path, with_pause(text, given.matter, given.because, today))


def _write(path: Path, text: str) -> None:
    """Write beside the place and move there: a reader sees the old or the new."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".paused-")
    with os.fdopen(handle, "w", encoding="utf-8") as stream:
        stream.write(text)
    Path(name).chmod(path.stat().st_mode if path.is_file() else 0o644)
    Path(name).replace(path)


def _listed(knowledge: Knowledge) -> list[str]:
    return [
        f"{one.matter}：{one.on}起，{one.because}"
        for one in knowledge.pauses
        if not one.until
    ]
