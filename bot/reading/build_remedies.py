"""Build remedies and laws of nodes that fit their shape."""

from typing import cast

from bot.core.knowledge import (
    Article,
    Block,
    Cap,
    Currency,
    First,
    Law,
    Length,
    Limit,
    Next,
    Remedy,
    Unit,
)
from bot.reading.fields import Fields
from bot.reading.names import DEFAULT_CLOCK
from bot.reading.nodes import Scalar

TRUTHS = {"true": True, "false": False}


def remedy(name: Scalar, fields: Fields) -> Remedy:
    """Return the remedy that a map describes."""
    return Remedy(
        name=name.text,
        code=fields.text("code"),
        family=fields.text("family"),
        label=fields.text("label"),
        who=fields.text("who"),
        agencies=fields.agencies(),
        place_rule=fields.text("place"),
        limits=tuple(_limit(name.text, item) for item in fields.items("limits")),
        no_limit=fields.text("no_limit"),
        duration=fields.notes("duration"),
        fee=fields.notes("fee"),
        how=fields.notes("how"),
        papers=fields.texts("papers"),
        say=fields.text("say"),
        again=fields.text("again"),
        proof=fields.text("proof"),
        blocked=tuple(_block(item) for item in fields.items("blocked")),
        first=tuple(_first(item) for item in fields.items("first")),
        next=tuple(_next(item) for item in fields.items("next")),
        excludes=fields.texts("excludes"),
        hotline=fields.text("hotline"),
        online=fields.text("online"),
        basis=fields.basis(),
        human=fields.truth("human"),
        valid=fields.validity(),
        was=fields.texts("was"),
        place=fields.at(name.start),
    )


def _limit(remedy_name: str, fields: Fields) -> Limit:
    cap = fields.below("cap")
    return Limit(
        clock=fields.text("clock") or f"{remedy_name}{DEFAULT_CLOCK}",
        who=fields.text("who"),
        length=_length(fields),
        starts=fields.texts("from"),
        when=fields.when(),
        cap=Cap(_length(cap), cap.texts("from")) if fields.has("cap") else None,
        interrupted=fields.texts("interrupted"),
        post_counts=TRUTHS.get(fields.text("post_counts")),
        moves=True if fields.text("holiday_rule") == "顺延" else None,
        basis=fields.basis(),
        note=fields.text("note"),
        valid=fields.validity(),
        place=fields.place(),
    )


def _length(fields: Fields) -> Length:
    return Length(fields.whole("length") or 0, cast("Unit", fields.text("unit")))


def _block(fields: Fields) -> Block:
    because = fields.text("because")
    return Block(fields.when(), because, fields.basis(), fields.place())


def _first(fields: Fields) -> First:
    return First(
        fields.text("remedy"),
        fields.when(),
        fields.text("because"),
        fields.basis(),
        fields.place(),
    )


def _next(fields: Fields) -> Next:
    return Next(
        fields.text("event"),
        fields.text("do"),
        fields.text("remedy"),
        fields.basis(),
        fields.place(),
    )


def law(fields: Fields, law_id: str) -> Law:
    """Return the law that a file holds."""
    currency = fields.below("currency")
    return Law(
        name=fields.text("law"),
        id=law_id,
        title=fields.text("title"),
        version=fields.day("version"),
        effective=fields.day("effective"),
        currency=cast("Currency", currency.text("status")),
        as_of=currency.day("as_of"),
        since=currency.day("since"),
        note=currency.text("note"),
        successor=currency.text("by"),
        changed=currency.texts("articles"),
        articles=tuple(_article(*entry) for entry in fields.entries("articles")),
        place=fields.place("law"),
    )


def _article(number: Scalar, fields: Fields) -> tuple[str, Article]:
    place = fields.at(number.start)
    return number.text, Article(fields.text("gist"), fields.text("key"), place)
