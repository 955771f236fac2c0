"""Say where a paper goes: who takes it, who decides, whom it is written to."""

from collections.abc import Iterator, Mapping

from bot.core.advice import Item
from bot.core.facts import Fact
from bot.core.knowledge import Knowledge
from bot.core.offices import agency_name, office_lines
from bot.core.phrases import say

COUNTY = "县（市、区）"
PLACED = (COUNTY, "地级市", "省（区、市）", "市", "省")
"""How names of offices begin that stand for the office of a place."""
UNNAMED = ("的", "、", "，", "或")
"""Signs that a label tells what kind of office it is, and names none."""
BLANK = "____________"


def where_lines(
    knowledge: Knowledge, item: Item, facts: Mapping[str, Fact]
) -> Iterator[str]:
    """Say which office takes the paper and which decides, and where it is."""
    rule = item.agency
    if rule is None:
        yield say(knowledge, "where_unknown")
    elif rule.accepts == rule.decides:
        yield say(knowledge, "where_one", agency=agency_name(knowledge, rule.accepts))
    else:
        yield say(
            knowledge,
            "where_two",
            accepts=agency_name(knowledge, rule.accepts),
            decides=agency_name(knowledge, rule.decides),
        )
    if item.place_rule:
        yield say(knowledge, "where_place", place=item.place_rule)
    yield from office_lines(knowledge, rule, facts, item.remedy)


def addressee(knowledge: Knowledge, name: str, region: str) -> str:
    """Return whom a letter is written to; a name only known by its kind stays blank."""
    label = agency_name(knowledge, name)
    plain = label[: label.rindex("（")] if label.endswith("）") else label
    start = next((one for one in PLACED if plain.startswith(one)), "")
    rest = plain.removeprefix(start)
    if any(sign in rest for sign in UNNAMED):
        return f"{BLANK * 2}（{label}）"
    if start == COUNTY and region:
        return region + rest
    return BLANK + start.removeprefix("地级") + rest
