"""A talk on the web says what the terminal says, and looking again changes nothing."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from bot.core.knowledge import Knowledge
from bot.core.layout import card_text, text_of
from bot.core.view import View
from bot.proving.playing import play
from bot.reading import knowledge_folder
from bot.reading.stories import Story, read_stories
from tests.channels.web.visiting import SETTINGS, Visit, letters, said
from tests.core.conftest import small_map


def stories() -> Iterator[Story]:
    """Return two stories of every file, so that every field is met."""
    for path in sorted((knowledge_folder() / "stories").glob("*.yaml")):
        yield from read_stories(path)[0][:2]


STORIES = tuple(stories())


def plain(view_text: str) -> str:
    """Return the terminal's text without what only a terminal needs."""
    lines = view_text.splitlines()
    kept = [one for one in lines if not one.startswith("可以回：")]
    return letters("".join(kept))


def numberless(view: View) -> str:
    """Return a view's text as the web shows it: its numbers are no part of it."""
    choices = tuple(replace(one, says=one.label) for one in view.choices)
    return plain(text_of(replace(view, choices=choices)))


def test_there_are_enough_stories() -> None:
    assert len(STORIES) >= 10


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_a_story_says_on_the_web_what_it_says_in_the_terminal(
    real: Knowledge, story: Story
) -> None:
    visit, other = Visit(real, SETTINGS, story.date), Visit(real, SETTINGS, story.date)
    for turn in story.talk:
        shown = said(visit.say(turn.say))
        assert shown == numberless(other.app.handle("terminal", turn.say))
    assert play(real, story).lines


def test_a_page_that_leaves_out_a_line_would_be_seen(real: Knowledge) -> None:
    visit = Visit(real, SETTINGS, date(2026, 11, 24))
    page = visit.say("老板欠我工资").replace('class="say', 'class="', 1)
    view = Visit(real).app.handle("terminal", "老板欠我工资")
    assert said(page) != numberless(view)


def test_a_talk_comes_to_its_card_by_tapping(visit: Visit) -> None:
    visit.say("拖欠工资")
    assert "head_where" in visit.tap("1")
    assert "title_sources" in visit.tap("看全部")


def test_a_turn_is_answered_with_a_redirect_to_the_talk(visit: Visit) -> None:
    from tests.channels.web.visiting import hidden  # noqa: PLC0415

    form = {**hidden(visit.look()), "words": "拖欠工资"}
    answer = visit.browser.post("/", data=form, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert answer.content == b""


def test_looking_again_shows_the_same(visit: Visit) -> None:
    page = visit.say("拖欠工资")
    assert visit.look() == page
    assert visit.look() == page


def test_an_old_page_sent_again_changes_nothing(visit: Visit) -> None:
    old = visit.say("政府处罚")
    now = said(visit.tap("1"))
    visit.page = old
    again = visit.say("1", "says")
    assert "没有记" in again
    assert said(again) == now


def test_without_the_mark_of_the_page_an_old_answer_would_be_taken(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.channels.web.talking.Talking.stands", lambda *_: "always")
    old = visit.say("政府处罚")
    now = said(visit.tap("1"))
    visit.page = old
    assert said(visit.say("1", "says")) != now


def test_a_talk_can_begin_anew_from_an_old_page(visit: Visit) -> None:
    old = visit.say("政府处罚")
    visit.tap("1")
    visit.page = old
    assert "notice_restarted" in visit.say("重来")


def test_two_browsers_never_meet(visit: Visit) -> None:
    visit.say("拖欠工资")
    assert "谁欠的" not in visit.another().get("/").text


def test_the_whole_card_has_a_page_to_print(visit: Visit) -> None:
    assert visit.browser.get("/card").url.path == "/"
    visit.say("拖欠工资")
    visit.tap("1")
    card = visit.app.greet(next(iter(visit.sessions.keys()))).card
    assert card is not None
    assert said(visit.look("/card")) == plain(card_text(card))


def test_an_answer_can_be_changed_by_tapping(visit: Visit) -> None:
    visit.say("政府处罚")
    visit.tap("1")
    assert "在走的程序" in visit.say("我的回答")


def test_a_word_of_a_citizen_never_becomes_markup() -> None:
    page = Visit(small_map()).say('<b onclick="x">拖欠工资</b>')
    assert "onclick" not in page
