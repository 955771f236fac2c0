"""Take values out of nodes that fit their shape."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from bot.core.knowledge import (
    ALWAYS,
    AgencyRule,
    Basis,
    Citation,
    Note,
    Place,
    Validity,
    When,
)
from bot.reading.nearest import folded
from bot.reading.nodes import Mapping as Map
from bot.reading.nodes import Mark, Node, Scalar, Sequence, is_null
from bot.reading.values import citation_of, day_of, days_of, whole_of


@dataclass(frozen=True, slots=True)
class Fields:
    """Read the keys of a map; what is not there reads as empty."""

    node: Node
    file: str
    laws: Mapping[str, str]
    """Law, as all ways of typing it agree on → its name."""

    def place(self, key: str = "") -> Place:
        """Return the place of the map, or of a key's value."""
        value = self.value(key) if key else None
        return self.at((value or self.node).start)

    def at(self, mark: Mark) -> Place:
        """Return a mark as a place of this file."""
        return Place(self.file, mark.line, mark.column)

    def value(self, key: str) -> Node | None:
        """Return the node of a key; None when it is not there or null."""
        found = self.node.get(key) if isinstance(self.node, Map) else None
        return None if found is None or is_null(found) else found

    def has(self, key: str) -> bool:
        """Return whether the key says something."""
        return self.value(key) is not None

    def of(self, node: Node) -> "Fields":
        """Return the fields of another node of this file."""
        return Fields(node, self.file, self.laws)

    def entries(self, key: str) -> Iterator[tuple[Scalar, "Fields"]]:
        """Return the names under a key, each with its fields."""
        value = self.value(key)
        if isinstance(value, Map):
            for name, node in value.entries:
                yield name, self.of(node)

    def items(self, key: str) -> Iterator["Fields"]:
        """Return the items of a list."""
        value = self.value(key)
        if isinstance(value, Sequence):
            yield from (self.of(item) for item in value.items)

    def below(self, key: str) -> "Fields":
        """Return the fields of the map under a key."""
        return self.of(self.value(key) or Map((), self.node.start, self.node.start))

    def text(self, key: str) -> str:
        """Return the text of a key."""
        value = self.value(key)
        return value.text if isinstance(value, Scalar) else ""

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the texts in the list of a key."""
        value = self.value(key)
        items = value.items if isinstance(value, Sequence) else ()
        return tuple(item.text for item in items if isinstance(item, Scalar))

    def whole(self, key: str) -> int | None:
        """Return the whole number of a key."""
        return whole_of(self.text(key))

    def day(self, key: str) -> date | None:
        """Return the day of a key."""
        return day_of(self.text(key))

    def days(self, key: str) -> frozenset[date]:
        """Return every day in the list of a key."""
        return frozenset(day for text in self.texts(key) for day in days_of(text))

    def truth(self, key: str) -> bool:
        """Return whether the key says true."""
        return self.text(key) == "true"

    def when(self) -> When:
        """Return the condition."""
        return tuple(
            (fact.text, frozenset(_values(fields.node)))
            for fact, fields in self.entries("when")
        )

    def basis(self) -> Basis:
        """Return the citations."""
        value = self.value("basis")
        items = value.items if isinstance(value, Sequence) else ()
        return tuple(self._citation(item) for item in items if isinstance(item, Scalar))

    def _citation(self, item: Scalar) -> Citation:
        law, article, part = citation_of(item.text) or (item.text, "", "")
        name = self.laws.get(folded(law), law)
        return Citation(name, article, part, self.at(item.start))

    def validity(self) -> Validity:
        """Return the days on which it holds."""
        valid = self.below("valid")
        found = Validity(valid.day("from"), valid.day("to"))
        return ALWAYS if found == ALWAYS else found

    def notes(self, key: str) -> tuple[Note, ...]:
        """Return the notes under a key; a plain text is a note without condition."""
        return tuple(self._note(item) for item in self.items(key))

    def _note(self, item: "Fields") -> Note:
        if isinstance(item.node, Scalar):
            return Note(item.node.text, place=item.place())
        return Note(item.text("say"), item.when(), item.basis(), item.place())

    def agencies(self) -> tuple[AgencyRule, ...]:
        """Return the agency rules; a plain name both accepts and decides."""
        name = self.text("agency")
        if name:
            return (AgencyRule(name, name, place=self.place("agency")),)
        return tuple(
            AgencyRule(
                rule.text("accepts"),
                rule.text("decides"),
                rule.when(),
                rule.basis(),
                rule.place(),
            )
            for rule in self.items("agency")
        )


def _values(node: Node) -> Iterator[str]:
    items = node.items if isinstance(node, Sequence) else (node,)
    yield from (item.text for item in items if isinstance(item, Scalar))
