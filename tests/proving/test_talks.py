from bot.core.knowledge import Enter, Matter
from bot.core.walking import Path
from bot.proving.search import Spot, talk_where
from bot.proving.survey import Survey
from bot.proving.talks import play
from tests.proving.maps import (
    DAY,
    TODAY,
    advise,
    ask,
    choice,
    small_map,
    when,
)

STEPS = (
    ask("路/问", "问", (when(问="甲"), "路/日"), (when(), "路/进")),
    ask("路/日", DAY.name, (when(甲期限="已过"), "路/晚"), (when(), "路/早")),
    Enter("路/进"),
    advise("路/晚", "乙"),
    advise("路/早", "甲"),
    advise("事/完", "乙"),
)
MATTERS = (Matter("事", "域", "事/完"),)
SURVEY = Survey(small_map(STEPS, (choice("问", "甲", "乙"), DAY), MATTERS), TODAY)


def ended(path: Path) -> bool:
    return path.here is None


def test_a_talk_names_days_on_which_the_clock_is_over() -> None:
    talk = talk_where(SURVEY, Spot("路/晚", ended), ("问",))
    assert talk is not None
    assert talk.text(SURVEY.knowledge) == "问：甲；收到的日子：2026-10-15"


def test_a_talk_names_the_matter_that_is_entered() -> None:
    talk = talk_where(SURVEY, Spot("事/完", ended), ())
    assert talk is not None
    assert talk.text(SURVEY.knowledge) == "问：乙；事项：事"


def test_a_talk_leads_where_it_says() -> None:
    talk = talk_where(SURVEY, Spot("路/早", ended), ())
    assert talk is not None
    path = play(SURVEY, talk)
    assert path is not None
    assert [step.id for step in path.steps] == ["路/早"]


def test_no_talk_is_made_up_for_what_cannot_be() -> None:
    spot = Spot("路/晚", lambda path: not path.gathered)
    assert talk_where(SURVEY, spot, ("问",)) is None
