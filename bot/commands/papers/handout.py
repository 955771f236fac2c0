"""Make a sheet for the counter about one matter."""

import argparse

from bot.commands.papers.office import about, made


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the paper."""
    about(parser, "事项的名字", None)


def paper(given: argparse.Namespace) -> str:
    """Return the paper."""
    return made("handout", given)
