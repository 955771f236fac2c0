"""The schemas of the editor say what the strict reader says."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from bot.reading.examples import EXAMPLES, OTHERWISE, Written
from bot.reading.json_schema import FOLDER, modeline, schema_of, schemas, unnamed
from bot.reading.schema import FILE_KINDS, english_keys, kind_of

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
FILES = sorted(path.relative_to(KNOWLEDGE) for path in KNOWLEDGE.rglob("*.yaml"))


class Core(yaml.SafeLoader):
    """Read as editors do: YAML 1.2, where a day is words and 012 a number."""


Core.yaml_implicit_resolvers = {}
for tag, form, first in (
    ("bool", r"true|false|True|False|TRUE|FALSE", "tfTF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("null", r"null|~|", "n~"),
):
    wanted = re.compile(f"^(?:{form})$")
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", wanted, [*first, ""])


def read(text: str) -> Any:  # noqa: ANN401 — what a file holds
    return json.loads(json.dumps(yaml.load(text, Core)))


def faults_of(value: Any, schema: Any) -> list[str]:  # noqa: ANN401
    found = Draft7Validator(schema).iter_errors(value)
    return [f"{one.json_path}: {one.message}" for one in found]


def faults(file: str, text: str) -> list[str]:
    kind = kind_of(file)
    assert kind is not None
    return faults_of(read(text), schema_of(kind))


@pytest.mark.parametrize("name", schemas())
def test_the_schema_in_the_folder_is_the_one_of_the_reader(name: str) -> None:
    written = (KNOWLEDGE / FOLDER / name).read_text("utf-8")
    assert written == schemas()[name], "运行 wenlu schema"


def test_no_schema_lies_there_that_the_reader_does_not_know() -> None:
    assert {path.name for path in (KNOWLEDGE / FOLDER).iterdir()} == set(schemas())


@pytest.mark.parametrize("kind", FILE_KINDS, ids=lambda kind: kind.name)
def test_every_schema_is_a_right_one(kind: Any) -> None:  # noqa: ANN401
    Draft7Validator.check_schema(schema_of(kind))


@pytest.mark.parametrize("file", FILES, ids=str)
def test_every_file_fits_its_schema_and_names_it(file: Path) -> None:
    text = (KNOWLEDGE / file).read_text("utf-8")
    assert text.startswith(modeline(file.as_posix()) + "\n"), "运行 wenlu fmt"
    assert faults(file.as_posix(), text) == []


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("questions: {}", ["schema-line"]),
        (
            "# 问题\n# yaml-language-server: $schema=schema/questions.json",
            ["schema-line"],
        ),
        ("# yaml-language-server: $schema=schema/questions.json\r\nquestions: {}", []),
    ],
)
def test_a_file_that_names_no_schema_is_told(text: str, rules: list[str]) -> None:
    found = unnamed({"questions.yaml": text.encode(), "stray.yaml": b""})
    assert [one.rule for one in found] == rules


@pytest.mark.parametrize("file", FILES, ids=str)
def test_the_line_leads_to_the_schema(file: Path) -> None:
    named = modeline(file.as_posix()).partition("=")[2]
    assert (KNOWLEDGE / file.parent / named).resolve().is_file()


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("glossary.yaml", "terms: {复查: {plane: 再看一遍}}"),
        ("glossary.yaml", "terms: {复查: {also: [再看]}}"),
        ("hotlines.yaml", "hotlines: {打给谁: {for: 咨询, sure: true}}"),
        ("hotlines.yaml", "hotlines: {12345: {for: 咨询, sure: 大概}}"),
        ("holidays.yaml", "years: {2026: {rests: [2026年10月1日]}}"),
        ("laws/x.yaml", "{law: 法, title: 法, currency: {status: 有效}}"),
        ("stories/x.yaml", "stories: [{story: 甲, date: 2026-12-01, talk: 您好}]"),
        ("roads/x.yaml", "{road: 共同, steps: {甲: {问: 怎么了？}}}"),
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(file: str, text: str) -> None:
    assert faults(file, text)


def keys_of(schema: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401
    if isinstance(schema, list):
        for one in schema:
            yield from keys_of(one)
    if isinstance(schema, dict):
        yield from schema.get("properties", {}).items()
        for one in schema.values():
            yield from keys_of(one)


KEYS = [pair for kind in FILE_KINDS for pair in keys_of(schema_of(kind))]


def test_every_key_is_explained_with_an_example_that_fits() -> None:
    assert {name for name, _ in KEYS} == english_keys()
    for name, key in KEYS:
        assert key["title"] in key["description"]
        wrong = [x for one in key["examples"] for x in faults_of(one, key)]
        assert key["examples"], name
        assert not wrong, (name, wrong)


def test_no_example_is_left_that_no_key_shows() -> None:
    assert set(EXAMPLES) == english_keys()
    shown = [key["examples"] for _, key in KEYS]
    assert all([one] in shown for one in OTHERWISE.values())


@pytest.mark.parametrize("wrong", [3.5, [1], {"a": 1}])
def test_an_example_that_does_not_fit_would_be_seen(wrong: Written) -> None:
    assert faults_of(wrong, dict(KEYS)["kind"])
