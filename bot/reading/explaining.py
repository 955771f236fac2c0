"""Explain a node that does not fit by the slip that made it so."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from bot.reading.nodes import Mapping, Node, Scalar, Sequence
from bot.reading.sources import Found, Source


@dataclass(frozen=True, slots=True)
class CutOff:
    """Keep a key that is none, and what made it one."""

    key: Scalar
    found: Found


def cut_off(
    source: Source, node: Mapping, known: Collection[str] | None
) -> Iterator[CutOff]:
    yield from ()


def instead_of(source: Source, node: Node, found: Found, known=frozenset()):
    return (found,)


def long_way_round(source: Source, node: Scalar) -> Iterator[Found]:
    yield from ()


def unlisted(source: Source, node: Sequence) -> Iterator[Found]:
    yield from ()


def in_a_name(source, scalar, known):
    return None
