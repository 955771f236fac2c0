"""Read a posted form within its bounds, and tell whether it is one of our own."""

import asyncio
from collections.abc import Mapping
from urllib.parse import parse_qsl, urlsplit

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request

from bot.channels.web.settings import Settings

MOST_FIELDS = 20
"""Fields a form may have; ours have five."""
FORM = "application/x-www-form-urlencoded"


async def read_form(request: Request, settings: Settings) -> Mapping[str, str]:
    """Return the fields of a form; the last of a name counts.

    Raises: HTTPException 400, 408, 413 or 415 when it is out of bounds.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip() != FORM:
        raise HTTPException(415)
    try:
        async with asyncio.timeout(settings.body_seconds):
            body = await _body(request, settings)
    except TimeoutError:
        raise HTTPException(408) from None
    except ClientDisconnect:
        raise HTTPException(400) from None
    try:
        pairs = parse_qsl(
            body.decode("ascii", "replace"),
            keep_blank_values=True,
            max_num_fields=MOST_FIELDS,
        )
    except ValueError:
        raise HTTPException(400) from None
    return dict(pairs)


def from_our_page(request: Request) -> bool:
    """Return whether the browser says that a page of ours sent the form.

    A browser too old to say anything passes: the mark in the form decides then.
    """
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("host")


async def _body(request: Request, settings: Settings) -> bytes:
    body, heard = bytearray(), 0
    async for piece in request.stream():
        heard += len(piece)
        if heard <= settings.body_bytes:
            body += piece
        elif heard > settings.heard_bytes:
            break
    if heard > settings.body_bytes:
        raise HTTPException(413)
    return bytes(body)
