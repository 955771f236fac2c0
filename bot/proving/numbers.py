"""Prove the telephone numbers: none is named that staff have not confirmed."""

import re
from collections.abc import Iterator

from bot.core.knowledge import Knowledge, Place, Problem
from bot.proving.finding import error, warning
from bot.proving.survey import Survey
from bot.proving.texts import texts

_UNITS = "元日天年月人米户亩万千百件号条项款字次个小%％"
_NUMBER = re.compile(
    r"(?<![0-9.,〔第])"
    r"(1[3-9]\d{9}|400-?\d{3}-?\d{4}|0\d{2,3}-?\d{7,8}|12\d{3}|9[56]\d{3,4}"
    rf"|(?:(?<=[打拨、或话])1(?:10|19|20|22)))(?![0-9.{_UNITS}])"
)


def check_numbers(survey: Survey) -> Iterator[Problem]:
    """Return numbers that are not in the list of hotlines, or not confirmed there."""
    knowledge = survey.knowledge
    local = _local(knowledge)
    for text in texts(knowledge):
        for number in dict.fromkeys(_NUMBER.findall(text.text)):
            if number not in local:
                yield from _named(knowledge, number, text.place)
    for number, place in _pointed(knowledge):
        if number not in knowledge.hotlines:
            yield _unknown(number, place)


def _named(knowledge: Knowledge, number: str, place: Place) -> Iterator[Problem]:
    hotline = knowledge.hotlines.get(number)
    if hotline is None:
        yield _unknown(number, place)
    elif not hotline.sure:
        what = f"号码{number}还没核实，正文里不要直接写。"
        yield warning(place, "unsure-number", what, "写“请先拨12345核实”。")


def _unknown(number: str, place: Place) -> Problem:
    what = f"号码{number}不在 hotlines.yaml 里，没人核实过。"
    return error(place, "unknown-number", what, "先在 hotlines.yaml 登记，或者删掉。")


def _pointed(knowledge: Knowledge) -> Iterator[tuple[str, Place]]:
    """Return the hotlines that remedies, agencies and safety cards name."""
    for remedy in knowledge.remedies.values():
        if remedy.hotline:
            yield remedy.hotline, remedy.place
    for agency in knowledge.agencies.values():
        if agency.hotline:
            yield agency.hotline, agency.place
    for family in knowledge.safety.values():
        for number in family.hotlines:
            yield number, family.place


def _local(knowledge: Knowledge) -> frozenset[str]:
    """Return the numbers of local offices: they stand with their own source."""
    return frozenset(
        number
        for region in knowledge.regions.values()
        for office in region.doors
        for number in _NUMBER.findall(office.tel)
    )
