"""The application saves first and speaks then; a danger leaves no trace."""

from dataclasses import replace

import pytest

from bot.app import App, today_in_china
from bot.core.dialogue import State
from bot.core.events import Chose
from bot.core.knowledge import Option
from bot.storing.memory import MemoryStore
from tests.core.conftest import DAY, small_map

K = small_map()


class Diary(MemoryStore):
    """Keep what was saved, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.saved: list[State] = []

    def save(self, citizen: str, state: State) -> None:
        self.saved.append(state)
        super().save(citizen, state)


class BrokenStore(MemoryStore):
    """Fail to save, as a full disk does."""

    def save(self, citizen: str, state: State) -> None:
        raise OSError(citizen, state)


@pytest.fixture
def store() -> Diary:
    return Diary()


@pytest.fixture
def app(store: Diary) -> App:
    return App(K, store, lambda: DAY)


def test_a_citizen_is_greeted_once_and_then_met_where_the_talk_stands(
    app: App,
) -> None:
    assert app.greet("甲").page == ("greeting",)
    app.handle("甲", "拖欠工资")
    assert app.greet("甲").ask == "谁欠的？"


def test_two_citizens_do_not_meet(app: App) -> None:
    app.handle("甲", "拖欠工资")
    assert app.greet("乙").page == ("greeting",)


def test_a_danger_is_answered_at_once_and_leaves_no_trace(
    app: App, store: Diary
) -> None:
    app.handle("甲", "拖欠工资")
    before = list(store.saved)
    shown = app.handle("甲", "我不想活了")
    assert (shown.safety, shown.page[0]) == (True, "先别急。")
    assert store.saved == before
    assert app.greet("甲").ask == "谁欠的？"


def test_a_danger_is_missed_when_its_words_are_taken_out(store: Diary) -> None:
    deaf = App(replace(K, safety={}), store, lambda: DAY)
    assert not deaf.handle("甲", "我不想活了").safety


@pytest.mark.parametrize("words", ["有危险", "撑不住", "有危险或撑不住"])
def test_the_standing_button_stores_nothing(app: App, store: Diary, words: str) -> None:
    assert app.handle("甲", words).safety
    assert store.saved == []


def test_nothing_is_said_that_was_not_saved() -> None:
    app = App(K, BrokenStore(), lambda: DAY)
    with pytest.raises(OSError, match="甲"):
        app.handle("甲", "拖欠工资")


def test_clearing_forgets_the_talk(app: App, store: Diary) -> None:
    app.handle("甲", "拖欠工资")
    shown = app.handle("甲", "清除")
    assert shown.notices[0].startswith("notice_wiped")
    assert store.load("甲") is None


def test_no_words_of_the_citizen_are_in_what_is_saved(app: App, store: Diary) -> None:
    app.handle("甲", "我叫牛二，拖欠工资，电话13800000000")
    app.handle("甲", "包工头牛二")
    assert "牛二" not in repr(store.saved)
    assert "138" not in repr(store.saved)


def test_the_day_of_today_is_read_in_china() -> None:
    assert abs((today_in_china() - today_in_china()).days) <= 1


def test_a_matter_that_sounds_of_danger_can_be_opened_by_its_name(app: App) -> None:
    said = app.handle("甲", "拖欠工资，我不想活了")
    assert "问拖欠工资" in said.standing
    assert app.handle("甲", "问拖欠工资").ask == "谁欠的？"


@pytest.mark.parametrize("words", ["有人打我", "3"])
def test_an_answer_that_shows_a_card_stores_nothing(store: Diary, words: str) -> None:
    question = K.questions["谁欠的"]
    option = Option("挨打", "有人打我", show="自伤")
    asked = replace(question, options=(*question.options, option))
    k = replace(K, questions={**K.questions, "谁欠的": asked})
    app = App(k, store, lambda: DAY)
    app.handle("甲", "拖欠工资")
    before = list(store.saved)
    assert app.handle("甲", words).page[0] == "先别急。"
    assert app.take("甲", Chose("谁欠的", "挨打", DAY)).safety
    assert store.saved == before
    assert app.greet("甲").ask == "谁欠的？"
