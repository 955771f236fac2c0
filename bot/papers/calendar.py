"""Write the days that come as a calendar file that any telephone reads (RFC 5545)."""

from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256

from bot.core.agenda import Due, Outcome, agenda, sources
from bot.core.knowledge import Knowledge
from bot.core.phrases import say
from bot.core.wording import plain_day

ALARMS = (7, 3, 1)
"""Days before a last day on which the telephone rings, at nine in the morning."""
NINE = 9
LONGEST_LINE = 75
"""Bytes of a line; what is longer goes on in the next, after a space (3.1)."""
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def calendar_of(
    knowledge: Knowledge, outcome: Outcome, today: date, *, hidden: bool
) -> bytes:
    """Return the file; the same card on the same day gives the same bytes.

    Nothing of the talk is in it beyond what the card says. `hidden` is for cards that
    a glance at the screen could betray: titles tell nothing, notes are left out.
    """
    dues = agenda(knowledge, outcome, today)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//-//-//ZH", "METHOD:PUBLISH"]
    for number, due in enumerate(dues, 1):
        lines += ("BEGIN:VEVENT", f"UID:{_uid(number, due, hidden=hidden)}")
        lines += _event(knowledge, due, today, hidden=hidden)
    lines.append("END:VCALENDAR")
    return b"".join(folded(line) for line in lines)


def folded(line: str) -> bytes:
    """Return a line in pieces of at most 75 bytes that cut no character in two."""
    pieces, piece = [], b""
    for sign in line:
        held = sign.encode()
        if len(piece) + len(held) > LONGEST_LINE:
            pieces.append(piece)
            piece = b" "
        piece += held
    return b"\r\n".join((*pieces, piece)) + b"\r\n"


def _uid(number: int, due: Due, *, hidden: bool) -> str:
    """Return a name by which a calendar knows the day again, not its reader."""
    told = number if hidden else due.title
    return sha256(f"{due.day} {told}".encode()).hexdigest()[:32]


def _event(
    knowledge: Knowledge, due: Due, today: date, *, hidden: bool
) -> Iterator[str]:
    title = say(knowledge, "due_hidden") if hidden else due.title
    notes = () if hidden else (*due.lines, sources(knowledge, due))
    yield f"DTSTAMP:{today:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{due.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{due.day + timedelta(days=1):%Y%m%d}"
    yield "TRANSP:TRANSPARENT"
    yield f"SUMMARY:{title.translate(_ESCAPED)}"
    if notes:
        yield "DESCRIPTION:" + "\n".join(notes).translate(_ESCAPED)
    yield from _alarms(due, title, today)
    yield "END:VEVENT"


def _alarms(due: Due, title: str, today: date) -> Iterator[str]:
    """Ring before a last day; ring once on a day on which to ask."""
    for days in ALARMS if due.kind == "act" else (0,):
        if due.day - timedelta(days=days) < today:
            continue
        whole, hours = (days - 1, 24 - NINE) if days else (0, NINE)
        yield "BEGIN:VALARM"
        yield "ACTION:DISPLAY"
        yield f"DESCRIPTION:{plain_day(due.day)}：{title}".translate(_ESCAPED)
        yield f"TRIGGER:{'-' if days else ''}P{f'{whole}D' if whole else ''}T{hours}H"
        yield "END:VALARM"
