"""Put answers into a case and take out what no longer counts."""

from dataclasses import replace
from datetime import date

from bot.core.facts import Case, Fact, Value
from bot.core.heard import Heard
from bot.core.knowledge import UNSURE, Ask, Enter, Knowledge
from bot.core.state import State
from bot.core.walking import Path, offered, walk

PURPOSE, RESOLVE = "想做什么", "解决"
"""The question for the aim of a talk, and its commonest answer."""
PURPOSES = {"consult": "咨询", "suggest": "建议", "accuse": "举报", "resolve": RESOLVE}
"""Purposes as understanding names them → options of the question."""


def answered(
    knowledge: Knowledge, state: State, answer: tuple[str, Value], today: date
) -> State:
    """Put an answer; keep every fact that still lies on the way; name the rest."""
    name, value = answer
    question = knowledge.questions.get(name)
    fact = Fact(value, "asked")
    if question is None or not offered(question, fact):
        return state.noticing("not_offered")
    case = state.case.put(name, fact)
    path = walk(knowledge, case, today)
    if name not in path.facts:
        return state.noticing("not_offered")
    case, gone = pruned(knowledge, case, path)
    return state.with_case(case).turned().noticing(*(f"dropped:{n}" for n in gone))


def pruned(
    knowledge: Knowledge, case: Case, path: Path
) -> tuple[Case, tuple[str, ...]]:
    """Drop answers that lie neither on the path nor ahead of it; name them."""
    still: frozenset[str] = frozenset()
    if path.here is not None:
        still = knowledge.downstream.get(path.here.id, still)
    gone = tuple(
        name
        for name, fact in case.facts
        if name not in path.facts
        and name not in still
        and fact.how in ("asked", "skipped")
    )
    return case.without(*gone), gone


def picked(knowledge: Knowledge, state: State, matter: str, today: date) -> State:
    """Take a matter for the case in hand, with the facts that choosing it tells."""
    if matter not in knowledge.matters:
        return state.turned("guides").noticing("not_offered")
    case = telling(knowledge, replace(state.case, matter=matter))
    case, _ = pruned(knowledge, case, walk(knowledge, case, today))
    return state.with_case(case).turned()


def telling(knowledge: Knowledge, case: Case) -> Case:
    """Put the facts that choosing the case's matter tells."""
    known = case.known()
    for name, value in knowledge.matters[case.matter or ""].tells:
        if name not in known or known[name].how == "told":
            case = case.put(name, Fact(value, "told"))
    if PURPOSE in knowledge.questions and PURPOSE not in case.known():
        case = case.put(PURPOSE, Fact(RESOLVE, "told"))
    return case


def implied(knowledge: Knowledge, case: Case, name: str) -> bool:
    """Return whether choosing the matter tells the fact; nobody need be told it."""
    fact, matter = case.known().get(name), knowledge.matters.get(case.matter or "")
    return bool(fact and matter and (name, fact.value) in matter.tells)


def told(knowledge: Knowledge, case: Case, heard: Heard | None, but: str = "") -> Case:
    """Put what free words told, never over an answer, never for the fact `but`."""
    if heard is None:
        return case
    facts = [(name, value) for name, value in heard.facts if name != but]
    if len(heard.purposes) == 1 and but != PURPOSE:
        facts.append((PURPOSE, PURPOSES[heard.purposes[0]]))
    known = case.known()
    for name, value in facts:
        fact = Fact(value, "told")
        question = knowledge.questions.get(name)
        if name not in known and question and offered(question, fact):
            case = case.put(name, fact)
    return case


def opened(knowledge: Knowledge, matter: str | None, heard: Heard | None) -> Case:
    """Return a fresh case of a matter with what was told of it."""
    case = Case(matter)
    if matter is not None and knowledge.matters[matter].tells:
        case = telling(knowledge, case)
    case = told(knowledge, case, heard)
    return telling(knowledge, case) if matter is not None else case


def skipped(knowledge: Knowledge, state: State, today: date) -> State:
    """Answer every question ahead with 不清楚: 先告诉我去哪."""
    case = state.case
    while True:
        match walk(knowledge, case, today).here:
            case Ask(fact=fact):
                aim = fact == PURPOSE and case.matter is not None
                case = case.put(fact, Fact(RESOLVE if aim else UNSURE, "skipped"))
            case Enter():
                return state.with_case(case).turned("guides")
            case _:
                return state.with_case(case).turned()
