"""What a citizen writes lives for one turn; what is kept goes after two idle hours."""

import gc
import logging

import pytest

from bot.channels.web.sessions import Sessions
from bot.channels.web.settings import Settings
from bot.core.state import State
from tests.channels.web.visiting import SETTINGS, Clock, Visit, hidden
from tests.core.conftest import small_map

SECRET = "王小明住在槐树胡同"
TWO_HOURS = 2 * 60 * 60


def crash(*_: object) -> None:
    raise ValueError(SECRET)


def test_no_word_of_a_citizen_is_kept_or_logged(
    visit: Visit, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        visit.say(f"拖欠工资，{SECRET}")
        visit.say(SECRET)
        visit.look()
    held = [repr(visit.sessions.load(key)) for key in visit.sessions.keys()]  # noqa: SIM118
    assert held
    assert SECRET not in "".join((repr(visit.sessions), caplog.text, *held))


def test_an_error_that_holds_words_is_logged_without_them(
    visit: Visit, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    visit.look()
    monkeypatch.setattr(visit.app, "handle", crash)
    page = visit.say(SECRET)
    assert "出了错" in page
    assert "turn_failed kind=ValueError" in caplog.text
    assert SECRET not in caplog.text + page


def test_without_the_guard_an_error_would_tell(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = {**hidden(visit.look()), "words": SECRET}
    monkeypatch.setattr(visit.app, "handle", crash)
    bare = visit.another(visit.site._inner)
    bare.cookies = visit.browser.cookies
    with pytest.raises(ValueError, match=SECRET):
        bare.post("/", data=form)


def test_no_address_ever_holds_an_answer(visit: Visit) -> None:
    form = {**hidden(visit.look()), "words": "拖欠工资"}
    answer = visit.browser.post("/", data=form)
    assert [str(one.url.path) for one in (*answer.history, answer)] == ["/", "/"]
    assert "?" not in str(answer.url)


@pytest.mark.parametrize("words", ["不想活", "有危险或撑不住"])
def test_a_danger_is_answered_at_once_and_leaves_nothing(
    visit: Visit, words: str
) -> None:
    visit.say("拖欠工资")
    before = {key: visit.sessions.load(key) for key in visit.sessions.keys()}  # noqa: SIM118
    form = {**hidden(visit.page), "words": words}
    answer = visit.browser.post("/", data=form, follow_redirects=False)
    assert answer.status_code == 200
    assert "calm" in answer.text
    assert {key: visit.sessions.load(key) for key in before} == before


@pytest.mark.parametrize("form", [{}, {"mark": "0" * 32}, {"at": "x"}])
def test_a_danger_is_answered_whoever_sent_it(
    visit: Visit, form: dict[str, str]
) -> None:
    answer = visit.another().post("/", data={**form, "words": "不想活"})
    assert "先别急" in answer.text
    assert len(visit.sessions) == 0


def test_a_talk_goes_on_after_a_danger(visit: Visit) -> None:
    visit.say("拖欠工资")
    visit.say("不想活")
    assert "谁欠的" in visit.tap("继续")


def test_an_idle_talk_is_forgotten(visit: Visit) -> None:
    visit.say("拖欠工资")
    visit.clock.now += TWO_HOURS - 1
    assert "谁欠的" in visit.look()
    visit.clock.now += TWO_HOURS + 1
    assert "谁欠的" not in visit.look()
    assert len(visit.sessions) == 0


@pytest.mark.parametrize(("longest", "kept"), [(24, False), (1_000, True)])
def test_a_busy_talk_ends_after_a_day(longest: float, kept: bool) -> None:  # noqa: FBT001
    settings = Settings(turns_at_once=1e9, longest_seconds=longest * 60 * 60)
    visit = Visit(small_map(), settings)
    visit.say("拖欠工资")
    for _ in range(24):
        visit.clock.now += TWO_HOURS / 2
        visit.look()
    assert ("谁欠的" in visit.look()) is kept


def test_a_talk_without_an_end_would_be_seen() -> None:
    endless = Settings(idle_seconds=1e9, turns_at_once=1e9)
    visit = Visit(small_map(), endless)
    visit.say("拖欠工资")
    visit.clock.now += TWO_HOURS + 1
    assert "谁欠的" in visit.look()


def test_the_idlest_talk_makes_room() -> None:
    clock = Clock()
    sessions = Sessions(Settings(most_sessions=2), clock)
    for name in ("a", "b"):
        sessions.save(name, State("v"))
    sessions.load("a")
    sessions.save("c", State("v"))
    assert [name in sessions for name in "abc"] == [True, False, True]


def test_clearing_leaves_nothing_here_or_there(visit: Visit) -> None:
    visit.say("拖欠工资")
    old = visit.browser.cookies["talk"]
    form = {**hidden(visit.page), "says": "清除"}
    answer = visit.browser.post("/", data=form, follow_redirects=False)
    assert answer.headers["clear-site-data"] == '"cache", "cookies", "storage"'
    assert "talk" not in visit.browser.cookies
    assert len(visit.sessions) == 0
    assert "notice_wiped" in visit.look(answer.headers["location"])
    assert visit.browser.cookies["talk"] != old


def test_back_after_clearing_shows_the_greeting(visit: Visit) -> None:
    old = visit.say("拖欠工资")
    visit.say("清除")
    visit.page = old
    assert "谁欠的" not in visit.say("1", "says")
    assert "谁欠的" not in visit.look()


def test_a_word_is_not_found_in_what_the_site_holds(visit: Visit) -> None:
    visit.say(f"拖欠工资{SECRET}")
    visit.look()
    visit.browser = visit.another()
    visit.page = ""
    gc.collect()
    held = (one for one in gc.get_objects() if isinstance(one, State))
    assert not [one for one in held if SECRET in repr(one)]
    assert SETTINGS.idle_seconds == TWO_HOURS
