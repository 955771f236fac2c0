"""Hear days in free words and tie each to the question whose event it names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from bot.core.casework import opened, skipped
from bot.core.days import find_day
from bot.core.facts import Span, Value
from bot.core.heard import Heard
from bot.core.knowledge import Knowledge, Question
from bot.core.state import State
from bot.core.walking import walk
from bot.understanding.clauses import clauses, is_denied, is_doubtful
from bot.understanding.index import Index
from bot.understanding.normalising import normalise
from bot.understanding.spotting import Table, longest, spot, table_of

MOST_CLAUSES = 8
"""Clauses with an event in which a day is looked for."""
BARE_DAY = 1
"""Characters beside a day up to which a clause is nothing but that day."""
EVENTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("received", tuple("收到 拿到 签收 送到 领到 寄到 收着 接到 下来了 到手".split())),
    (
        "left_job",
        tuple(
            "离职 离的职 辞职 辞的职 辞退 开除 解雇 炒了 不干了 离开公司 "
            "离开厂 离开单位 离开工地 解除合同 解除劳动合同 被裁".split()
        ),
    ),
    (
        "accident",
        tuple(
            "受伤 受的伤 摔伤 摔的 砸伤 砸的 轧伤 烫伤 出事 出的事 出了事 "
            "出车祸 车祸 被撞 撞的 撞了 撞伤 发生事故 出事故 出了事故".split()
        ),
    ),
    (
        "submitted",
        tuple(
            "交材料 交了材料 交的材料 交的 递交 提交 交上去 寄出 寄的 寄了 "
            "投的 递的 递上去 交到 交给".split()
        ),
    ),
    ("claimed", tuple("催过 催了 催的 催要 催他 要过 讨过 去要 去讨 去催".split())),
    ("promised", tuple("说好 答应 约定 承诺".split())),
    ("knew", tuple("知道 发现 得知 才晓得".split())),
    ("died", tuple("去世 过世 没的 病故 身亡 死的".split())),
    ("paid", tuple("转账 转的账 付款 付的钱 交的钱 打的钱 下的单".split())),
    ("announced", tuple("公告 公示 张贴".split())),
    ("effective", tuple("生效".split())),
)
"""Kind of event → words that say it happened; in one clause with a day they tie it."""
NOT_PAPERS = ("钱", "工资", "款", "货", "电话", "短信", "快递")
"""What is received without being a paper that starts a time limit."""

_DAY_SIGNS = frozenset(
    "0123456789〇零一二三四五六七八九十廿日号天月年周昨前今初末刚才早晚节庆春夏秋冬明午夕旦"
)
"""A clause without any of these names no day, and need not be read for one."""
_SINCE = re.compile(
    r"((?:\d+|[〇一二两三四五六七八九十百半几]+)多?个?(?:天|周|星期|礼拜|月|年))[了啦]"
)
"""How long something has been so; the day it began is that long ago."""


@dataclass(frozen=True, slots=True)
class Dated:
    """Hold one clause with one event and one day."""

    event: str
    span: Span
    clause: str


def told_days(
    words: str, knowledge: Knowledge, index: Index, heard: Heard, today: date
) -> tuple[tuple[str, Value], ...]:
    """Return the days that the words tell, each with its question.

    A clause tells a day when it holds one day and one event, and one question fits:
    by the paper that is named, else by the default path of a clear matter.
    """
    days: dict[str, set[Span]] = {}
    path: tuple[str, ...] | None = None
    for dated in _dated(words, today):
        if path is None:
            path = _on_default_path(knowledge, heard, today)
        question = _question(dated, words, knowledge, index, path)
        if question:
            days.setdefault(question, set()).add(dated.span)
    return tuple(
        (name, next(iter(spans))) for name, spans in days.items() if len(spans) == 1
    )


def loose_days(words: str, today: date) -> tuple[tuple[str, Span], ...]:
    """Return each kind of event with the one day the words give it, tied to nothing.

    In a talk the question that fits is known, though the words name no matter.
    """
    days: dict[str, set[Span]] = {}
    for dated in _dated(words, today):
        unlike = dated.event == "received" and _no_paper(dated.clause)
        days.setdefault(dated.event, set()).update(() if unlike else (dated.span,))
    return tuple(
        (event, next(iter(spans))) for event, spans in days.items() if len(spans) == 1
    )


def _no_paper(clause: str) -> bool:
    return any(word in clause for word in NOT_PAPERS)


def _dated(words: str, today: date) -> Iterator[Dated]:
    """Yield the clauses that hold one event and one day."""
    table, events = _cues()
    before, looked = "", 0
    for _, clause in clauses(words):
        hits = [
            hit
            for hit in longest(spot(table, clause))
            if not is_denied(clause, hit) and not is_doubtful(clause, hit)
        ]
        happened = {events[hit.number] for hit in hits}
        if len(happened) == 1 and looked < MOST_CLAUSES:
            looked += 1
            span = _only_day(clause, today) or _bare_day(before, today)
            if span is not None:
                yield Dated(happened.pop(), span, clause)
        before = "" if happened else clause


def _only_day(clause: str, today: date) -> Span | None:
    """Return the day of a clause that names one day and no other."""
    found = _found(clause, today)
    if found is None:
        return None
    span, _, end = found
    return span if _found(clause[end:], today) is None else None


def _found(words: str, today: date) -> tuple[Span, int, int] | None:
    """Return the first day; 收到20天了 is as long ago as 20天前."""
    if _DAY_SIGNS.isdisjoint(words):
        return None
    return find_day(_SINCE.sub(r"\1前", words), today)


def _bare_day(clause: str, today: date) -> Span | None:
    """Return the day of the clause before when it is little but that day."""
    found = _found(clause, today)
    if found is None:
        return None
    span, start, end = found
    return span if len(clause) - (end - start) <= BARE_DAY else None


def _on_default_path(
    knowledge: Knowledge, heard: Heard, today: date
) -> tuple[str, ...]:
    """Return the questions on the way of a clear matter, all unsaid being unsure."""
    if heard.verdict != "clear" or not heard.matters:
        return ()
    case = opened(knowledge, heard.matters[0].matter, heard)
    state = State(knowledge.version, (case,), menu=())
    case = skipped(knowledge, state, today).case
    return tuple(walk(knowledge, case, today).facts)


def _question(
    dated: Dated,
    words: str,
    knowledge: Knowledge,
    index: Index,
    path: tuple[str, ...],
) -> str:
    """Return the one question that asks for the day of this event; '' if unsure."""
    asking = [
        question
        for question in knowledge.questions.values()
        if question.kind == "day" and question.event == dated.event
    ]
    if dated.event == "received":
        if _no_paper(dated.clause):
            return ""
        named = _of_paper(dated.clause, knowledge, asking) or _of_paper(
            words, knowledge, asking
        )
        if named:
            return named[0] if len(named) == 1 else ""
    ahead = [question.name for question in asking if question.name in path]
    if dated.event != "received" and not ahead:
        shared = (one.name for one in asking if one.name not in index["askers"])
        ahead = list(shared)
    return ahead[0] if len(ahead) == 1 else ""


def _of_paper(words: str, knowledge: Knowledge, questions: list[Question]) -> list[str]:
    """Return the questions whose paper is named; a name inside another is not."""
    said: dict[str, str] = {}
    for question in questions:
        paper = knowledge.documents.get(question.document)
        also = (paper.title, *paper.also) if paper else ()
        names = (question.document, question.label.removeprefix("收到"), *also)
        said |= {name: question.name for name in map(normalise, names) if name in words}
    said.pop("", None)
    inner = {one for one in said for other in said if one != other and one in other}
    return list(dict.fromkeys(said[name] for name in said if name not in inner))


@lru_cache(maxsize=1)
def _cues() -> tuple[Table, tuple[str, ...]]:
    cues = [(cue, event) for event, more in EVENTS for cue in more]
    return table_of(cue for cue, _ in cues), tuple(event for _, event in cues)
