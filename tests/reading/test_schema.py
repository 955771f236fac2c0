"""Walk the schema as an editor's tools will."""

from collections.abc import Iterator

import pytest

from bot.reading.schema import FILE_KINDS, english_keys, go_together, kind_of
from bot.reading.shapes import Cases, Key, Many, Named, Pairs, Record, Shape


def keys_of(shape: Shape, where: str) -> Iterator[tuple[str, Key]]:
    """Return every key below a shape, with the way to it."""
    match shape:
        case Record():
            for name, key in shape.keys.items():
                yield f"{where}.{name}", key
                yield from keys_of(key.shape, f"{where}.{name}")
        case Many() | Named():
            yield from keys_of(shape.of, where)
        case Pairs():
            yield from keys_of(shape.value, where)
        case Cases():
            for below in (shape.text, shape.items, *(one for _, one in shape.records)):
                if below is not None:
                    yield from keys_of(below, where)
        case _:
            return


KEYS = [pair for kind in FILE_KINDS for pair in keys_of(kind.shape, kind.name)]


def test_the_whole_language_can_be_walked() -> None:
    assert len(KEYS) > 150
    assert {way.rpartition(".")[2] for way, _ in KEYS} == english_keys()


@pytest.mark.parametrize(("way", "key"), KEYS, ids=[way for way, _ in KEYS])
def test_every_key_has_a_chinese_title(way: str, key: Key) -> None:
    assert any("一" <= character <= "龥" for character in key.title), way


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("questions.yaml", "questions"),
        ("roads/route-map.yaml", "roads"),
        ("guides/labour.yaml", "guides"),
        ("laws/xinfang-tiaoli.yaml", "laws"),
        ("stories/labour.yaml", "stories"),
        ("guides/sub/labour.yaml", None),
        ("labour.yaml", None),
        ("sub/questions.yaml", None),
    ],
)
def test_a_file_is_known_by_its_path(file: str, kind: str | None) -> None:
    found = kind_of(file)
    assert (found.name if found else None) == kind


def test_keys_of_one_record_go_together() -> None:
    assert go_together(("advise", "notes", "bring"))
    assert not go_together(("advise", "options"))
