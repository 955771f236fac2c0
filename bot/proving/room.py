"""Prove that what is said fits the room that channels have for it."""

from collections.abc import Iterator

from bot.core.cards import HEAD_ROOM
from bot.core.knowledge import Knowledge, Place, Problem, Question, Remedy
from bot.core.layout import text_of
from bot.core.offices import agency_name
from bot.core.phrases import say
from bot.core.view import Choice, View, choices_of
from bot.core.wording import length_text
from bot.proving.finding import error
from bot.proving.survey import Survey

BUTTON_BYTES = 64
"""UTF-8 bytes that a button may send; Telegram Bot API, InlineKeyboardButton."""
LABEL_LENGTH = 24
"""Characters of a label that two lines of a small telephone hold."""
PAGE_BYTES = 2048
"""UTF-8 bytes of one text; WeChat official account, customer service message."""
PAGE_UNITS = 4096
"""UTF-16 units of one text; Telegram Bot API, sendMessage."""
STANDING = ("先告诉我去哪", "返回", "我的回答", "人工", "有危险")
"""What may be answered below every question."""
FAR_DAY = "2026年12月31日（周四，已过9999天）"
"""The longest that a day is ever written."""


def check_room(survey: Survey) -> Iterator[Problem]:
    """Return what would not fit a button, a label, a first screen, a page."""
    knowledge = survey.knowledge
    for matter in knowledge.matters.values():
        yield from _button(matter.name, matter.place, f"事项“{matter.name}”的名字")
    for question in knowledge.questions.values():
        yield from _options(question)
        view = View(
            ask=question.ask,
            help=question.help,
            choices=choices_of(question),
            standing=STANDING,
        )
        yield from _page(text_of(view), question.place, f"问题“{question.name}”")
    for guide in knowledge.guides.values():
        listed = [Choice(str(n), name) for n, name in enumerate(guide.matters, 1)]
        view = View(ask=guide.name, choices=tuple(listed), standing=STANDING)
        yield from _page(text_of(view), guide.place, f"“{guide.name}”的事项表")
    for remedy in knowledge.remedies.values():
        yield from _head(knowledge, remedy)


def _options(question: Question) -> Iterator[Problem]:
    for option in question.options:
        sent = f"{question.name}/{option.id}"
        yield from _button(sent, option.place, f"问题和选项的名字“{sent}”")
        if len(option.label) > LABEL_LENGTH:
            what = f"选项“{option.label}”有{len(option.label)}个字，按钮上放不下。"
            right = f"不超过{LABEL_LENGTH}个字，别的写进 help。"
            yield error(option.place, "label-long", what, right)


def _button(sent: str, place: Place, what: str) -> Iterator[Problem]:
    size = len(sent.encode())
    if size > BUTTON_BYTES:
        right = f"不超过{BUTTON_BYTES}字节（一个汉字3字节）；长的写进 label。"
        yield error(place, "button-long", f"{what}有{size}字节，按钮带不动。", right)


def _page(text: str, place: Place, what: str) -> Iterator[Problem]:
    size, units = len(text.encode()), len(text.encode("utf-16-le")) // 2
    if size > PAGE_BYTES or units > PAGE_UNITS:
        what = f"{what}一屏要{size}字节，微信一条只放得下{PAGE_BYTES}字节。"
        yield error(place, "page-long", what, "分成几个，或者写短些。")


def _head(knowledge: Knowledge, remedy: Remedy) -> Iterator[Problem]:
    """Tell a remedy whose three lines can be longer than the first screen holds."""
    name = remedy.label or remedy.name
    agencies = [agency_name(knowledge, rule.accepts) for rule in remedy.agencies]
    where = max(
        (say(knowledge, "head_where", agency=a, remedy=name) for a in agencies),
        key=len,
        default="",
    )
    lengths = [
        length_text(knowledge, limit, start)
        for limit in remedy.limits
        for start in limit.starts
    ]
    days = [
        say(knowledge, "head_late", day=FAR_DAY),
        say(knowledge, "head_day_other", day=FAR_DAY, remedy=remedy.name),
        *(say(knowledge, "head_length", limit=length) for length in lengths),
    ]
    bring = say(knowledge, "head_bring_any")
    size = len(where) + max(map(len, days)) + len(bring)
    if size > HEAD_ROOM:
        what = f"“{remedy.name}”的头三行可能有{size}个字，第一屏放不下。"
        right = f"三行不超过{HEAD_ROOM}个字：给部门或途径写短一点的 label。"
        yield error(remedy.place, "head-long", what, right)
