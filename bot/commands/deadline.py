"""Work out the two days of a time limit."""

import argparse
import json

from bot.app import today_in_china
from bot.commands.days import day, span
from bot.commands.knowing import knowledge_of
from bot.core.citing import cite
from bot.core.deadlines import Deadline
from bot.core.facts import Fact, Span
from bot.core.knowledge import Knowledge
from bot.core.reasons import EVENTS
from bot.core.timing import Known, clocks_of, deadline_of
from bot.core.wording import plain_day

STATUS = {"open": "还来得及", "expired": "看来已过", "unknown": "说不准，请尽快"}
KINDS = {words: kind for kind, words in EVENTS.items()}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("remedy", help="途径或期限的名字，例如 信访复查")
    parser.add_argument(
        "--event",
        action="append",
        default=[],
        metavar="事=日",
        help="从哪天算，例如 received=2026-08-05 或 received=2026-08-01..2026-08-10",
    )
    parser.add_argument(
        "--when",
        action="append",
        default=[],
        metavar="事实=值",
        help="例如 告知救济=没写",
    )
    parser.add_argument("--date", type=day, help="当作这一天")
    parser.add_argument("--json", action="store_true", help="输出一行 JSON")


def run(given: argparse.Namespace) -> int:
    """Print the days of every clock of the remedy that the events start."""
    knowledge = knowledge_of()
    clocks = clocks_of(knowledge, given.remedy)
    if not clocks:
        raise SystemExit(f"没有叫“{given.remedy}”的途径或期限")
    facts = {name: Fact(value, "told") for name, value in map(_pair, given.when)}
    for name, days in (_event(knowledge, text) for text in given.event):
        facts[name] = Fact(days, "told")
    today = given.date or today_in_china()
    every = (deadline_of(knowledge, clock, Known(facts), today) for clock in clocks)
    found = [one for one in every if one is not None]
    if not found:
        raise SystemExit(f"“{given.remedy}”没有适用的期限，请看 --when 写得对不对")
    started = [one for one in found if one.start] or found
    print(_json(given.remedy, started[0]) if given.json else _text(knowledge, started))
    return 0


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise SystemExit(f"“{text}”里缺少等号，要写成 名字=值")
    return name.strip(), value.strip()


def _event(knowledge: Knowledge, text: str) -> tuple[str, Span]:
    name, value = _pair(text)
    if name not in EVENTS and name not in knowledge.questions and name not in KINDS:
        raise SystemExit(f"不认识事件“{name}”；可以写 " + "、".join(EVENTS))
    try:
        return KINDS.get(name, name), span(value)
    except argparse.ArgumentTypeError as error:
        raise SystemExit(str(error)) from None


def _json(remedy: str, found: Deadline) -> str:
    row = {
        "remedy": remedy,
        "who": found.who,
        "act_by": found.act_by.isoformat() if found.act_by else None,
        "surely_over": found.surely_over.isoformat() if found.surely_over else None,
        "status": found.status,
        "basis": [str(one) for one in found.basis],
        "why": "".join(found.because),
    }
    return json.dumps(row, ensure_ascii=False)


def _text(knowledge: Knowledge, found: list[Deadline]) -> str:
    lines = []
    for one in found:
        lines.append(f"{one.clock}（{one.who}）：{STATUS[one.status]}")
        lines.append(f"  最稳妥的最后一天：{plain_day(one.act_by) or '不知道从哪天算'}")
        lines.append(
            f"  肯定过期是在这天之后：{plain_day(one.surely_over) or '说不准'}"
        )
        lines += [f"  {reason}" for reason in one.because]
        lines.append(f"  依据：{cite(knowledge, one.basis)}")
    return "\n".join(lines)
