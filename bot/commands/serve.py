"""Serve the talk on the web."""

import argparse
import os
from pathlib import Path

from starlette.types import ASGIApp

from bot.app import App, today_in_china
from bot.channels.kiosk.furnishing import IDLE_SECONDS, furniture
from bot.channels.kiosk.hall import Hall
from bot.channels.web.live import Live
from bot.channels.web.serving import serve
from bot.channels.web.sessions import Sessions
from bot.channels.web.settings import LOOPBACK, Settings
from bot.channels.web.site import Clocks, site
from bot.commands.days import day
from bot.commands.knowing import unproven, whole_knowledge_of
from bot.commands.platforms import platforms
from bot.commands.watching import Watching
from bot.core.knowledge import Knowledge
from bot.core.pausing import paused
from bot.logs import tame
from bot.reading import knowledge_folder
from bot.reading.reloading import Reloading
from bot.understanding.turning import turn_for

PORT = 8000


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "--name",
        action="append",
        default=[],
        metavar="域名",
        help="对外的域名，可以写几个；不写就只有本机能用。写了就要放在 HTTPS 前端后面",
    )
    parser.add_argument("--bind", default="127.0.0.1", help="在哪个地址上听")
    parser.add_argument("--port", type=int, default=PORT, help="端口")
    parser.add_argument("--kiosk", action="store_true", help="给大厅的触摸屏用")
    parser.add_argument("--desk", default="", metavar="编号", help="这台屏的编号")
    parser.add_argument("--window", default="", metavar="窗口", help="有人帮忙的窗口")
    parser.add_argument(
        "--call", default="", metavar="网址", help="叫人的网址，只把编号发给它"
    )
    parser.add_argument(
        "--paper", choices=("A4", "80mm"), default="A4", help="打印用的纸"
    )
    parser.add_argument("--voices", type=Path, metavar="文件夹", help="录好的声音")
    parser.add_argument(
        "--preview",
        action="store_true",
        help="编写资料时用：毛病、图、对话，存盘就更新",
    )
    parser.add_argument("--date", type=day, help="当作这一天，例如 2026-12-01")


def _settings(given: argparse.Namespace) -> Settings:
    names = frozenset(name.lower() for name in given.name)
    if not given.kiosk:
        return Settings(names)
    if names:
        raise SystemExit("触摸屏只在本机上听：--kiosk 不和 --name 一起用")
    hall = Hall(given.desk, given.window, given.call, given.paper, given.voices)
    return Settings(idle_seconds=IDLE_SECONDS, furniture=furniture(hall))


def run(given: argparse.Namespace) -> int:
    """Serve until told to stop."""
    if not given.name and given.bind not in LOOPBACK:
        raise SystemExit("没有写 --name，只能在本机上听（--bind 127.0.0.1）")
    played = given.date
    today = today_in_china if played is None else (lambda: played)
    if given.preview:
        from bot.commands.previewing import (  # noqa: PLC0415 — for authors only
            serve_preview,
        )

        serve_preview(given.port, today)
        return 0
    settings = _settings(given)
    knowledge, sessions = whole_knowledge_of(), Sessions(settings)
    doors = None if given.kiosk else platforms(paused(knowledge), today, os.environ)

    def made(of: Knowledge) -> ASGIApp:
        of = paused(of)
        if doors is not None:
            doors.use(of)
        turn_for("问路", of, today())  # its words are put in order before it is asked
        app = App(of, sessions, today, doors.tally if doors else None)
        return site(app, of, sessions, settings, Clocks(today))

    live = Live(made, knowledge)
    Watching(Reloading(knowledge_folder(), knowledge, unproven), live).start()
    print(f"问路开在 http://{given.bind}:{given.port} ，按 Ctrl-C 停", flush=True)
    whole = live if doors is None else doors.before(live)
    tame()
    serve(whole, given.bind, given.port, behind_front=settings.secure)
    return 0
