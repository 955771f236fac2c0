"""Prove that no talk asks too much: eight on the default path, twelve on any."""

from collections.abc import Iterator

from bot.core.casework import telling
from bot.core.facts import Case, Fact
from bot.core.knowledge import UNSURE, Ask, Matter, Problem
from bot.core.walking import walk
from bot.proving.finding import error
from bot.proving.states import State
from bot.proving.survey import Survey
from bot.proving.talks import talk_to

MOST_BY_DEFAULT = 8
"""Questions asked of one who knows nothing but the matter; issue 4, item 1."""
MOST_ASKED = 12
"""Questions asked on any path."""


def check_lengths(survey: Survey) -> Iterator[Problem]:
    """Return the matters and paths that ask too many questions."""
    for matter in survey.knowledge.matters.values():
        asked = default_questions(survey, matter)
        if len(asked) > MOST_BY_DEFAULT:
            what = (
                f"选了“{matter.name}”，别的都答“{UNSURE}”，也要问{len(asked)}个问题："
                f"{'、'.join(asked)}。"
            )
            right = f"不超过{MOST_BY_DEFAULT}个：合并，或者让 unsure 直接走到指引。"
            yield error(matter.place, "many-by-default", what, right)
    yield from _long(survey)


def default_questions(survey: Survey, matter: Matter) -> tuple[str, ...]:
    """Return the questions asked of one who tells the matter and nothing else."""
    case = telling(survey.knowledge, Case(matter.name))
    asked: list[str] = []
    while True:
        match walk(survey.knowledge, case, survey.today).here:
            case Ask(fact=fact) if fact and fact not in asked:
                asked.append(fact)
                case = case.put(fact, Fact(UNSURE, "asked"))
            case _:
                return tuple(asked)


def _long(survey: Survey) -> Iterator[Problem]:
    """Tell the first step of each matter and road that asks one question too many."""
    told: set[str] = set()
    for name in survey.graph.order:
        room = name.partition("/")[0]
        states = survey.states.at.get(name, ())
        over = [state for state in states if _asks_one_more(survey, state)]
        if over and room not in told:
            told.add(room)
            longest = max(over, key=lambda state: state.most)
            step = survey.knowledge.steps[name]
            talk = talk_to(survey, longest, far=True).text(survey.knowledge)
            what = f"这条路问到这里已经是第{longest.most + 1}个问题：{talk}。"
            right = f"一条路不超过{MOST_ASKED}个问题：合并，或者早一点给指引。"
            yield error(step.place, "many-questions", what, right)


def _asks_one_more(survey: Survey, state: State) -> bool:
    step = survey.knowledge.steps[state.step]
    asks = isinstance(step, Ask) and step.fact and step.fact not in state.facts
    return bool(asks) and state.most == MOST_ASKED
