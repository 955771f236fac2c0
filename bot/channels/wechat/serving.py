"""Answer the platform within its five seconds, a repeated message the same again."""

import asyncio
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.channels.handling import Answer, Reply
from bot.channels.wechat.account import Account
from bot.channels.wechat.layout import laid_out, page_wanted
from bot.channels.wechat.messages import (
    Incoming,
    answer_xml,
    fields_of,
    incoming,
    sealed_xml,
)
from bot.channels.wechat.sealing import RefusedError, Seal, signature, signed
from bot.core.knowledge import Knowledge
from bot.core.phrases import say
from bot.logs import log_crash
from bot.storing.contract import BusyError, Delivery

WINDOW_SECONDS = 5 * 60
"""How far the platform's clock may be from ours."""
ANSWER_SECONDS = 4.5
"""After this an answer is given whatever else is under way; the platform waits 5."""
BODY_BYTES = 64 * 1024
XML = "application/xml"
WORDS = frozenset(["text", "voice"])
WIPE = "清除"


@dataclass(frozen=True, slots=True)
class Desk:
    """Hold the talk, its knowledge, and how long an answer may take."""

    talk: Answer
    knowledge: Callable[[], Knowledge]
    seconds: float = ANSWER_SECONDS
    clock: Callable[[], float] = time.time


def door(account: Account, desk: Desk) -> Starlette:
    """Return what answers at the address that the platform's console names."""
    one = _Door(account, desk)
    return Starlette(
        routes=[
            Route("/", one.greet, methods=["GET"]),
            Route("/", one.take, methods=["POST"]),
        ]
    )


class _Door:
    """Keep what answering one account needs."""

    def __init__(self, account: Account, desk: Desk) -> None:
        self._account, self._desk = account, desk
        self._seal = Seal(account) if account.key else None
        kind = "wecom" if account.wecom else "wechat"
        self._channel = f"{kind}:{account.receiver}"

    async def greet(self, request: Request) -> Response:
        """Show the platform that the address is ours."""
        asked = request.query_params
        echo = asked.get("echostr", "")
        try:
            if not self._account.wecom:
                self._check(request, "signature")
                return PlainTextResponse(echo)
            self._check(request, "msg_signature", echo)
            assert self._seal is not None
            return PlainTextResponse(self._seal.opened(echo))
        except RefusedError:
            return _refused()

    async def take(self, request: Request) -> Response:
        """Take a message; whatever happens, the platform gets an answer in time."""
        try:
            fields = fields_of(await _body(request))
            sealed = fields.get("Encrypt", "")
            if sealed:
                self._check(request, "msg_signature", sealed)
                if self._seal is None:
                    return _refused()
                fields = fields_of(self._seal.opened(sealed))
            elif self._account.wecom:
                return _refused()
            else:
                self._check(request, "signature")
            message = incoming(fields)
        except RefusedError:
            return _refused()
        text = await self._text(message)
        return self._answer(message, text, sealed=bool(sealed)) if text else _nothing()

    async def _text(self, message: Incoming) -> str:
        k = self._desk.knowledge()
        if message.kind == "event":
            return await self._event(message)
        if message.kind not in WORDS or not message.words:
            kind = "voice" if message.kind == "voice" else "other"
            return say(k, f"wechat_{kind}")
        page = page_wanted(message.words)
        if page:
            reply = await self._desk.talk.greet(self._channel, message.sender)
            return laid_out(k, reply.view, page)
        return await self._told(message)

    async def _event(self, message: Incoming) -> str:
        match message.event.lower():
            case "subscribe":
                return say(self._desk.knowledge(), "wechat_greeting")
            case "unsubscribe":
                await self._told(replace(message, words=WIPE))
                return ""
            case "click":
                return await self._told(message)
            case _:
                return ""

    async def _told(self, message: Incoming) -> str:
        """Return the talk's answer, or in time the words that ask to send it again.

        What was begun is still finished and kept: the platform's repeat finds it.
        """
        k = self._desk.knowledge()
        delivery = Delivery(self._channel, message.sender, message.key, message.sent)
        turn = asyncio.create_task(self._answering(delivery, message.words))
        try:
            async with asyncio.timeout(self._desk.seconds):
                reply = await asyncio.shield(turn)
        except (TimeoutError, BusyError):
            turn.add_done_callback(_let_go)
            return say(k, "again")
        except Exception as error:  # noqa: BLE001 — its text may hold a citizen's words
            log_crash(error, "wechat", citizen_caused=True)
            return say(k, "again")
        return laid_out(k, reply.view)

    async def _answering(self, delivery: Delivery, words: str) -> Reply:
        return await self._desk.talk.answer(delivery, words)

    def _answer(self, message: Incoming, text: str, *, sealed: bool) -> Response:
        now = int(self._desk.clock())
        xml = answer_xml(message, text, now)
        if sealed and self._seal is not None:
            stamp, nonce = str(now), secrets.token_hex(8)
            shut = self._seal.sealed(xml.encode())
            sign = signature(self._account.token, stamp, nonce, shut)
            xml = sealed_xml(shut, sign, stamp, nonce)
        return Response(xml, media_type=XML)

    def _check(self, request: Request, name: str, *parts: str) -> None:
        """Refuse what is not signed by the platform, or is not of now."""
        asked = request.query_params
        stamp, nonce = asked.get("timestamp", ""), asked.get("nonce", "")
        late = not stamp.isdecimal() or (
            abs(self._desk.clock() - int(stamp[:12])) > WINDOW_SECONDS
        )
        given = asked.get(name, "")
        if late or not signed(given, self._account.token, stamp, nonce, *parts):
            raise RefusedError


async def _body(request: Request) -> bytes:
    body = bytearray()
    try:
        async for piece in request.stream():
            body += piece
            if len(body) > BODY_BYTES:
                raise RefusedError
    except ClientDisconnect:
        raise RefusedError from None
    return bytes(body)


def _let_go(turn: asyncio.Task[Reply]) -> None:
    """Look at a turn that came too late, so that its error is not called lost."""
    if not turn.cancelled():
        turn.exception()


def _refused() -> Response:
    return PlainTextResponse("", 403)


def _nothing() -> Response:
    """Tell the platform that nothing will be said; it does not repeat then."""
    return PlainTextResponse("success")
