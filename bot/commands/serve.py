"""Serve the talk on the web."""

import argparse

from bot.app import App, today_in_china
from bot.channels.web.serving import serve
from bot.channels.web.sessions import Sessions
from bot.channels.web.settings import LOOPBACK, Settings
from bot.channels.web.site import Clocks, site
from bot.commands.days import day
from bot.commands.knowing import knowledge_of

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
    parser.add_argument("--date", type=day, help="当作这一天，例如 2026-12-01")


def run(given: argparse.Namespace) -> int:
    """Serve until told to stop."""
    if not given.name and given.bind not in LOOPBACK:
        raise SystemExit("没有写 --name，只能在本机上听（--bind 127.0.0.1）")
    played = given.date
    today = today_in_china if played is None else (lambda: played)
    settings = Settings(frozenset(name.lower() for name in given.name))
    knowledge, sessions = knowledge_of(), Sessions(settings)
    app = App(knowledge, sessions, today)
    made = site(app, knowledge, sessions, settings, Clocks(today))
    print(f"问路开在 http://{given.bind}:{given.port} ，按 Ctrl-C 停", flush=True)
    serve(made, given.bind, given.port, behind_front=settings.secure)
    return 0
