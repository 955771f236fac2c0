"""Make the list of what a department has to take."""

import argparse

from bot.commands.papers.office import about, made


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the paper."""
    about(parser, "部门的名字，旧名字也行", None)


def paper(given: argparse.Namespace) -> str:
    """Return the paper."""
    return made("agency", given)
