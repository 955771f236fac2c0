"""Say in plain words how a time limit was counted (怎么算的)."""

from datetime import date

from bot.core.facts import Span
from bot.core.law import Length, Limit

EVENTS = {
    "received": "收到",
    "decision_made": "作出决定",
    "period_ended": "办理期限届满",
    "announced": "公告",
    "effective": "生效",
    "accident": "事故",
    "left_job": "离职",
    "knew": "知道",
    "submitted": "交材料",
    "claimed": "最后一次催要",
    "promised": "说好的日子",
    "died": "去世",
    "paid": "付款",
}
"""What people call the kinds of event a limit starts from."""


def day_words(day: date) -> str:
    """Return a day as people write it."""
    return f"{day.year}年{day.month}月{day.day}日"


def span_words(span: Span) -> str:
    """Return a day known only between two as people write it."""
    if span.first == span.last:
        return day_words(span.first)
    last = day_words(span.last)
    if span.first.year == span.last.year:
        last = last.partition("年")[2]
    return f"{day_words(span.first)}至{last}之间"


def length_words(length: Length) -> str:
    """Return a length as people say it: 60日, 3个工作日, 6个月."""
    measure = "个" if length.unit in ("工作日", "月") else ""
    return f"{length.amount}{measure}{length.unit}"


def event_words(name: str) -> str:
    """Return what people call an event, or the question its day was asked by."""
    return EVENTS.get(name, name.removesuffix("的日子"))


def start_said(limit: Limit, name: str, span: Span) -> str:
    """Say what day the limit counts from; the first day is not counted."""
    return (
        f"{span_words(span)}“{event_words(name)}”。"
        f"当天不算，从第二天起算{length_words(limit.length)}。"
    )


def no_start_said(limit: Limit) -> str:
    """Say which day is missing."""
    names = "”或“".join(event_words(name) for name in limit.starts)
    return f"不知道“{names}”是哪一天，算不出{length_words(limit.length)}到哪天。"


def working_days_said() -> str:
    """Say what counts as a working day."""
    return "只数工作日：周末和放假不算，调休上班的日子要算。"


def hours_said() -> str:
    """Say that hours leave no day to wait."""
    return "按小时算，请当天就办，不要等到第二天。"


def last_day_said(end: date) -> str:
    """Say the last day as it was counted."""
    return f"数到{day_words(end)}。"


def moved_said(end: date, moved: date) -> str:
    """Say where a last day of rest moved to."""
    return f"最后一天{day_words(end)}放假，顺延到{day_words(moved)}。"


def silent_said(end: date) -> str:
    """Say that the article is silent on days of rest."""
    return f"数到{day_words(end)}。条文没写放假能不能顺延，请提前一个工作日办。"


def missing_year_said(year: int) -> str:
    """Say that a year's holidays are not entered."""
    return f"{year}年的放假安排还没有录入，按最早和最晚两种算。"


def cap_said(length: Length, last: date) -> str:
    """Say the longest reckoning, and not to wait for it."""
    return f"最长的算法是{length_words(length)}，到{day_words(last)}；请不要等到那天。"


def cap_unknown_said(length: Length) -> str:
    """Say that the longest reckoning has no known start."""
    return f"最长的算法是{length_words(length)}，从哪天算还不知道。"


def may_be_interrupted_said(limit: Limit) -> str:
    """Say which events would start the count anew."""
    names = "、".join(event_words(name) for name in limit.interrupted)
    return f"有过“{names}”的，从那天重新算；不要等到那时。"


def interrupted_said(name: str, span: Span) -> str:
    """Say from which day the count began anew."""
    return (
        f"{span_words(span)}“{event_words(name)}”，从那天重新算；以后再有，再重新算。"
    )


def too_late_said(name: str, end: date) -> str:
    """Say that an event after the end starts nothing anew, an earlier one would."""
    return (
        f"“{event_words(name)}”可能在原来的到期日{day_words(end)}之后。"
        "过期以后才有的，不能重新算；到期以前也有过的，才重新算。"
    )


def post_said(limit: Limit) -> str:
    """Say whether the day of posting counts."""
    if limit.post_counts:
        return "寄出那天（邮戳）算；请用邮政寄，留好凭证。"
    if limit.post_counts is None:
        return "条文没写寄出那天算不算：最好当面交；要寄就提早。"
    return "要在到期前送到才算；寄的话请提早。"
