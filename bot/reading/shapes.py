"""Describe what may stand in a file: a small language that tools can walk."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from bot.reading.nodes import Node
from bot.reading.sources import Found

Rule: TypeAlias = Callable[[Node], Iterable[Found]]
"""A check that no single key can make: it looks at the whole node."""


@dataclass(frozen=True, slots=True)
class Text:
    """Take any words; `short` marks words of a list that hold no comma.

    `form` is a pattern they must have, `like` what has it.
    """

    title: str = "文字"
    most: int = 0
    short: bool = False
    form: str = ""
    like: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """Take one of some words."""

    values: tuple[str, ...]
    title: str = "几个词之一"


@dataclass(frozen=True, slots=True)
class Whole:
    """Take a whole number."""

    least: int = 0
    title: str = "整数"


@dataclass(frozen=True, slots=True)
class Day:
    """Take a day: 2026-12-01."""

    title: str = "日期"


@dataclass(frozen=True, slots=True)
class Days:
    """Take a day, or first..last."""

    title: str = "日期或一段日期"


@dataclass(frozen=True, slots=True)
class Truth:
    """Take true or false."""

    title: str = "true 或 false"


@dataclass(frozen=True, slots=True)
class Name:
    """Take the name of something that is defined elsewhere: of kind `of`."""

    of: str
    title: str = "名字"


@dataclass(frozen=True, slots=True)
class Cited:
    """Take one citation: law, space, article."""

    title: str = "依据"


Leaf: TypeAlias = Text | Choice | Whole | Day | Days | Truth | Name | Cited


@dataclass(frozen=True, slots=True)
class Many:
    """Take a list."""

    of: "Shape"
    title: str = "列表"
    least: int = 0
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Key:
    """Describe one key of a record in the words of its readers."""

    shape: "Shape"
    title: str
    note: str = ""
    required: bool = False
    nullable: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """Take keys that are known beforehand."""

    title: str
    keys: Mapping[str, Key]
    rules: tuple[Rule, ...] = ()

    @property
    def needs(self) -> bool:
        """Return whether any key must stand there."""
        return any(key.required for key in self.keys.values())


@dataclass(frozen=True, slots=True)
class Named:
    """Take things by name; each name defines one of kind `defines`."""

    of: "Shape"
    title: str
    defines: str
    least: int = 0
    key: Leaf = Text()


@dataclass(frozen=True, slots=True)
class Pairs:
    """Take names of one kind, each with a value."""

    key: Leaf
    value: "Shape"
    title: str


@dataclass(frozen=True, slots=True)
class When:
    """Take a condition: facts with the values they may have."""

    title: str = "条件"


@dataclass(frozen=True, slots=True)
class Cases:
    """Take one of several shapes, told apart by their form.

    A text takes `text`, a list takes `items`; keys take the record whose marking
    key stands there, the last one if none does.
    """

    title: str
    text: "Shape | None" = None
    items: "Shape | None" = None
    records: tuple[tuple[str, Record], ...] = ()


Shape: TypeAlias = Leaf | Many | Record | Named | Pairs | When | Cases


def need(shape: Shape, title: str, note: str = "") -> Key:
    """Describe a key that must stand there."""
    return Key(shape, title, note, required=True)


def may(shape: Shape, title: str, note: str = "") -> Key:
    """Describe a key that may be left out."""
    return Key(shape, title, note)


def void(shape: Shape, title: str, note: str = "") -> Key:
    """Describe a key that may be left out or be null."""
    return Key(shape, title, note, nullable=True)


TEXT = Text()
TEXTS = Many(TEXT, "文字的列表")
WORDS = Many(Text("词或短句", short=True), "词的列表")
BASIS = Many(Cited(), "依据的列表", least=1)
WHEN = When()
WHEN_KEY = may(WHEN, "条件", "{事实: 值} 都符合才算；一个事实可写几个值：[甲, 乙]")
BASIS_KEY = may(BASIS, "依据", "写成 [信访工作条例 22]：法律名、空格、条号")
NOTE = Cases(
    "一句话",
    text=TEXT,
    records=(
        (
            "say",
            Record(
                "提示",
                {
                    "say": need(TEXT, "说什么", "一句不超过40字"),
                    "when": WHEN_KEY,
                    "basis": BASIS_KEY,
                },
            ),
        ),
    ),
)
NOTES = Many(NOTE, "一句一条的列表")
AGENCY_RULE = Record(
    "部门规则",
    {
        "when": WHEN_KEY,
        "accepts": need(Name("agency", "部门"), "收件的部门"),
        "decides": need(Name("agency", "部门"), "办理的部门"),
        "basis": BASIS_KEY,
    },
)
AGENCIES = Cases(
    "部门",
    text=Name("agency", "部门"),
    items=Many(AGENCY_RULE, "部门规则的列表", least=1),
)
VALID = Record(
    "有效期",
    {
        "from": void(Day(), "从哪天起", "空着写 null"),
        "to": void(Day(), "到哪天止", "空着写 null"),
    },
)
VALID_KEY = may(VALID, "有效期", "{from: 2024-01-01, to: null}")
WAS_KEY = may(WORDS, "旧名", "改名以后，把原来的名字写在这里，回答就不会丢")
