"""Hold what a file says as nodes with marks: every scalar is text."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Mark:
    """Point at a spot of a source.

    Units: line and column count from 1.
    """

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Scalar:
    """Hold a text with where it stands; `style` is the quote or "" when plain."""

    text: str
    start: Mark
    end: Mark
    style: str = ""

    @property
    def empty(self) -> bool:
        """Return whether nothing at all was written."""
        return self.start == self.end


@dataclass(frozen=True, slots=True)
class Mapping:
    """Hold keys with their values, in the order they stand."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    start: Mark
    end: Mark
    flow: bool = False

    def get(self, name: str) -> "Node | None":
        """Return the value of a key; None when it is not there."""
        return next((value for key, value in self.entries if key.text == name), None)

    def key(self, name: str) -> Scalar | None:
        """Return the key itself; None when it is not there."""
        return next((key for key, _ in self.entries if key.text == name), None)


@dataclass(frozen=True, slots=True)
class Sequence:
    """Hold the items of a list."""

    items: tuple["Node", ...]
    start: Mark
    end: Mark
    flow: bool = False


Node: TypeAlias = Scalar | Mapping | Sequence


def is_null(node: Node) -> bool:
    """Return whether the node says that there is nothing."""
    return (
        isinstance(node, Scalar) and not node.style and node.text in ("", "null", "~")
    )


def kind_words(node: Node) -> str:
    """Return what people call this kind of node."""
    match node:
        case Scalar(empty=True):
            return "空的"
        case Scalar():
            return "一段文字"
        case Mapping():
            return "一组“键: 值”"
        case Sequence():
            return "一个列表"
