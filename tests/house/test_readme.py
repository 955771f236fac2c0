"""What README says is there, and what is there README says."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.cli import COMMANDS, main

ASKED = "您说> "
UNSEEN = frozenset(["__pycache__", "_knowledge"])
SETTING = re.compile(r"\b(?:WENLU|XDG)_[A-Z_]+\b")
MACHINE = re.compile(r"(?<![\w.~])/(?:work|tmp|root|home|opt)\b|https?://")
CHINESE = re.compile(r"\(([一-鿿]+)\)")
DEADLINE = ("信访复查", "--event", "received=2026-08-05", "--date", "2026-08-10")


@pytest.fixture(scope="module")
def readme(root: Path) -> str:
    return (root / "README.md").read_text("utf-8")


def test_the_tree_names_every_folder_and_no_other(root: Path, readme: str) -> None:
    assert set(drawn(readme)) == set(folders(root))


def test_the_tree_names_only_files_that_exist(root: Path, readme: str) -> None:
    files = re.findall(r"^(?:  )?(\w+\.\w+) ", block(readme, "text"), re.MULTILINE)
    assert files
    for name in files:
        assert (root / name).is_file() or (root / "bot" / name).is_file(), name


def test_every_command_is_in_the_table_and_no_other(readme: str) -> None:
    assert list(usages(readme)) == list(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_table_names_every_option_of_a_command(
    readme: str, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main([command, "--help"])
    offered = options(capsys.readouterr().out) - {"--help"}
    assert options(usages(readme)[command]) == offered


def test_the_line_of_route_is_as_written(
    readme: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    written, _ = examples(readme)
    asked = json.dumps({"id": written["id"], "text": written["text"]})
    (tmp_path / "asked.jsonl").write_text(asked, "utf-8")
    with pytest.raises(SystemExit):
        main(["route", "--json", "--file", str(tmp_path / "asked.jsonl")])
    assert shape(json.loads(capsys.readouterr().out)) == shape(written)


def test_the_line_of_deadline_is_as_written(
    readme: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _, written = examples(readme)
    with pytest.raises(SystemExit):
        main(["deadline", *DEADLINE, "--json"])
    assert json.loads(capsys.readouterr().out) == written


def test_the_talk_at_the_head_is_a_real_one(readme: str, root: Path) -> None:
    command, *lines = block(readme, "console").splitlines()
    typed = [x.removeprefix(ASKED) for x in lines if x.startswith(ASKED)]
    said = talked(root, command.split()[2:], "\n".join(typed))
    assert not [x for x in lines if not x.startswith(ASKED) and x not in said]


def test_every_setting_is_in_the_table_and_no_other(root: Path, readme: str) -> None:
    used = {
        name
        for path in (root / "bot").rglob("*.py")
        for name in SETTING.findall(path.read_text("utf-8"))
    }
    assert set(SETTING.findall(readme)) == used


def test_every_dependency_has_its_reason_and_its_licence(
    root: Path, readme: str
) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    notice = (root / "NOTICE").read_text("utf-8").lower()
    for name in map(bare, project["dependencies"]):
        assert f"| {name} |" in readme
        assert name.lower() in notice
    for name in map(bare, project["optional-dependencies"]["dev"]):
        assert name.lower() in notice


def test_every_word_of_the_glossary_is_the_word_of_the_code(
    root: Path, readme: str
) -> None:
    said = dict(defined(root / "bot" / "core"))
    words = re.findall(r"^\| `([A-Z][a-z]+)` \| (\w+) \|", readme, re.MULTILINE)
    assert words
    assert not [name for name, _ in words if name not in said]
    assert not [(n, said[n]) for n, word in words if said[n] not in (word, "")]


def test_every_path_in_the_tables_exists(root: Path, readme: str) -> None:
    paths = re.findall(r"`((?:bot|knowledge|tests)/[\w/.]*)`", readme)
    assert paths
    assert not [path for path in paths if not (root / path).exists()]


@pytest.mark.parametrize("name", ["README.md", "NOTICE", "tests/run.sh", ".ci/run"])
def test_no_place_of_one_machine_is_named(root: Path, name: str) -> None:
    assert not MACHINE.search((root / name).read_text("utf-8"))


@pytest.mark.parametrize("words", ["see /work/x", "in `/tmp`", "from https://x.cn"])
def test_a_place_of_one_machine_would_be_seen(words: str) -> None:
    assert MACHINE.search(words)


def talked(root: Path, command: list[str], words: str) -> list[str]:
    result = subprocess.run(
        [sys.executable, "-m", "bot", *command],
        cwd=root,
        input=words,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return result.stdout.splitlines()


def folders(root: Path) -> Iterator[str]:
    for top in ("bot", "knowledge", "tests"):
        yield f"{top}/"
        for path in (root / top).iterdir():
            mirrored = top == "tests" and (root / "bot" / path.name).is_dir()
            if path.is_dir() and path.name not in UNSEEN and not mirrored:
                yield f"{top}/{path.name}/"


def drawn(readme: str) -> Iterator[str]:
    top = ""
    for line in block(readme, "text").splitlines():
        name = line.split()[0]
        if name.endswith("/"):
            top = "" if not line.startswith(" ") else top
            yield f"{top}{name}"
            top = top or name


def block(readme: str, kind: str) -> str:
    return readme.partition(f"```{kind}\n")[2].partition("```")[0]


def usages(readme: str) -> dict[str, str]:
    rows = re.findall(r"^\| `(wenlu (\w+)[^`]*)` \|", readme, re.MULTILINE)
    return {name: usage for usage, name in rows}


def options(text: str) -> set[str]:
    return set(re.findall(r"--[a-z]+", text))


def examples(readme: str) -> list[dict[str, object]]:
    found = re.findall(r"```json\n(.*?)```", readme, re.DOTALL)
    return [json.loads(text) for text in found]


def shape(value: object) -> object:
    match value:
        case {"facts": _, **others}:
            return {"facts": "by name", **{k: shape(v) for k, v in others.items()}}
        case dict():
            return {k: shape(v) for k, v in value.items()}
        case [first, *_]:
            return [shape(first)]
        case _:
            return type(value).__name__


def bare(requirement: str) -> str:
    return re.split(r"[<>=~!;\[ ]", requirement)[0]


def defined(folder: Path) -> Iterator[tuple[str, str]]:
    for path in folder.glob("*.py"):
        for node in ast.parse(path.read_text("utf-8")).body:
            match node:
                case ast.ClassDef(name=name):
                    chinese = CHINESE.search(ast.get_docstring(node) or "")
                    yield name, chinese[1] if chinese else ""
                case ast.AnnAssign(target=ast.Name(id=name)):
                    yield name, ""
