"""Talk in the terminal."""

import argparse

from bot.app import App, today_in_china
from bot.channels.terminal import standard_streams, talk
from bot.commands.days import day
from bot.commands.knowing import knowledge_of
from bot.storing.memory import MemoryStore


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("--date", type=day, help="当作这一天来问，例如 2026-12-01")


def run(given: argparse.Namespace) -> int:
    """Talk until the input ends."""
    played = given.date
    today = today_in_china if played is None else (lambda: played)
    app = App(knowledge_of(), MemoryStore(), today)
    talk(app, *standard_streams())
    return 0
