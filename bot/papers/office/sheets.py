"""Write office papers as HTML that prints as it looks: posters, lists, cards."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.core.advice import advise
from bot.core.cards import write_card
from bot.core.casework import telling
from bot.core.citing import cite
from bot.core.facts import Case, Fact
from bot.core.knowledge import UNSURE, Ask, Knowledge, Remedy
from bot.core.phrases import say
from bot.core.walking import walk
from bot.core.wording import plain_day
from bot.papers.drawing import UnknownPictureError, draw
from bot.papers.office.duties import agency_named, duties, matter_line
from bot.papers.slips import slip_of

HOME = Path(__file__).parent / "templates"
PETITION, FIRST = "信访", "提出信访事项"
"""The family whose remedies, in their order, make the office's own sheet."""
CAPTION_SIGNS = 40
"""Characters that a scrolling line over a door shows at once."""


class UnknownSheetError(Exception):
    """Tell that nothing of the given name can be printed."""


def sheet(knowledge: Knowledge, kind: str, name: str, today: date) -> str:
    """Return an office paper as HTML, the captions as plain text.

    Raises: UnknownSheetError for a name the knowledge does not have.
    """
    return SHEETS[kind](knowledge, name, today)


def _duties(knowledge: Knowledge, name: str, today: date) -> str:
    agency = agency_named(knowledge, name)
    if not agency:
        raise UnknownSheetError(f"没有叫“{name}”的部门")
    return _page(knowledge, "duties.html", today, duties=duties(knowledge, agency))


def _poster(knowledge: Knowledge, name: str, today: date) -> str:
    if name == PETITION:
        return _page(knowledge, "petition.html", today, ways=_chain(knowledge))
    try:
        picture = draw(knowledge, "" if name in ("", "路线图") else name)
    except UnknownPictureError as error:
        raise UnknownSheetError(str(error)) from None
    guide = knowledge.guides.get(name)
    lines = [
        matter_line(knowledge, knowledge.matters[one])
        for one in (guide.matters if guide else ())
    ]
    title = name or "依法依规信访路线图"
    body = picture[picture.index("<svg") :]
    parts = {"title": title, "picture": body, "lines": lines, "guide": guide}
    return _page(knowledge, "poster.html", today, **parts)


def _chain(knowledge: Knowledge) -> list[Remedy]:
    """Return the petition's remedies as each leads to the next, the others after."""
    family = {r.name: r for r in knowledge.remedies.values() if r.family == PETITION}
    waiting = [FIRST, *family]
    chain: dict[str, Remedy] = {}
    while waiting:
        name = waiting.pop(0)
        if name in family and name not in chain:
            chain[name] = family[name]
            led = (one.remedy for one in family[name].next)
            waiting = [*led, *waiting]
    return list(chain.values())


def _booklet(knowledge: Knowledge, name: str, today: date) -> str:
    del name
    fields = [
        (
            guide,
            [matter_line(knowledge, knowledge.matters[one]) for one in guide.matters],
        )
        for guide in knowledge.guides.values()
    ]
    terms = [(t.name, t.plain) for t in knowledge.terms.values()]
    return _page(knowledge, "booklet.html", today, fields=fields, terms=terms)


def _handout(knowledge: Knowledge, name: str, today: date) -> str:
    if name not in knowledge.matters:
        raise UnknownSheetError(f"没有叫“{name}”的事项")
    case = telling(knowledge, Case(name))
    path = walk(knowledge, case, today)
    while isinstance(path.here, Ask):
        case = case.put(path.here.fact, Fact(UNSURE, "skipped"))
        path = walk(knowledge, case, today)
    card = write_card(knowledge, case, (path, advise(knowledge, path, today)), today)
    slip = slip_of(knowledge, card, today)
    return _page(knowledge, "handout.html", today, name=name, card=card, slip=slip)


def _captions(knowledge: Knowledge, name: str, today: date) -> str:
    del name, today
    lines = [
        f"{one.number}：{one.purpose}"
        for one in knowledge.hotlines.values()
        if one.sure
    ]
    lines += [
        f"{remedy.name}：{note.text}"
        for remedy in knowledge.remedies.values()
        for note in (*remedy.duration, *remedy.fee)
    ]
    short = dict.fromkeys(one for one in lines if len(one) <= CAPTION_SIGNS)
    return "".join(f"{one}\n" for one in short)


def _quiz(knowledge: Knowledge, name: str, today: date) -> str:
    del name
    cards = [
        (remedy.name, note.text, cite(knowledge, note.basis))
        for remedy in knowledge.remedies.values()
        for note in remedy.duration
        if note.basis
    ]
    return _page(knowledge, "quiz.html", today, cards=cards)


SHEETS: dict[str, Callable[[Knowledge, str, date], str]] = {
    "agency": _duties,
    "poster": _poster,
    "booklet": _booklet,
    "handout": _handout,
    "captions": _captions,
    "quiz": _quiz,
}
"""Every office paper by kind."""


def _page(knowledge: Knowledge, template: str, today: date, **parts: object) -> str:
    pages = Environment(
        loader=FileSystemLoader(HOME),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return pages.get_template(template).render(
        knowledge=knowledge,
        day=plain_day(today),
        cite=lambda basis: cite(knowledge, basis),
        note=say(knowledge, "source_map"),
        agency=lambda remedy: _accepts(knowledge, remedy),
        **parts,
    )


def _accepts(knowledge: Knowledge, remedy: Remedy) -> str:
    """Return the offices that take a remedy, whoever the case leads to."""
    names = dict.fromkeys(rule.accepts for rule in remedy.agencies)
    known = (knowledge.agencies.get(name) for name in names)
    return "、".join(one.label or one.name for one in known if one) or "看您收到的告知"
