"""Gather every text that a citizen may read, with where it stands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from bot.core.knowledge import (
    Advise,
    Basis,
    Knowledge,
    Letter,
    Note,
    Place,
    Question,
    Remedy,
    SafetyFamily,
    When,
)
from bot.proving.citing import local_notes

Kind: TypeAlias = Literal["ask", "label", "say", "card", "gist", "phrase"]


@dataclass(frozen=True, slots=True)
class Text:
    """Hold one text: its kind, its place, when it is shown, what it rests on."""

    text: str
    place: Place
    kind: Kind
    room: str = ""
    """The matter or road it belongs to, or the family of its remedy."""
    when: When = ()
    basis: Basis = ()


def texts(knowledge: Knowledge) -> Iterator[Text]:
    """Return every text that a citizen may read; sayings of citizens are none."""
    return (text for text in _all(knowledge) if text.text.strip())


def _all(knowledge: Knowledge) -> Iterator[Text]:
    rooms = _rooms(knowledge)
    for question in knowledge.questions.values():
        yield from _of_question(question, rooms.get(question.name, ""))
    for step in knowledge.steps.values():
        if isinstance(step, Advise):
            yield from _of_advice(step)
    for remedy in knowledge.remedies.values():
        yield from _of_remedy(remedy)
    for letter in knowledge.letters.values():
        yield from _of_letter(letter)
    yield from _of_papers_and_people(knowledge)
    yield from _of_words(knowledge)
    for region in knowledge.regions.values():
        yield from _notes(local_notes(region), "")
    for family in knowledge.safety.values():
        yield from _of_safety(family)
    yield from _notes(knowledge.notices, "")


def _rooms(knowledge: Knowledge) -> dict[str, str]:
    """Return the room of every question; a shared one belongs to where it starts."""
    found: dict[str, str] = {}
    for step in knowledge.steps.values():
        fact = getattr(step, "fact", "")
        if fact:
            found.setdefault(fact, step.id.partition("/")[0])
    return found


def _of_question(question: Question, room: str) -> Iterator[Text]:
    yield Text(question.ask, question.place, "ask", room)
    yield Text(question.help, question.place, "card", room)
    yield Text(question.label, question.place, "label", room)
    for option in question.options:
        yield Text(option.label, option.place, "label", room)
        yield Text(option.help, option.place, "card", room)


def _of_advice(step: Advise) -> Iterator[Text]:
    room = step.id.partition("/")[0]
    for advised in step.advised:
        yield Text(
            advised.because, advised.place, "card", room, advised.when, advised.basis
        )
        yield Text(advised.place_rule, advised.place, "card", room, advised.when)
    yield from _notes((*step.notes, *step.bring, *step.unhappy), room)
    yield Text(step.say, step.place, "say", room)


def _of_remedy(remedy: Remedy) -> Iterator[Text]:
    place, room = remedy.place, remedy.family
    for words in (
        remedy.label,
        remedy.who,
        remedy.place_rule,
        remedy.no_limit,
        remedy.proof,
        *remedy.papers,
    ):
        yield Text(words, place, "card", room, (), remedy.basis)
    yield Text(remedy.say, place, "say", room)
    yield Text(remedy.again, place, "say", room)
    yield from _notes((*remedy.how, *remedy.duration, *remedy.fee), room)
    for limit in remedy.limits:
        yield Text(limit.note, limit.place, "card", room, limit.when, limit.basis)
    for block in remedy.blocked:
        yield Text(block.because, block.place, "card", room, block.when, block.basis)
    for first in remedy.first:
        yield Text(first.because, first.place, "card", room, first.when, first.basis)
    for following in remedy.next:
        yield Text(following.text, following.place, "card", room, (), following.basis)


def _of_letter(letter: Letter) -> Iterator[Text]:
    """Return the words of a letter; a blank to write on is no word."""
    yield Text(letter.title, letter.place, "card")
    yield Text(letter.copies, letter.place, "card")
    for part in letter.parts:
        yield Text(part.title, part.place, "card")
        yield Text(part.hint, part.place, "card")
        yield from _notes((_unblanked(line) for line in part.lines), "")
    yield from _notes((*letter.attach, *letter.how), "")


def _unblanked(note: Note) -> Note:
    return replace(note, text=note.text.replace("_", ""))


def _of_papers_and_people(knowledge: Knowledge) -> Iterator[Text]:
    for document in knowledge.documents.values():
        for words in (document.title, document.seal, *document.look):
            yield Text(words, document.place, "card")
    for agency in knowledge.agencies.values():
        yield Text(agency.label, agency.place, "label")
        yield Text(agency.does, agency.place, "card")
    for hotline in knowledge.hotlines.values():
        yield Text(hotline.purpose, hotline.place, "card")
    for online in knowledge.online.values():
        yield Text(online.purpose, online.place, "card")
    for right in knowledge.rights.values():
        yield Text(right.plain, right.place, "card", "", (), right.basis)


def _of_words(knowledge: Knowledge) -> Iterator[Text]:
    for term in knowledge.terms.values():
        yield Text(term.plain, term.place, "card", "", (), term.basis)
    for law in knowledge.laws.values():
        for _, article in law.articles:
            yield Text(article.gist, article.place, "gist")
    for words in knowledge.phrases.values():
        yield Text(words, _phrase_place(), "phrase")


def _phrase_place() -> Place:
    """Return where phrases stand; their lines are not kept."""
    return Place("phrases.yaml", 1, 1)


def _of_safety(family: SafetyFamily) -> Iterator[Text]:
    for words in (*family.card, *family.others_card):
        yield Text(words, family.place, "card")


def _notes(notes: Iterable[Note], room: str) -> Iterator[Text]:
    for note in notes:
        yield Text(note.text, note.place, "card", room, note.when, note.basis)
