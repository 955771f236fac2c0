"""Prove the reviews: every guide looked at within a year, every year's holidays in."""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.core.knowledge import NOWHERE, Problem, Region
from bot.proving.finding import error, warning
from bot.proving.survey import Survey

REGULATION_YEAR = 2022
"""The year of the regulation in force; older local rules may contradict it."""
DUE = timedelta(days=330)
"""A guide, a number, an office is looked at again before a year is over."""


def check_reviews(survey: Survey) -> Iterator[Problem]:
    """Return guides, numbers and offices that were not looked at for a year."""
    knowledge, today = survey.knowledge, survey.today
    yield from _guides(survey)
    yield from _years(survey)
    for hotline in knowledge.hotlines.values():
        if hotline.sure and _old(hotline.verified_on, today):
            what = f"热线{hotline.number}该重新核实了。"
            yield warning(hotline.place, "review", what, "打一打，再改 verified_on。")
    for region in knowledge.regions.values():
        for office in region.doors:
            if _old(office.verified_on or region.verified_on, today):
                what = f"{region.name}的“{office.name}”该重新核实了。"
                yield warning(office.place, "review", what, "核实后改 verified_on。")
        yield from _local_rules(region)


def _local_rules(region: Region) -> Iterator[Problem]:
    """Tell a local rule that was switched on without having been looked at."""
    for rule in region.rules:
        if rule.on and rule.verified_on is None:
            what = f"{region.name}打开了《{rule.name}》，没写哪天核实的。"
            right = f"核实后写 verified_on；{REGULATION_YEAR}年以前的，先写 on: false。"
            yield error(rule.place, "local-rule", what, right)
        elif rule.on and rule.year < REGULATION_YEAR and not rule.note:
            what = f"《{rule.name}》是{rule.year}年的，早于现行的信访工作条例。"
            right = "写 on: false；核实过没有冲突的，在 note 里写明怎么核实的。"
            yield error(rule.place, "local-rule", what, right)


def _guides(survey: Survey) -> Iterator[Problem]:
    today = survey.today
    for guide in survey.knowledge.guides.values():
        if guide.reviewed_on is None:
            what = f"导引图“{guide.name}”没写哪天核对过。"
            yield warning(guide.place, "review", what, "写上 reviewed 的 on 和 by。")
        elif guide.reviewed_on > today:
            what = f"导引图“{guide.name}”的核对日期{guide.reviewed_on}还没到。"
            yield error(guide.place, "review", what, "写实际核对的那一天。")
        elif _old(guide.reviewed_on, today):
            over = (
                "过了一年，卡片会写“请向窗口核实”" if guide.stale(today) else "快一年了"
            )
            what = f"导引图“{guide.name}”上次核对是{guide.reviewed_on}，{over}。"
            yield warning(guide.place, "review", what, "重新核对，再改日期。")
        if guide.lawyer and not guide.signed_off:
            what = f"导引图“{guide.name}”在律师{guide.lawyer}审过以后改过，或没写指纹。"
            right = f"请律师再审；审过了，在 reviewed 里写 print: {guide.digest}。"
            yield warning(guide.place, "sign-off", what, right)


def _old(day: date | None, today: date) -> bool:
    return day is None or today - day > DUE


def _years(survey: Survey) -> Iterator[Problem]:
    years = survey.knowledge.years
    for year in years.values():
        both = sorted(year.rests & year.works)
        if both:
            what = f"{both[0]}又写成放假，又写成上班。"
            yield error(year.place, "holidays", what, "只留一处。")
        other = sorted(d for d in year.rests | year.works if d.year != year.year)
        if other:
            what = f"{other[0]}不在{year.year}年。"
            yield error(year.place, "holidays", what, "移到它自己的那一年。")
    if survey.today.year not in years:
        place = next((year.place for year in years.values()), NOWHERE)
        what = f"{survey.today.year}年的放假安排没有录入，工作日只能按周末估算。"
        yield warning(place, "holidays", what, "照国务院办公厅的通知录入。")
