"""Make a sheet for the wall, with its page of notes."""

import argparse

from bot.commands.papers.office import about, made


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the paper."""
    about(parser, "领域的名字，或者“信访”；不写是路线图", "")


def paper(given: argparse.Namespace) -> str:
    """Return the paper."""
    return made("poster", given)
