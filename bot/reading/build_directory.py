"""Build agencies, papers, numbers, places and words of nodes that fit their shape."""

from collections.abc import Mapping
from dataclasses import fields as fields_of

from bot.core.knowledge import (
    Agency,
    Document,
    Hotline,
    LocalHotline,
    LocalRule,
    Office,
    Online,
    Pause,
    Region,
    Right,
    SafetyFamily,
    SafetyWords,
    Service,
    Term,
    Year,
)
from bot.reading.fields import Fields
from bot.reading.nodes import Scalar
from bot.reading.word_groups import composed


def document(name: Scalar, fields: Fields) -> Document:
    """Return the paper that a map describes."""
    return Document(
        name=name.text,
        title=fields.text("title"),
        also=fields.texts("also"),
        seal=fields.text("seal"),
        look=fields.texts("look"),
        day=fields.text("day"),
        place=fields.at(name.start),
    )


def agency(name: Scalar, fields: Fields) -> Agency:
    """Return the agency that a map describes."""
    return Agency(
        name=name.text,
        label=fields.text("label"),
        also=fields.texts("also"),
        level=fields.text("level"),
        does=fields.text("does"),
        hotline=fields.text("hotline"),
        place=fields.at(name.start),
    )


def hotline(number: Scalar, fields: Fields) -> Hotline:
    """Return the telephone number that a map describes."""
    return Hotline(
        number=number.text,
        purpose=fields.text("for"),
        sure=fields.truth("sure"),
        hours=fields.text("hours"),
        source=fields.text("source"),
        verified_on=fields.day("verified_on"),
        valid=fields.validity(),
        region=fields.text("region"),
        status=fields.text("status"),
        place=fields.at(number.start),
    )


def online(name: Scalar, fields: Fields) -> Online:
    """Return the entry on the web that a map describes."""
    return Online(
        name=name.text,
        purpose=fields.text("for"),
        sure=fields.truth("sure"),
        does=fields.texts("does"),
        address=fields.text("address"),
        status=fields.text("status"),
        source=fields.text("source"),
        verified_on=fields.day("verified_on"),
        place=fields.at(name.start),
    )


def right(name: Scalar, fields: Fields) -> Right:
    """Return the right that a map describes."""
    return Right(
        name=name.text,
        plain=fields.text("plain"),
        families=fields.texts("families"),
        basis=fields.basis(),
        place=fields.at(name.start),
    )


def year(number: Scalar, fields: Fields) -> Year:
    """Return the year that a map describes."""
    return Year(
        year=int(number.text),
        rests=fields.days("rests"),
        works=fields.days("works"),
        source=fields.text("source"),
        verified_on=fields.day("verified_on"),
        place=fields.at(number.start),
    )


def term(name: Scalar, fields: Fields) -> Term:
    """Return the word that a map explains."""
    return Term(
        name.text,
        fields.text("plain"),
        fields.texts("also"),
        fields.basis(),
        fields.at(name.start),
    )


def family(
    name: Scalar, fields: Fields, groups: Mapping[str, tuple[str, ...]]
) -> SafetyFamily:
    """Return the danger that a map describes, its phrases with their groups' words."""
    return SafetyFamily(
        name=name.text,
        signal=fields.text("signal"),
        says=_composed(fields, "says", groups),
        hints=_composed(fields, "hints", groups),
        denials=_composed(fields, "denials", groups),
        card=fields.texts("card"),
        others_card=fields.texts("others_card"),
        hotlines=fields.texts("hotlines"),
        place=fields.at(name.start),
    )


def safety_words(fields: Fields, groups: Mapping[str, tuple[str, ...]]) -> SafetyWords:
    """Return what takes the danger from words, or gives it to somebody else."""
    return SafetyWords(
        *(_composed(fields, kind.name, groups) for kind in fields_of(SafetyWords))
    )


def _composed(
    fields: Fields, key: str, groups: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    return tuple(composed(phrase, groups) for phrase in fields.texts(key))


def region(fields: Fields) -> Region:
    """Return the place that a file describes."""
    return Region(
        name=fields.text("region"),
        also=fields.texts("also"),
        within=fields.text("within"),
        level=fields.text("level"),
        here=fields.truth("here"),
        townships=fields.texts("townships"),
        offices=tuple(_office(item) for item in fields.items("offices")),
        services=tuple(_service(item) for item in fields.items("services")),
        hotlines=tuple(_local_hotline(item) for item in fields.items("hotlines")),
        rules=tuple(_local_rule(item) for item in fields.items("rules")),
        notes=fields.notes("notes"),
        source=fields.text("source"),
        verified_on=fields.day("verified_on"),
        place=fields.place("region"),
    )


def pause(fields: Fields) -> Pause:
    """Return a matter that is not to be answered."""
    on = fields.day("on")
    assert on is not None
    return Pause(
        matter=fields.text("matter"),
        because=fields.text("because"),
        on=on,
        until=fields.day("until"),
        place=fields.place(),
    )


def _office(fields: Fields) -> Office:
    return Office(
        agency=fields.text("agency"),
        name=fields.text("name"),
        address=fields.text("address"),
        hours=fields.text("hours"),
        tel=fields.text("tel"),
        source=fields.text("source"),
        verified_on=fields.day("verified_on"),
        place=fields.place(),
    )


def _service(fields: Fields) -> Service:
    return Service(
        kind=fields.text("kind"),
        name=fields.text("name"),
        township=fields.text("township"),
        desks=fields.texts("desks"),
        address=fields.text("address"),
        hours=fields.text("hours"),
        tel=fields.text("tel"),
        post=fields.text("post"),
        how=fields.notes("how"),
        source=fields.text("source"),
        verified_on=fields.day("verified_on"),
        place=fields.place(),
    )


def _local_hotline(fields: Fields) -> LocalHotline:
    return LocalHotline(
        number=fields.text("number"),
        status=fields.text("status"),
        source=fields.text("source"),
        verified_on=fields.day("verified_on"),
        place=fields.place(),
    )


def _local_rule(fields: Fields) -> LocalRule:
    return LocalRule(
        name=fields.text("name"),
        year=fields.whole("year") or 0,
        on=fields.truth("on"),
        says=fields.notes("says"),
        note=fields.text("note"),
        source=fields.text("source"),
        verified_on=fields.day("verified_on"),
        place=fields.place(),
    )
