"""Find the office of a place; what is not known is said to be so."""

from collections.abc import Iterator, Mapping

from bot.core.facts import Fact
from bot.core.knowledge import AgencyRule, Knowledge, Office
from bot.core.phrases import say
from bot.core.wording import plain_day

PLACE = "事情在哪"
"""The question that asks where the matter happened."""


def agency_name(knowledge: Knowledge, name: str) -> str:
    """Return the name of an agency as it hangs on its door."""
    agency = knowledge.agencies.get(name)
    return agency.label if agency and agency.label else name


def office_lines(
    knowledge: Knowledge,
    rule: AgencyRule | None,
    facts: Mapping[str, Fact],
    hotline: str,
) -> Iterator[str]:
    """Say address, hours and telephone of the office, as far as they are known."""
    fact = facts.get(PLACE)
    region = knowledge.regions.get(str(fact.value)) if fact else None
    offices = region.offices if region else ()
    named = [o for o in offices if rule and o.agency in (rule.accepts, rule.decides)]
    for office in named:
        yield from _office(knowledge, office)
    if region is not None:
        yield say(knowledge, "where_region", region=region.name)
    if not named:
        yield say(knowledge, "where_call")
    yield from hotline_lines(knowledge, hotline)


def hotline_lines(knowledge: Knowledge, number: str) -> Iterator[str]:
    """Say a hotline and when it was last verified; an unsure one goes by 12345."""
    hotline = knowledge.hotlines.get(number)
    if hotline is None:
        return
    if hotline.sure:
        yield say(
            knowledge,
            "where_hotline",
            number=hotline.number,
            purpose=hotline.purpose,
            day=plain_day(hotline.verified_on),
        )
    else:
        yield say(knowledge, "where_hotline_unsure", purpose=hotline.purpose)


def _office(knowledge: Knowledge, office: Office) -> Iterator[str]:
    unknown = say(knowledge, "where_empty")
    yield say(
        knowledge,
        "where_office",
        name=office.name,
        address=office.address or unknown,
        hours=office.hours or unknown,
        tel=office.tel or unknown,
    )
    if office.verified_on:
        yield say(knowledge, "where_verified", day=plain_day(office.verified_on))
