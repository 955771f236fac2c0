"""Drafts walk what no story walks, play as they are, and none of them is needless."""

import pytest

from bot.core.knowledge import Knowledge
from bot.proving.covering import Draft, covered, drafts, items
from bot.proving.playing import play
from bot.proving.recording import story_text
from bot.proving.survey import Survey
from bot.reading import load
from bot.reading.stories import read_stories
from tests.proving.planting import HERE, TODAY


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    loaded = load(HERE / "map")
    assert loaded.knowledge is not None
    return loaded.knowledge


@pytest.fixture(scope="module")
def made(knowledge: Knowledge) -> tuple[Draft, ...]:
    return drafts(Survey(knowledge, TODAY), items(knowledge))


def test_drafts_walk_every_step_option_and_remedy(
    knowledge: Knowledge, made: tuple[Draft, ...]
) -> None:
    played = [play(knowledge, draft.story) for draft in made]
    assert covered(played) >= set(items(knowledge))
    assert {item for draft in made for item in draft.covers} == set(items(knowledge))


def test_every_draft_plays_as_it_is_written(
    knowledge: Knowledge, made: tuple[Draft, ...]
) -> None:
    assert not [f for draft in made for f in play(knowledge, draft.story).failures]


def test_no_draft_is_needless(knowledge: Knowledge, made: tuple[Draft, ...]) -> None:
    for without in made:
        others = [play(knowledge, one.story) for one in made if one is not without]
        assert not covered(others) >= set(items(knowledge))


def test_what_stories_walk_already_is_not_drafted(
    knowledge: Knowledge, made: tuple[Draft, ...]
) -> None:
    done = covered([play(knowledge, made[0].story)])
    rest = [item for item in items(knowledge) if item not in done]
    again = drafts(Survey(knowledge, TODAY), rest)
    assert not {item for draft in again for item in draft.covers} & done


def test_nothing_missing_needs_no_draft(knowledge: Knowledge) -> None:
    assert drafts(Survey(knowledge, TODAY), ()) == ()


def test_a_thing_nobody_can_walk_is_left_out(knowledge: Knowledge) -> None:
    assert drafts(Survey(knowledge, TODAY), [("步骤", "没有/这步")]) == ()


def test_written_drafts_are_read_again_as_they_were(
    made: tuple[Draft, ...], tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("drafts") / "drafts.yaml"
    stories = [draft.story for draft in made]
    file.write_text("stories:\n" + story_text(stories), "utf-8")
    assert read_stories(file) == (tuple(stories), ())
