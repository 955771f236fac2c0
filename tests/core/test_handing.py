"""A card has its papers to hand; what it has not is not offered."""

from dataclasses import replace

import pytest

from bot.core.commands import command
from bot.core.events import Turned, WentBack
from bot.core.knowledge import Letter, Note
from bot.core.letter import Part
from bot.core.view import View, view
from tests.core.conftest import DAY, Talk

FORM = Letter(
    "投诉书",
    "投诉书",
    remedies=("劳动保障监察投诉",),
    parts=(Part("请求", (Note("请查。"),)),),
    sign=("投诉人",),
)


def with_letters(talk: Talk) -> Talk:
    along = replace(FORM, name="委托书", remedies=(), families=("投诉", "仲裁"))
    other = replace(FORM, name="别的", when=(("几个人", frozenset({"六位以上"})),))
    letters = {one.name: one for one in (along, FORM, other)}
    talk.knowledge = replace(talk.knowledge, letters=letters)
    return talk


def seen(talk: Talk) -> View:
    return view(talk.knowledge, talk.state, DAY)


def test_a_card_without_letters_or_days_only_prints(wages: Talk) -> None:
    wages.say("工地")
    words = set(seen(wages).standing)
    assert words & {"写材料", "存日历", "打印"} == {"打印"}


@pytest.mark.parametrize("page", ["letters", "calendar"])
def test_a_page_with_nothing_on_it_says_so(wages: Talk, page: str) -> None:
    wages.say("工地")
    wages.take(Turned(page, DAY))  # type: ignore[arg-type]
    assert (seen(wages).page, seen(wages).papers) == ((f"page_{page}_none",), page)


def test_letters_that_open_a_way_come_before_those_that_go_along(wages: Talk) -> None:
    with_letters(wages).say("工地")
    wages.take(command("写材料", DAY) or WentBack(DAY))
    assert seen(wages).page == (
        "page_letters",
        "page_letters_one 1 投诉书 劳动保障监察投诉",
        "page_letters_along 2 委托书 劳动保障监察投诉",
    )


@pytest.mark.parametrize("word", ["写材料", "存日历", "打印"])
def test_before_the_card_there_are_no_papers(wages: Talk, word: str) -> None:
    wages.take(command(word, DAY) or WentBack(DAY))
    assert (seen(wages).papers, seen(wages).notices) == ("", ("notice_no_card_yet ",))


def test_the_page_to_print_leads_on(wages: Talk) -> None:
    wages.say("工地")
    wages.take(Turned("print", DAY))
    assert (seen(wages).page, seen(wages).papers) == (("page_print",), "print")


@pytest.mark.parametrize("page", ["letters", "calendar", "print"])
def test_a_page_of_papers_keeps_its_card(wages: Talk, page: str) -> None:
    wages.say("工地")
    card = seen(wages).card
    wages.take(Turned(page, DAY))  # type: ignore[arg-type]
    assert card is not None
    assert seen(wages).card == card


def test_going_back_closes_the_page(wages: Talk) -> None:
    wages.say("工地")
    wages.take(Turned("print", DAY), WentBack(DAY))
    assert (seen(wages).papers, seen(wages).page) == ("", ())
