"""Give tests a touch screen over the small map, with a voice that writes down."""

from pathlib import Path

import pytest

from bot.channels.kiosk import furnishing
from bot.channels.kiosk.furnishing import furniture
from bot.channels.kiosk.hall import Hall
from bot.channels.kiosk.speaking import Voice
from bot.channels.web.settings import Settings
from tests.channels.web.visiting import Visit
from tests.core.conftest import small_map

HALL = Hall(desk="2", window="3号窗口")


def echo(text: str) -> bytes:
    """Return the text itself, so that a test reads what would be heard."""
    return text.encode()


def screen(hall: Hall = HALL, voice: Voice | None = None) -> Visit:
    heard = voice or Voice(None, echo)
    settings = Settings(
        turns_at_once=1e9, requests_at_once=1e9, furniture=furniture(hall, heard)
    )
    return Visit(small_map(), settings)


@pytest.fixture
def visit() -> Visit:
    return screen()


@pytest.fixture
def machine() -> Path:
    return Path(furnishing.__file__).parent / "machine"
