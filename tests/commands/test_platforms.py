"""No platform is open until its settings are there, and all of them fit."""

from datetime import date

import pytest
from starlette.applications import Starlette

from bot.channels.front import Front
from bot.commands.platforms import platforms
from tests.core.conftest import DAY, small_map

TOKEN = {"WENLU_WECHAT_TOKEN": "tok"}


def today() -> date:
    return DAY


def test_without_settings_there_is_only_the_site() -> None:
    assert platforms(small_map(), today, {}) is None


def test_with_settings_the_door_is_open_and_takes_other_knowledge() -> None:
    settings = {**TOKEN, "WENLU_WECHAT_ID": "wx1", "WENLU_DATABASE": "memory"}
    made = platforms(small_map(), today, settings)
    assert made is not None
    front = made.before(Starlette())
    assert isinstance(front, Front)
    assert list(front.doors) == ["/wechat"]
    made.use(small_map())


def test_a_bot_with_a_webhook_gets_a_door_of_its_own() -> None:
    settings = {
        "WENLU_TELEGRAM_TOKEN": "1:x",
        "WENLU_TELEGRAM_WEBHOOK": "https://wen.example.cn/telegram",
        "WENLU_TELEGRAM_SECRET": "s3",
        "WENLU_DATABASE": "memory",
    }
    made = platforms(small_map(), today, settings)
    assert made is not None
    front = made.before(Starlette())
    assert isinstance(front, Front)
    assert list(front.doors) == ["/telegram"]
    assert len(front.living) == 2


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        (TOKEN, "WENLU_WECHAT_ID"),
        ({**TOKEN, "WENLU_WECHAT_ID": "wx1", "WENLU_WECHAT_KEY": "short"}, "43"),
        ({**TOKEN, "WENLU_WECHAT_ID": "wx1", "WENLU_WECOM": "1"}, "43"),
    ],
)
def test_settings_that_do_not_fit_are_named(
    settings: dict[str, str], says: str
) -> None:
    with pytest.raises(SystemExit, match=says):
        platforms(small_map(), today, settings)
