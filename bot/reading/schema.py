"""List every kind of file that the knowledge consists of."""

from dataclasses import dataclass
from fnmatch import fnmatchcase

from bot.reading.directory_schema import (
    AGENCIES_FILE,
    DOCUMENTS_FILE,
    GLOSSARY_FILE,
    HOLIDAYS_FILE,
    HOTLINES_FILE,
    PHRASES_FILE,
    REGION_FILE,
    SAFETY_FILE,
    STORIES_FILE,
)
from bot.reading.remedies_schema import LAW_FILE, REMEDIES_FILE
from bot.reading.shapes import Record
from bot.reading.steps_schema import GUIDE_FILE, QUESTIONS_FILE, ROAD_FILE


@dataclass(frozen=True, slots=True)
class FileKind:
    """Describe a kind of file: where it lies, what may stand in it."""

    name: str
    pattern: str
    title: str
    shape: Record
    needed: bool = False
    holds: tuple[str, ...] = ()
    """Kinds of names that such a file defines."""


ROUTE_MAP = "roads/route-map.yaml"
STEPS = ("step", "question")
FILE_KINDS = (
    FileKind("questions", "questions.yaml", "问题", QUESTIONS_FILE, False, STEPS[1:]),
    FileKind("documents", "documents.yaml", "文书", DOCUMENTS_FILE, False, ("document",)),
    FileKind("agencies", "agencies.yaml", "部门", AGENCIES_FILE, False, ("agency",)),
    FileKind("hotlines", "hotlines.yaml", "电话", HOTLINES_FILE, False, ("hotline",)),
    FileKind("holidays", "holidays.yaml", "放假安排", HOLIDAYS_FILE),
    FileKind("phrases", "phrases.yaml", "用语", PHRASES_FILE),
    FileKind("glossary", "glossary.yaml", "名词", GLOSSARY_FILE),
    FileKind("safety", "safety.yaml", "安全词", SAFETY_FILE),
    FileKind("laws", "laws/*.yaml", "法律", LAW_FILE, False, ("law", "article")),
    FileKind("remedies", "remedies/*.yaml", "途径", REMEDIES_FILE, False, ("remedy",)),
    FileKind("roads", "roads/*.yaml", "路线图", ROAD_FILE, True, STEPS),
    FileKind("guides", "guides/*.yaml", "导引图", GUIDE_FILE, True, (*STEPS, "matter")),
    FileKind("regions", "regions/*.yaml", "地区", REGION_FILE, False, ("region",)),
    FileKind("stories", "stories/*.yaml", "对话样例", STORIES_FILE),
)


def kind_of(file: str) -> FileKind | None:
    """Return the kind of a file by its path in the knowledge folder."""
    depth = file.count("/")
    for kind in FILE_KINDS:
        if kind.pattern.count("/") == depth and fnmatchcase(file, kind.pattern):
            return kind
    return None
