"""Find the office of a place; what is not known is said to be so."""

from collections.abc import Iterator, Mapping

from bot.core.citing import cite
from bot.core.facts import Fact
from bot.core.knowledge import (
    AgencyRule,
    Knowledge,
    LocalHotline,
    LocalRule,
    Note,
    Office,
    Region,
    Remedy,
    Service,
)
from bot.core.phrases import say
from bot.core.wording import plain_day

PLACE = "事情在哪"
"""The question that asks where the matter happened."""
REVIEWS = ("信访复查", "信访复核")
"""Remedies that a place's body of review takes."""
MERGED = ("并入12345", "已取消")
"""States of a hotline that a place no longer answers by itself."""
ADDRESS = {"address": "地址", "hours": "时间", "tel": "电话"}
DAYS = {"hours": "哪天", "address": "地点"}
FIELDS: dict[str, dict[str, str]] = {
    "多元化解中心": ADDRESS,
    "乡镇中心": ADDRESS,
    "村社区": ADDRESS,
    "接待场所": ADDRESS,
    "复查复核机关": {"address": "收件地址", "post": "寄到", "tel": "电话"},
    "领导接待": DAYS,
    "领导下访": DAYS,
    "律师值班": DAYS,
    "调解员值班": DAYS,
    "听证": {},
    "代理": {},
    "代表": {},
}
"""Kind of local service → what a citizen has to know of it, with its label."""
KINDS = tuple(FIELDS)
CENTRES = ("多元化解中心", "乡镇中心", "村社区")
ON_CARDS: dict[str, tuple[str, ...]] = {
    "信访": (
        *CENTRES,
        "接待场所",
        "领导接待",
        "领导下访",
        "律师值班",
        "调解员值班",
        "听证",
        "代理",
        "代表",
    ),
    "调解": (*CENTRES, "调解员值班"),
    "复议": CENTRES[:1],
    "救助": CENTRES[:1],
    "人工": (*CENTRES, "律师值班"),
}
"""Family of remedies → local services that its cards name."""


def agency_name(knowledge: Knowledge, name: str) -> str:
    """Return the name of an agency as it hangs on its door."""
    agency = knowledge.agencies.get(name)
    return agency.label if agency and agency.label else name


def agency_lines(knowledge: Knowledge, name: str) -> Iterator[str]:
    """Say what an agency is called today, was called before, and does."""
    agency = knowledge.agencies.get(name)
    if agency is None:
        return
    yield say(knowledge, "agency_is", agency=agency.label or name, does=agency.does)
    if agency.also:
        yield say(knowledge, "agency_also", names="、".join(agency.also))
    yield from hotline_lines(knowledge, agency.hotline)


def region_of(knowledge: Knowledge, facts: Mapping[str, Fact]) -> Region | None:
    """Return the region that a case names, if staff wrote of it."""
    fact = facts.get(PLACE)
    return knowledge.regions.get(str(fact.value)) if fact else None


def office_lines(
    knowledge: Knowledge,
    rule: AgencyRule | None,
    facts: Mapping[str, Fact],
    remedy: Remedy,
) -> Iterator[str]:
    """Say address, hours and telephone of the office, as far as they are known."""
    region = region_of(knowledge, facts)
    offices = region.offices if region else ()
    named = [o for o in offices if rule and o.agency in (rule.accepts, rule.decides)]
    for office in named:
        yield from _office(knowledge, office)
    if region is not None:
        yield say(knowledge, "where_region", region=region.name)
        yield from _on_card(knowledge, region, remedy)
    if not named:
        yield say(knowledge, "where_call")
    yield from hotline_lines(knowledge, remedy.hotline, region)
    yield from online_lines(knowledge, remedy.online)


