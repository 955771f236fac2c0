"""What a slip tells to say next time is understood when it is said."""

import pytest

from bot.core.facts import Span
from bot.core.knowledge import Knowledge
from bot.reading import knowledge_folder, load
from tests.papers.talking import talked


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    loaded = load(knowledge_folder())
    assert loaded.knowledge is not None, loaded.problems
    return loaded.knowledge


def sentences() -> list[str]:
    loaded = load(knowledge_folder())
    assert loaded.knowledge is not None
    remedies = loaded.knowledge.remedies.values()
    return sorted({remedy.again for remedy in remedies if remedy.again})


@pytest.mark.parametrize("again", sentences())
def test_the_sentence_for_next_time_tells_the_day(
    knowledge: Knowledge, again: str
) -> None:
    state = talked(knowledge, again.replace("×月×日", "11月18日"))
    days = [f.value for _, f in state.case.facts if isinstance(f.value, Span)]
    assert [str(day.first) for day in days] == ["2026-11-18"]


@pytest.mark.parametrize(
    ("again", "matter"),
    [
        ("我收到了处理意见书，11月18日收到的", "不服处理意见"),
        ("我收到了复查意见，11月18日收到的", "不服复查意见"),
        ("我收到了复议决定书，11月18日收到的", "不服复议决定"),
        ("我不服判决，判决书11月18日收到的", "不服判决"),
        ("该部门受理了吗？", "信访没人理"),
    ],
)
def test_it_leads_to_the_next_door(
    knowledge: Knowledge, again: str, matter: str
) -> None:
    assert talked(knowledge, again).case.matter == matter
