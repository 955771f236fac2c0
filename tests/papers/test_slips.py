"""A slip is one plain page, and tells nothing that others should not find."""

from dataclasses import replace
from datetime import date

import pytest

from bot.core.cards import Card, Section
from bot.core.knowledge import Knowledge
from bot.core.phrases import say
from bot.papers.scanning import code_svg
from bot.papers.slips import SCANNED_BYTES, slip_of, slip_text
from tests.core.conftest import DAY, small_map
from tests.core.test_cards import card as written
from tests.core.test_cards import received

TODAY = date(2026, 11, 24)


@pytest.fixture
def knowledge() -> Knowledge:
    return small_map()


def card(hush: str = "", sections: tuple[Section, ...] = ()) -> Card:
    k = small_map()
    made = written(k, received(3))
    return replace(made, hush=hush, sections=sections or made.sections)


def test_a_slip_says_where_when_and_what_to_say_next_time(
    knowledge: Knowledge,
) -> None:
    made = slip_of(knowledge, card(), DAY)
    assert made.head == card().head[:2]
    assert say(knowledge, "slip_next", matter=card().matter) in slip_text(made)


@pytest.mark.parametrize("hush", ["检举", "家暴", "未成年人"])
def test_what_others_may_not_find_has_no_code_and_no_name(
    knowledge: Knowledge, hush: str
) -> None:
    made = slip_of(knowledge, card(hush), DAY)
    assert not made.scanned
    assert say(knowledge, "slip_next_hushed") in slip_text(made)
    # the twin: the same card, not hushed, has both
    open_slip = slip_of(knowledge, card(), DAY)
    assert open_slip.scanned
    assert card().matter in slip_text(open_slip)


def test_the_code_holds_whole_lines_and_no_address(knowledge: Knowledge) -> None:
    long = Section(
        say(knowledge, "title_where"), tuple("很长的一行" * 60 for _ in "123")
    )
    made = slip_of(knowledge, card(sections=(long,)), DAY)
    assert len(made.scanned.encode()) <= SCANNED_BYTES
    assert set(made.scanned.splitlines()) <= set(slip_text(made).splitlines())
    assert "http" not in made.scanned


def test_the_code_is_drawn_inside_the_page() -> None:
    drawn = code_svg("办事提示", "这张纸上的字")
    assert drawn.startswith("<svg")
    assert "<title>这张纸上的字</title>" in drawn
    assert "href" not in drawn