def hotline_lines(
    knowledge: Knowledge, number: str, region: Region | None = None
) -> Iterator[str]:
    """Say a hotline and when it was last verified; an unsure one goes by 12345."""
    hotline = knowledge.hotlines.get(number)
    if hotline is None:
        return
    local = {one.number: one.status for one in region.hotlines} if region else {}
    if local.get(number) in MERGED:
        yield say(knowledge, "where_hotline_merged", purpose=hotline.purpose)
    elif hotline.sure:
        yield say(
            knowledge,
            "where_hotline",
            number=hotline.number,
            purpose=hotline.purpose,
            day=plain_day(hotline.verified_on),
        )
    else:
        yield say(knowledge, "where_hotline_unsure", purpose=hotline.purpose)


def online_lines(knowledge: Knowledge, name: str) -> Iterator[str]:
    """Say where it can be done on the web; an unsure entry goes by 12345."""
    online = knowledge.online.get(name)
    if online is None:
        return
    does = "、".join(online.does) or online.purpose
    code = "where_online" if online.sure else "where_online_unsure"
    yield say(knowledge, code, name=name, does=does, address=online.address)


def region_lines(knowledge: Knowledge, region: Region) -> Iterator[str]:
    """Say everything that is known of a place, and of what it is not known."""
    yield say(knowledge, "region_head", region=region.name, within=region.within)
    if region.townships:
        yield say(knowledge, "region_townships", names="、".join(region.townships))
    for office in region.offices:
        yield from _office(knowledge, office)
    if not region.offices:
        yield say(knowledge, "where_call")
    yield say(knowledge, "region_village")
    yield from _services(knowledge, region)
    yield from (_local(knowledge, one) for one in region.hotlines)
    for rule in region.rules:
        yield from _rule(knowledge, rule)
    yield from (_note(knowledge, note) for note in region.notes)
    if region.verified_on:
        yield say(
            knowledge,
            "region_source",
            source=region.source,
            day=plain_day(region.verified_on),
        )


def _services(knowledge: Knowledge, region: Region) -> Iterator[str]:
    """Say every kind of service; those nobody wrote of are to be asked at 12345."""
    for kind in KINDS:
        for service in _of_kind(region, kind):
            yield from _service(knowledge, service)
    known = {service.kind for service in region.services}
    if unknown := "、".join(kind for kind in KINDS if kind not in known):
        yield say(knowledge, "region_unknown", names=unknown)


def _on_card(knowledge: Knowledge, region: Region, remedy: Remedy) -> Iterator[str]:
    kinds = ON_CARDS.get(remedy.family, ())
    if remedy.name in REVIEWS:
        kinds = ("复查复核机关", *kinds)
    for kind in kinds:
        for service in _of_kind(region, kind):
            yield from _service(knowledge, service)
    if remedy.family == "信访":
        for rule in region.rules:
            yield from (_note(knowledge, note) for note in rule.says if rule.on)


def _of_kind(region: Region, kind: str) -> Iterator[Service]:
    return (service for service in region.services if service.kind == kind)


def _service(knowledge: Knowledge, service: Service) -> Iterator[str]:
    fields = FIELDS[service.kind].items()
    values = {label: getattr(service, key) for key, label in fields}
    known = [f"{label}：{value}" for label, value in values.items() if value]
    unknown = [label for label, value in values.items() if not value]
    if unknown:
        names = "、".join(unknown)
        known.append(f"{names}{say(knowledge, 'where_empty')}")
    if service.desks:
        known.insert(0, say(knowledge, "service_desks", desks="、".join(service.desks)))
    name = service.township + service.name
    yield "；".join((f"{service.kind}：{name}", *known))
    yield from (_note(knowledge, note) for note in service.how)


def _local(knowledge: Knowledge, hotline: LocalHotline) -> str:
    return say(
        knowledge, "region_hotline", number=hotline.number, status=hotline.status
    )


def _rule(knowledge: Knowledge, rule: LocalRule) -> Iterator[str]:
    code = "region_rule" if rule.on else "region_rule_off"
    yield say(knowledge, code, rule=rule.name, year=str(rule.year))
    yield from (_note(knowledge, note) for note in rule.says if rule.on)


def _note(knowledge: Knowledge, note: Note) -> str:
    basis = cite(knowledge, note.basis)
    return note.text + (f"（{basis}）" if basis else "")


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
