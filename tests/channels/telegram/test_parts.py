"""What Telegram carries is short, bound to its chat, and holds no secret in print."""

import pytest

from bot.channels.telegram.account import Account, AccountError, account_of
from bot.channels.telegram.answering import command_said
from bot.channels.telegram.buttons import Buttons
from bot.channels.telegram.layout import MOST_UNITS, texts, units
from bot.core.view import View

TOKEN = "123456:SECRET"


def test_a_button_says_its_words_in_its_own_chat_only() -> None:
    made = Buttons(TOKEN)
    data = made.data("1", "abcdefabcdef", "先告诉我去哪")
    assert made.read("1", data) == ("abcdefabcdef", "先告诉我去哪")
    assert made.read("2", data) is None
    assert Buttons("1:OTHER").read("1", data) is None
    assert len(data.encode()) <= 64


@pytest.mark.parametrize("line", ["一", "😀", "一行\n" * 9, "长" * 9000, "😀" * 5000])
def test_texts_are_cut_by_the_units_that_telegram_counts(line: str) -> None:
    pages = texts(View(page=(line,)))
    assert all(0 < units(page) <= MOST_UNITS for page in pages)
    assert "".join(pages).replace("\n", "") == line.replace("\n", "")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("/start", "重来"),
        ("/start@wenlu_bot", "重来"),
        ("/danger", "有危险"),
        ("/工资", "工资"),
        ("没有斜线", "没有斜线"),
    ],
)
def test_commands_say_what_the_menu_promises(words: str, says: str) -> None:
    assert command_said(words) == says


def test_the_bot_is_off_until_there_is_a_token() -> None:
    assert account_of({}) is None


@pytest.mark.parametrize(
    "settings",
    [
        {"WENLU_TELEGRAM_TOKEN": "no-number"},
        {"WENLU_TELEGRAM_TOKEN": TOKEN, "WENLU_TELEGRAM_WEBHOOK": "https://x/telegram"},
    ],
)
def test_settings_that_do_not_fit_are_told(settings: dict[str, str]) -> None:
    with pytest.raises(AccountError):
        account_of(settings)


def test_no_token_is_printed() -> None:
    assert "SECRET" not in repr(Account(TOKEN))
    assert "SECRET" not in repr(Buttons(TOKEN))
