"""List every kind of file that the knowledge consists of."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache

from bot.reading.directory_schema import (
    AGENCIES_FILE,
    DOCUMENTS_FILE,
    GLOSSARY_FILE,
    HOLIDAYS_FILE,
    PAUSED_FILE,
    PHRASES_FILE,
    SAFETY_FILE,
    STORIES_FILE,
)
from bot.reading.letters_schema import LETTERS_FILE
from bot.reading.places_schema import (
    HOTLINES_FILE,
    ONLINE_FILE,
    REGION_FILE,
    RIGHTS_FILE,
)
from bot.reading.remedies_schema import LAW_FILE, REMEDIES_FILE
from bot.reading.shapes import Cases, Many, Named, Record, Shape
from bot.reading.steps_schema import GUIDE_FILE, QUESTIONS_FILE, ROAD_FILE


@dataclass(frozen=True, slots=True)
class FileKind:
    """Describe a kind of file: where it lies, what may stand in it."""

    name: str
    pattern: str
    title: str
    shape: Record
    holds: tuple[str, ...] = ()
    """Kinds of names that such a file defines."""


ROUTE_MAP = "roads/route-map.yaml"
STEPS = ("step", "question")
FILE_KINDS = (
    FileKind("questions", "questions.yaml", "问题", QUESTIONS_FILE, STEPS[1:]),
    FileKind("documents", "documents.yaml", "文书", DOCUMENTS_FILE, ("document",)),
    FileKind("letters", "letters/*.yaml", "材料", LETTERS_FILE, ("letter",)),
    FileKind("agencies", "agencies.yaml", "部门", AGENCIES_FILE, ("agency",)),
    FileKind("hotlines", "hotlines.yaml", "电话", HOTLINES_FILE, ("hotline",)),
    FileKind("online", "online.yaml", "线上入口", ONLINE_FILE, ("online",)),
    FileKind("rights", "rights.yaml", "权利", RIGHTS_FILE, ("right",)),
    FileKind("holidays", "holidays.yaml", "放假安排", HOLIDAYS_FILE),
    FileKind("phrases", "phrases.yaml", "用语", PHRASES_FILE),
    FileKind("glossary", "glossary.yaml", "名词", GLOSSARY_FILE),
    FileKind("safety", "safety.yaml", "安全词", SAFETY_FILE),
    FileKind("paused", "paused.yaml", "停用的事项", PAUSED_FILE),
    FileKind("laws", "laws/*.yaml", "法律", LAW_FILE, ("law", "article")),
    FileKind("remedies", "remedies/*.yaml", "途径", REMEDIES_FILE, ("remedy",)),
    FileKind("roads", "roads/*.yaml", "路线图", ROAD_FILE, STEPS),
    FileKind("guides", "guides/*.yaml", "导引图", GUIDE_FILE, (*STEPS, "matter")),
    FileKind("regions", "regions/*.yaml", "地区", REGION_FILE, ("region",)),
    FileKind("stories", "stories/*.yaml", "对话样例", STORIES_FILE),
)


def kind_of(file: str) -> FileKind | None:
    """Return the kind of a file by its path in the knowledge folder."""
    depth = file.count("/")
    for kind in FILE_KINDS:
        if kind.pattern.count("/") == depth and fnmatchcase(file, kind.pattern):
            return kind
    return None


@cache
def english_keys() -> frozenset[str]:
    """Return every key of every record."""
    return frozenset[str]().union(*_records())


def go_together(keys: Collection[str]) -> bool:
    """Return whether some record knows all these keys."""
    return any(all(key in record for key in keys) for record in _records())


@cache
def _records() -> tuple[frozenset[str], ...]:
    every = (one for kind in FILE_KINDS for one in _records_of(kind.shape))
    return tuple(dict.fromkeys(every))


def _records_of(shape: Shape) -> Iterator[frozenset[str]]:
    match shape:
        case Record():
            yield frozenset(shape.keys)
            for key in shape.keys.values():
                yield from _records_of(key.shape)
        case Many() | Named():
            yield from _records_of(shape.of)
        case Cases():
            for below in (shape.items, *(record for _, record in shape.records)):
                if below is not None:
                    yield from _records_of(below)
        case _:
            return
