"""Say what is kept, column by column: the tables and the page 关于 are made from it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["blob", "integer", "text"]


@dataclass(frozen=True, slots=True)
class Column:
    """Name one column, and say in plain words what stands in it."""

    name: str
    kind: Kind
    words: str


@dataclass(frozen=True, slots=True)
class Table:
    """Name one table; its key is the first columns, as many as `keys` says."""

    name: str
    words: str
    columns: tuple[Column, ...]
    keys: int = 1


UNTIL = Column("until", "integer", "到几点作废（取整到5分钟）")
TABLES = (
    Table(
        "sessions",
        "聊天软件里没说完的对话",
        (
            Column("row", "blob", "一个假名（算出它的密钥两天内销毁）"),
            Column("version", "integer", "改过几次"),
            Column("sealed", "blob", "上了锁的回答（没有您本人的号打不开）"),
            UNTIL,
        ),
    ),
    Table(
        "guards",
        "防止一条消息算两遍的记号",
        (Column("row", "blob", "消息编号的假名（连不到对话）"), UNTIL),
    ),
    Table(
        "counts",
        "总数",
        (
            Column("day", "text", "哪天"),
            Column("guide", "text", "哪个领域"),
            Column("n", "integer", "多少次"),
        ),
        keys=2,
    ),
)


def handed_over() -> tuple[str, ...]:
    """Return, line by line, all that could be handed over to whoever demands it."""
    return tuple(
        f"{table.words}：{'、'.join(column.words for column in table.columns)}"
        for table in TABLES
    )


def commands(kinds: Mapping[Kind, str], ending: str = "") -> Iterator[str]:
    """Return the commands that make the tables, in the words of one database."""
    for table in TABLES:
        columns = ", ".join(f"{c.name} {kinds[c.kind]} not null" for c in table.columns)
        key = ", ".join(column.name for column in table.columns[: table.keys])
        yield f"create table {table.name} ({columns}, primary key ({key})){ending}"
        if UNTIL in table.columns:
            yield f"create index {table.name}_until on {table.name} (until)"
