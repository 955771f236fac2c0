"""Put values into words: days, lengths, answers."""

from datetime import date

from bot.core.facts import Span, Value
from bot.core.knowledge import Knowledge, Limit, Question
from bot.core.reasons import day_words, event_words, length_words, span_words

WEEKDAYS = "一二三四五六日"


def day_text(day: date, today: date) -> str:
    """Return a day with its weekday and how far it is: 12月1日（周二，还有7天）."""
    far = _far((day - today).days)
    return f"{day_words(day)}（周{WEEKDAYS[day.weekday()]}，{far}）"


def plain_day(day: date | None) -> str:
    """Return 2026年12月1日, or nothing."""
    return day_words(day) if day else ""


def value_text(question: Question, value: Value) -> str:
    """Return an answer as the citizen saw it."""
    if isinstance(value, Span):
        return span_words(value)
    return next((o.label for o in question.options if o.id == value), value)


def length_text(knowledge: Knowledge, limit: Limit, start: str) -> str:
    """Return a time limit in words, from one of its starts: 从收到文书那天起60日."""
    return f"从{_start(knowledge, start)}那天起{length_words(limit.length)}"


def _start(knowledge: Knowledge, start: str) -> str:
    question = knowledge.questions.get(start)
    return event_words(question.label or start if question else start)


def _far(left: int) -> str:
    if left == 0:
        return "就是今天"
    return f"还有{left}天" if left > 0 else f"已过{-left}天"
