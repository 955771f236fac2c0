"""Write each kind of file as JSON Schema, for the editors that staff type in.

It is made from the same shapes that the strict reader holds files against.
Source: JSON Schema draft-07, the one that YAML editors know best.
"""

import json
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from bot.core.knowledge import Place, Problem
from bot.reading.examples import Written, examples
from bot.reading.schema import FILE_KINDS, FileKind, kind_of
from bot.reading.shapes import (
    Cases,
    Choice,
    Cited,
    Day,
    Days,
    Key,
    Leaf,
    Many,
    Named,
    Pairs,
    Record,
    Shape,
    Text,
    Truth,
    When,
    Whole,
)

FOLDER = "schema"
"""The folder beside the files that the schemas lie in."""
DRAFT = "http://json-schema.org/draft-07/schema#"
MODELINE = "# yaml-language-server: $schema="
"""What the first line of a file begins with, so that editors find its schema."""
SCALAR: Written = ["string", "number", "boolean"]
"""What an editor takes plain words for: 12345 and true are words to us."""
Schema: TypeAlias = dict[str, Written]


def schemas() -> dict[str, str]:
    """Return the schema of every kind as text, by file name."""
    return {
        f"{kind.name}.json": json.dumps(schema_of(kind), ensure_ascii=False, indent=1)
        + "\n"
        for kind in FILE_KINDS
    }


def schema_of(kind: FileKind) -> Schema:
    """Return the schema of a kind of file."""
    about = f"{kind.pattern}：{kind.title}"
    return {"$schema": DRAFT, **_schema(kind.shape), "description": about}


def modeline(file: str) -> str:
    """Return the line that names a file's schema; nothing for a stray file."""
    kind = kind_of(file)
    up = "../" * file.count("/")
    return f"{MODELINE}{up}{FOLDER}/{kind.name}.json" if kind else ""


def unnamed(files: Mapping[str, bytes]) -> Iterator[Problem]:
    """Warn of the files whose first line does not name their schema."""
    for file, data in files.items():
        line = modeline(file)
        if line and data.decode("utf-8", "replace").partition("\n")[0].strip() != line:
            what = "第一行没有写编辑器去哪里找这种文件的说明"
            right = f"运行 wenlu fmt，或者自己加上一行 {line}"
            yield Problem(
                Place(file, 1, 1), "schema-line", what, right, "", "", "warning"
            )


def _schema(shape: Shape) -> Schema:
    match shape:
        case Record():
            return _record(shape)
        case Named():
            return _named(shape)
        case Many():
            made: Schema = {"type": "array", "title": shape.title}
            return {**made, "items": _schema(shape.of), "minItems": shape.least}
        case Cases():
            records = [record for _, record in shape.records]
            below = [one for one in (shape.text, shape.items, *records) if one]
            return {"title": shape.title, "anyOf": [_schema(one) for one in below]}
        case Pairs():
            return _object(shape.title, _schema(shape.value))
        case When():
            values: Written = [_words(), {"type": "array", "items": _words()}]
            return _object(shape.title, {"anyOf": values})
        case _:
            return {**_leaf(shape), "title": shape.title}


def _record(shape: Record) -> Schema:
    return {
        "type": "object",
        "title": shape.title,
        "properties": {name: _key(shape, name) for name in shape.keys},
        "required": [name for name, key in shape.keys.items() if key.required],
        "additionalProperties": False,
    }


def _key(record: Record, name: str) -> Schema:
    key: Key = record.keys[name]
    below = _schema(key.shape)
    made: Schema = {"anyOf": [below, {"type": "null"}]} if key.nullable else below
    note = f"{key.title}。{key.note}" if key.note else key.title
    told: Schema = {"title": key.title, "description": note}
    return {**made, **told, "examples": examples(record.title, name)}


def _named(shape: Named) -> Schema:
    below = _schema(shape.of)
    bare = isinstance(shape.of, Record) and not shape.of.needs
    value: Schema = {"anyOf": [below, {"type": "null"}]} if bare else below
    made = _object(shape.title, value)
    return {**made, "minProperties": shape.least, "propertyNames": _name(shape.key)}


def _object(title: str, value: Schema) -> Schema:
    made: Schema = {"type": "object", "title": title, "minProperties": 1}
    return {**made, "additionalProperties": value}


def _name(leaf: Leaf) -> Schema:
    """Return the schema of a name before a colon: to an editor it is words."""
    return {**_leaf(leaf), "type": "string"}


def _words() -> Schema:
    return {"type": SCALAR}


def _leaf(leaf: Leaf) -> Schema:
    match leaf:
        case Text():
            most: Schema = {"maxLength": leaf.most} if leaf.most else {}
            form: Schema = {"pattern": f"^(?:{leaf.form})$"} if leaf.form else {}
            return {**_words(), **most, **form}
        case Choice():
            return {"enum": [*leaf.values, *_truths(leaf.values)]}
        case Truth():
            return {"enum": ["true", "false", True, False]}
        case Whole():
            kinds: Written = ["integer", "string"]
            return {"type": kinds, "minimum": leaf.least, "pattern": "^[0-9]{1,9}$"}
        case Day():
            return {"type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}$"}
        case Days():
            day = "\\d{4}-\\d{2}-\\d{2}"
            return {"type": "string", "pattern": f"^{day}(\\.\\.{day})?$"}
        case Cited():
            return {"type": "string", "pattern": "^\\S+ \\d+(-\\d+)?(\\.\\d+){0,2}$"}
        case _:
            return _words()


def _truths(values: tuple[str, ...]) -> list[Written]:
    """Return the choices that an editor takes for true or false."""
    return [value == "true" for value in values if value in ("true", "false")]
