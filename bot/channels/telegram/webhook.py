"""Take updates that the platform brings; it brings again what was not taken."""

import hmac
import json

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from telegram import Bot, Update
from telegram.error import TelegramError

from bot.channels.telegram.account import Account
from bot.channels.telegram.answering import Answering
from bot.storing.contract import BusyError

SECRET = "x-telegram-bot-api-secret-token"  # noqa: S105 — the name of a header
BODY_BYTES = 64 * 1024


def door(account: Account, bot: Bot, answering: Answering) -> Starlette:
    """Return what answers at the webhook's address."""

    async def take(request: Request) -> Response:
        given = request.headers.get(SECRET, "")
        if not hmac.compare_digest(given.encode(), account.secret.encode()):
            return PlainTextResponse("", 403)
        update = _update(await _body(request), bot)
        if update is None:
            return PlainTextResponse("", 400)
        try:
            await answering.take(update)
        except (BusyError, TelegramError):
            return PlainTextResponse("", 503)
        return PlainTextResponse("")

    return Starlette(routes=[Route("/", take, methods=["POST"])])


def _update(body: bytes, bot: Bot) -> Update | None:
    try:
        data = json.loads(body)
        return Update.de_json(data, bot) if isinstance(data, dict) else None
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


async def _body(request: Request) -> bytes:
    body = bytearray()
    try:
        async for piece in request.stream():
            body += piece
            if len(body) > BODY_BYTES:
                return b""
    except ClientDisconnect:
        return b""
    return bytes(body)
