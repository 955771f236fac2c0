"""Read events into nodes: words are words, and YAML's own magic is refused."""

import pytest
import yaml

from bot.reading.events import Limits, MissingLibraryError, read_tree
from bot.reading.nodes import Mapping, Mark, Scalar, Sequence
from bot.reading.sources import source_of


def rules(text: str, limits: Limits | None = None) -> list[tuple[str, int, int]]:
    """Return what is wrong with a text, each with line and column."""
    tree = read_tree(source_of("a.yaml", text), limits or Limits())
    return [(one.rule, one.mark.line, one.mark.column) for one in tree.found]


@pytest.mark.parametrize(
    "word", ["yes", "no", "540", "012333", "9:00", "2026-11-24", "null", "1e3", "0x10"]
)
def test_every_value_is_text(word: str) -> None:
    root = read_tree(source_of("a.yaml", f"甲: {word}")).root
    assert isinstance(root, Mapping)
    assert root.get("甲") == Scalar(word, Mark(1, 4), Mark(1, 4 + len(word)))


def test_nodes_know_where_they_stand() -> None:
    root = read_tree(source_of("a.yaml", "甲:\n  - 乙\n  - '丙'\n")).root
    assert isinstance(root, Mapping)
    items = root.get("甲")
    assert isinstance(items, Sequence)
    assert items.items == (
        Scalar("乙", Mark(2, 5), Mark(2, 6)),
        Scalar("丙", Mark(3, 5), Mark(3, 8), "'"),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲: &a 乙", ("anchor", 1, 4)),
        ("甲: &a 乙\n丙: *a", ("anchor", 1, 4)),
        ("甲: *a", ("alias", 1, 4)),
        ("甲: !!python/name:os.system x", ("tag", 1, 4)),
        ("<<: {甲: 乙}", ("merge", 1, 1)),
        ("甲: 1\n乙: 2\n甲: 3", ("doubled-key", 3, 1)),
        ("甲: {乙: 1, 丙: 2, 乙: 3}", ("doubled-key", 1, 17)),
        ("? [甲]\n: 乙", ("key", 1, 3)),
        ("甲: 1\n---\n乙: 2", ("second-document", 2, 1)),
    ],
)
def test_what_yaml_adds_to_words_is_refused(
    text: str, expected: tuple[str, int, int]
) -> None:
    assert rules(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "limits", "rule"),
    [
        ("[" * 25, Limits(), "too-deep"),
        ("- 甲\n" * 20, Limits(nodes=10), "too-many"),
        (f"甲: {'乙' * 8001}", Limits(), "too-long"),
    ],
    ids=["deep", "many", "long"],
)
def test_a_file_that_is_no_file_of_words_is_refused(
    text: str, limits: Limits, rule: str
) -> None:
    assert [one[0] for one in rules(text, limits)] == [rule]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 24 + "]" * 24,
        f"甲: {'乙' * 8000}",
    ],
    ids=["deep", "long"],
)
def test_what_is_just_small_enough_is_read(text: str) -> None:
    assert rules(text) == []


def test_without_the_deep_guard_the_nest_would_be_read() -> None:
    nest = "[" * 200 + "]" * 200
    assert rules(nest, Limits(depth=1000)) == []
    assert rules(nest) != []


def test_a_missing_libyaml_is_told_in_plain_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr(yaml, "CSafeLoader")
    with pytest.raises(MissingLibraryError, match="libyaml"):
        read_tree(source_of("a.yaml", "甲: 乙"))
