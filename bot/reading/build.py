"""Build the knowledge of files that fit their shapes and each other."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from bot.core.knowledge import (
    Knowledge,
    Matter,
    Note,
    Pause,
    Question,
    SafetyFamily,
    SafetyWords,
    Step,
)
from bot.reading import build_directory, build_letters, build_remedies, build_steps
from bot.reading.downstream import downstream
from bot.reading.fields import Fields
from bot.reading.names import Names
from bot.reading.nodes import Scalar
from bot.reading.schema import ROUTE_MAP, kind_of
from bot.reading.sheets import Sheet
from bot.reading.word_groups import groups_of


def build(sheets: Iterable[Sheet], names: Names, version: str) -> Knowledge:
    """Return the knowledge of all files."""
    building = _Building(tuple(sheets), names)
    return building.directory(building.map(version))


class _Building:
    """Take each kind of file in turn."""

    def __init__(self, sheets: tuple[Sheet, ...], names: Names) -> None:
        self.sheets, self.names = sheets, names
        self.asked = frozenset(names.known("question"))

    def map(self, version: str) -> Knowledge:
        """Return what a talk walks on."""
        steps = tuple(self._steps())
        by_id = {step.id: step for step, _ in steps}
        matters = {one.name: one for one in self._matters()}
        questions = {
            name.text: build_steps.question(name, fields)
            for name, fields in self._entries("questions")
        }
        questions |= {asked.name: asked for _, asked in steps if asked is not None}
        return Knowledge(
            version=version,
            start=self._start(),
            steps=by_id,
            questions=questions,
            matters=matters,
            guides={
                one.name: one
                for one in (build_steps.guide(fields) for fields in self._of("guides"))
            },
            remedies={
                name.text: build_remedies.remedy(name, fields)
                for name, fields in self._entries("remedies")
            },
            clocks={
                name: clock.room for name, clock in self.names.known("clock").items()
            },
            downstream=downstream(by_id, matters),
            renamed=self._renamed(),
        )

    def directory(self, knowledge: Knowledge) -> Knowledge:
        """Return the knowledge with laws, agencies, papers, numbers and words."""
        document, agency = build_directory.document, build_directory.agency
        hotline, year = build_directory.hotline, build_directory.year
        letter, term = build_letters.letter, build_directory.term
        online, right = build_directory.online, build_directory.right
        entries = self._entries
        regions = (build_directory.region(fields) for fields in self._of("regions"))
        laws = (
            build_remedies.law(fields, PurePosixPath(fields.file).stem)
            for fields in self._of("laws")
        )
        years = (year(*entry) for entry in entries("holidays", "years"))
        return replace(
            knowledge,
            documents={n.text: document(n, at) for n, at in entries("documents")},
            letters={n.text: letter(n, at) for n, at in entries("letters")},
            agencies={n.text: agency(n, at) for n, at in entries("agencies")},
            hotlines={n.text: hotline(n, at) for n, at in entries("hotlines")},
            online={n.text: online(n, at) for n, at in entries("online")},
            rights={n.text: right(n, at) for n, at in entries("rights")},
            laws={law.name: law for law in laws},
            years={one.year: one for one in years},
            terms={n.text: term(n, at) for n, at in entries("glossary", "terms")},
            safety=dict(self._families()),
            safety_words=self._safety_words(),
            regions={region.name: region for region in regions},
            phrases=dict(self._phrases()),
            notices=self._notices(),
            pauses=tuple(self._pauses()),
        )

    def _of(self, kind: str) -> Iterator[Fields]:
        for sheet in self.sheets:
            found = kind_of(sheet.file)
            if found is not None and found.name == kind and sheet.root is not None:
                yield Fields(sheet.root, sheet.file, self.names.laws)

    def _entries(self, kind: str, key: str = "") -> Iterator[tuple[Scalar, Fields]]:
        for fields in self._of(kind):
            yield from fields.entries(key or kind)

    def _start(self) -> str:
        for fields in self._of("roads"):
            if fields.file == ROUTE_MAP:
                first = next(name.text for name, _ in fields.entries("steps"))
                return f"{fields.text('road')}/{first}"
        raise AssertionError(ROUTE_MAP)

    def _steps(self) -> Iterator[tuple[Step, Question | None]]:
        for fields in self._of("roads"):
            yield from build_steps.steps(fields.text("road"), fields, self.asked)
        for name, fields in self._entries("guides", "matters"):
            yield from build_steps.steps(name.text, fields, self.asked)

    def _matters(self) -> Iterator[Matter]:
        for fields in self._of("guides"):
            for name, below in fields.entries("matters"):
                yield build_steps.matter(fields, name, below)

    def _renamed(self) -> dict[str, str]:
        return {old: was.now for (_, old), was in self.names.was.items()}

    def _phrases(self) -> Iterator[tuple[str, str]]:
        for name, fields in self._entries("phrases"):
            assert isinstance(fields.node, Scalar)
            yield name.text, fields.node.text

    def _pauses(self) -> Iterator[Pause]:
        for fields in self._of("paused"):
            yield from map(build_directory.pause, fields.items("paused"))

    def _families(self) -> Iterator[tuple[str, SafetyFamily]]:
        for fields in self._of("safety"):
            groups = groups_of(fields.node)
            for name, below in fields.entries("families"):
                yield name.text, build_directory.family(name, below, groups)

    def _safety_words(self) -> SafetyWords:
        for fields in self._of("safety"):
            return build_directory.safety_words(fields, groups_of(fields.node))
        return SafetyWords()

    def _notices(self) -> tuple[Note, ...]:
        every = (fields.notes("notices") for fields in self._of("phrases"))
        return tuple(note for notes in every for note in notes)
