"""A touch screen guides, speaks, prints, and forgets."""

from dataclasses import replace

import pytest

from bot.channels.kiosk.hall import Hall
from bot.channels.kiosk.rooms import MARK
from bot.channels.kiosk.speaking import Voice
from tests.channels.kiosk.conftest import HALL, screen
from tests.channels.web.visiting import Visit, hidden


def post(visit: Visit, address: str, **form: str) -> str:
    visit.page = visit.browser.post(address, data={**hidden(visit.page), **form}).text
    return visit.page


def to_card(visit: Visit) -> str:
    """Walk to a card as somebody who is sure of nothing."""
    visit.look("/start")
    visit.say("拖欠工资")
    return visit.tap("1")


def test_who_has_said_nothing_stands_before_the_door(visit: Visit) -> None:
    page = visit.look()
    assert "单位里谁也看不到您点了什么" in page
    assert "点这里开始" in page


def test_the_tiles_are_first_words_of_a_talk(visit: Visit) -> None:
    assert "常见的事" in visit.look("/start")
    assert "点这里开始" not in visit.say("拖欠工资", "says")


@pytest.mark.parametrize("address", ["/", "/start", "/papers", "/about", "/slip"])
def test_every_screen_can_be_ended(visit: Visit, address: str) -> None:
    to_card(visit)
    assert "结束，全部清除" in visit.look(address)


def test_ending_forgets_the_talk_and_counts_for_the_launcher(visit: Visit) -> None:
    to_card(visit)
    before = visit.browser.get("/ended").json()["ended"]
    assert len(visit.sessions) == 1
    page = post(visit, "/end")
    assert "点这里开始" in page
    assert len(visit.sessions) == 0
    assert visit.browser.get("/ended").json()["ended"] == before + 1


def test_a_form_of_nobody_ends_nothing(visit: Visit) -> None:
    to_card(visit)
    visit.browser.post("/end", data={"mark": "0" * 32})
    assert len(visit.sessions) == 1


def test_the_slip_has_a_code_and_no_address_holds_an_answer(visit: Visit) -> None:
    to_card(visit)
    page = visit.look("/slip")
    assert 'class="code"' in page
    assert "办事提示" in page


def test_there_is_no_slip_before_there_is_a_card(visit: Visit) -> None:
    visit.look("/start")
    assert "点这里开始" in visit.look("/slip")


# sound


def test_a_screen_is_spoken_when_asked_and_from_then_on(visit: Visit) -> None:
    to_card(visit)
    assert "<audio" not in visit.look("/slip")
    assert "<audio" in post(visit, "/aloud", wish="1", back="/slip")
    assert "<audio" in visit.look("/start")
    assert "您来办什么事" in visit.browser.get("/sound?of=/start").text


def test_no_voice_no_button() -> None:
    visit = screen(voice=Voice(None, None))
    page = visit.look("/start")
    assert "读给我听" not in page
    assert MARK not in page


def hushed(visit: Visit) -> Visit:
    k = visit.app.knowledge
    matters = {name: replace(one, hush="家暴") for name, one in k.matters.items()}
    object.__setattr__(k, "matters", matters)
    return visit


def test_a_hushed_talk_is_silent_until_asked_for_this_screen(visit: Visit) -> None:
    to_card(hushed(visit))
    page = post(visit, "/aloud", wish="1", back="/slip")
    assert "<audio" not in page
    assert "旁边人会听到" in page
    assert "<audio" in post(visit, "/aloud", wish="here", back="/slip")
    assert "<audio" not in visit.look("/slip")


def test_the_card_of_a_danger_does_not_speak_by_itself(visit: Visit) -> None:
    visit.look("/start")
    post(visit, "/aloud", wish="1", back="/start")
    page = visit.say("有危险", "says")
    assert "autoplay" not in page
    assert "旁边人会听到" in page


def test_the_title_of_every_page_is_neutral(visit: Visit) -> None:
    to_card(visit)
    for address in ("/", "/slip", "/card"):
        assert "<title>办事提示</title>" in visit.look(address)


# calling a person


@pytest.mark.parametrize(
    ("hall", "says"), [(HALL, "3号窗口"), (Hall(), "请到最近的窗口")]
)
def test_calling_names_the_window_where_there_is_no_bell(hall: Hall, says: str) -> None:
    visit = screen(hall)
    visit.look("/start")
    assert says in post(visit, "/call")
