"""Join the rooms, pages and style that a touch screen has besides the web talk."""

from pathlib import Path

from bot.channels.kiosk.hall import Hall
from bot.channels.kiosk.rooms import Rooms
from bot.channels.kiosk.speaking import Voice, machine_voice
from bot.channels.web.furniture import Furniture

HOME = Path(__file__).parent
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "media-src 'self' data:; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
"""What a screen may load besides the web: its one script, and the sound of a page."""
IDLE_SECONDS = 240.0
"""Server side end of an idle talk, should the script of the page not run."""


def furniture(hall: Hall, voice: Voice | None = None) -> Furniture:
    """Return what turns the site into a touch screen."""
    spoken = voice or Voice(hall.voices, machine_voice())
    return Furniture(
        templates=HOME / "templates",
        style=HOME / "static" / "kiosk.css",
        script=HOME / "static" / "kiosk.js",
        policy=POLICY,
        rooms=lambda desk: Rooms(desk, hall, spoken).routes(),
        addresses=frozenset(["/start", "/papers", "/slip"]),
        words={"hall": hall},
    )
