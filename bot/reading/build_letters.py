"""Build letters of nodes that fit their shape."""

from bot.core.letter import Letter, Part
from bot.reading.fields import Fields
from bot.reading.nodes import Scalar


def letter(name: Scalar, fields: Fields) -> Letter:
    """Return the letter that a map describes."""
    return Letter(
        name=name.text,
        title=fields.text("title"),
        remedies=fields.texts("for"),
        families=fields.texts("with"),
        when=fields.when(),
        to=fields.text("to"),
        parts=tuple(_part(item) for item in fields.items("parts")),
        attach=fields.notes("attach"),
        sign=fields.texts("sign"),
        copies=fields.text("copies"),
        how=fields.notes("how"),
        bare=fields.truth("bare"),
        follow=fields.texts("follow"),
        basis=fields.basis(),
        place=fields.at(name.start),
    )


def _part(fields: Fields) -> Part:
    return Part(
        title=fields.text("title"),
        lines=fields.notes("lines"),
        rows=fields.whole("rows") or 0,
        hint=fields.text("hint"),
        basis=fields.basis(),
        place=fields.place(),
    )
