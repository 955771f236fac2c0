"""A delivery of a platform is answered once it is kept, and told the same again."""

import asyncio

import pytest

from bot.app import Messenger
from bot.channels.handling import Reply
from bot.release import release
from bot.storing.contract import Delivery
from bot.storing.memory import MemorySessions
from bot.storing.schema import handed_over
from tests.core.conftest import DAY, small_map
from tests.storing.keeping import Clock

K = small_map()
MOVED_ON = "notice_moved_on "


class Phone:
    """Write to the messenger as one citizen does."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.messenger = Messenger(K, MemorySessions(self.clock), lambda: DAY)
        self.number = 0

    def say(self, text: str, at: str = "", key: str = "", sent: int = 0) -> Reply:
        """Send a text; a key given is one sent before."""
        self.number += 1
        one = Delivery("telegram:1", "甲", key or str(self.number), sent)
        return asyncio.run(self.messenger.answer(one, text, at))

    def greet(self) -> Reply:
        """Return what stands."""
        return asyncio.run(self.messenger.greet("telegram:1", "甲"))


@pytest.fixture
def phone() -> Phone:
    return Phone()


def test_a_talk_goes_on_from_delivery_to_delivery(phone: Phone) -> None:
    assert phone.greet().view.page == ("greeting",)
    assert phone.say("拖欠工资").view.ask == "谁欠的？"
    assert phone.greet().view.ask == "谁欠的？"


@pytest.mark.parametrize("words", ["拖欠工资", "我不想活了", "有危险", "清除", "香蕉"])
def test_a_repeated_delivery_is_told_the_same_again(phone: Phone, words: str) -> None:
    first = phone.say(words, key="k")
    again = phone.say(words, key="k")
    assert (again.view, again.at, again.repeated) == (first.view, first.at, True)


def test_a_danger_is_heard_in_a_repeated_delivery_after_the_talk_went_on(
    phone: Phone,
) -> None:
    phone.say("我不想活了", key="k")
    phone.say("拖欠工资")
    assert phone.say("我不想活了", key="k").view.safety


def test_a_button_of_an_earlier_step_changes_nothing(phone: Phone) -> None:
    old = phone.say("拖欠工资")
    now = phone.say("1", old.at)
    late = phone.say("1", old.at)
    assert late.at == now.at
    assert late.view.ask == now.view.ask
    assert late.view.notices[0] == MOVED_ON


def test_without_its_mark_the_same_tap_changes_the_talk(phone: Phone) -> None:
    phone.say("拖欠工资")
    now = phone.say("1")
    assert phone.say("1").at != now.at


@pytest.mark.parametrize("words", ["清除", "重来", "有危险"])
def test_an_old_button_still_ends_the_talk_or_calls_for_help(
    phone: Phone, words: str
) -> None:
    old = phone.say("拖欠工资")
    phone.say("1", old.at)
    late = phone.say(words, old.at)
    assert late.view.notices != (MOVED_ON,)


@pytest.mark.parametrize(
    ("after", "late"), [(-9, True), (0, True), (1, False), (-3600, False)]
)
def test_a_number_counts_only_if_sent_after_the_menu_was(
    phone: Phone, after: int, *, late: bool
) -> None:
    shown = phone.say("拖欠工资")
    reply = phone.say("1", sent=int(phone.clock.now) + after)
    assert (reply.at == shown.at) is late
    assert (MOVED_ON in reply.view.notices) is late


def test_words_count_whenever_they_were_sent(phone: Phone) -> None:
    shown = phone.say("拖欠工资")
    assert phone.say("工地", sent=int(phone.clock.now) - 1).at != shown.at


def test_about_tells_what_could_be_handed_over_and_which_program_it_is(
    phone: Phone,
) -> None:
    page = phone.say("关于").view.page
    assert page[0].startswith("page_about")
    assert page[1:-1] == handed_over()
    assert release() in page[-1]
    assert phone.greet().view.page == page


def test_with_a_card_one_is_told_when_the_talk_will_be_forgotten(phone: Phone) -> None:
    assert "forgetting" not in phone.say("拖欠工资").view.notices
    first = phone.say("先告诉我去哪", key="k")
    assert first.view.card is not None
    assert "forgetting" in first.view.notices
    again = phone.say("先告诉我去哪", key="k")
    assert again.view == phone.greet().view == first.view
    assert "forgetting" not in phone.say("看全部").view.notices
