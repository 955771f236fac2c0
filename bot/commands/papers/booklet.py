"""Make the booklet of all fields and words."""

import argparse

from bot.commands.papers.office import about, made


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the paper."""
    about(parser, "不用写", "")


def paper(given: argparse.Namespace) -> str:
    """Return the paper."""
    return made("booklet", given)
