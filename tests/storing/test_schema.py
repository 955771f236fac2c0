"""What could be handed over is what the tables hold, and no more."""

import asyncio
import sqlite3
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest

from bot.storing import schema
from bot.storing.schema import TABLES, Column, handed_over
from bot.storing.sqlite import connect
from tests.storing.server import shared
from tests.storing.test_postgres import counted

COLUMNS = {
    "sessions": ("row", "version", "sealed", "until"),
    "guards": ("row", "until"),
    "counts": ("day", "guide", "n"),
}
"""All that may ever be kept; a further column needs a promise changed (PROMISE.md)."""
FORBIDDEN = ("text", "name", "address", "phone", "created", "updated", "chat", "user")


def held(db: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    names = db.execute("select name from sqlite_schema where type = 'table'")
    return {
        name: tuple(row[1] for row in db.execute(f"pragma table_info({name})"))
        for (name,) in names
    }


def test_the_file_holds_these_columns_and_no_other(tmp_path: Path) -> None:
    db = connect(tmp_path / "s.db")
    assert held(db) == COLUMNS
    db.close()


def test_the_server_holds_these_columns_and_no_other(tmp_path: Path) -> None:
    asyncio.run(counted(tmp_path, 1))
    asked = (
        "select table_name, array_agg(column_name::text order by ordinal_position)"
        " from information_schema.columns where table_schema = 'public' group by 1"
    )
    with psycopg.connect(shared().address) as db:
        assert {name: tuple(columns) for name, columns in db.execute(asked)} == COLUMNS


def test_every_column_is_told_in_plain_words() -> None:
    told = "".join(handed_over())
    for table in TABLES:
        assert table.words in told
        assert all(column.words in told for column in table.columns)


def test_a_column_more_would_be_told_and_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    more = replace(
        TABLES[0], columns=(*TABLES[0].columns, Column("said", "text", "原话"))
    )
    monkeypatch.setattr(schema, "TABLES", (more, *TABLES[1:]))
    db = connect(tmp_path / "s.db")
    assert held(db) != COLUMNS
    assert "原话" in handed_over()[0]
    db.close()


def test_no_column_is_called_after_a_person_or_a_time() -> None:
    names = [column.name for table in TABLES for column in table.columns]
    assert not [name for name in names if name in FORBIDDEN]
