"""Stand before every page: who may ask, what every answer carries, what is logged."""

import logging
from base64 import b64encode
from hashlib import sha256
from typing import Protocol

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.channels.web.bucket import Bucket
from bot.channels.web.settings import LOOPBACK, Settings
from bot.papers.letters.layout import STYLE

_LOG = logging.getLogger("wenlu.web")

PRINTED = b64encode(sha256(STYLE.encode()).digest()).decode()
"""The print of the style that a letter brings along; no other may stand in a page."""
POLICY = (
    f"default-src 'none'; style-src 'self' 'sha256-{PRINTED}'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'"
)
"""What a page may load: its own style and pictures; it runs no script at all."""
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
NO_STORE = "no-store"
TLS_ONLY = "max-age=31536000; includeSubDomains"
"""A year, in seconds, during which browsers come over TLS only."""
HANGING_UP = frozenset([408, 413, 415])
"""Statuses after which the line is closed: what still comes is not taken in."""
METHODS = frozenset(["GET", "HEAD", "POST"])


class FaultPage(Protocol):
    """Say plainly why something was refused."""

    def __call__(self, status: int) -> Response:
        """Return the page of a status."""


class Guard:
    """Refuse what is out of bounds; let no error tell what a citizen wrote."""

    def __init__(
        self, inner: ASGIApp, settings: Settings, bucket: Bucket, fault: FaultPage
    ) -> None:
        self._inner, self._settings = inner, settings
        self._bucket, self._fault = bucket, fault

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._inner(scope, receive, send)
            return
        answer = _Answer(send, self._settings)
        status = self._refused(scope)
        try:
            page = self._fault(status) if status else self._inner
            await page(scope, receive, answer.send)
        except Exception as error:  # noqa: BLE001 — its text may hold a citizen's words
            _LOG.error("turn_failed kind=%s at=%s", *_where(error))
            if not answer.begun:
                await self._fault(500)(scope, receive, answer.send)

    def _refused(self, scope: Scope) -> int:
        """Return the status to refuse a request with; 0 when it may pass."""
        headers = Headers(scope=scope)
        length = headers.get("content-length", "0")
        client = (scope.get("client") or ("",))[0]
        if _name(headers.get("host", "")) not in self._settings.hosts:
            return 400
        if scope["method"] not in METHODS:
            return 405
        if not length.isdecimal() or int(length[:12]) > self._settings.heard_bytes:
            return 413
        if _foreign_part(headers):
            return 403
        if client not in LOOPBACK and not self._bucket.take(client):
            return 429
        return 0


class _Answer:
    """Put on every answer what it must carry."""

    def __init__(self, send: Send, settings: Settings) -> None:
        self._send, self._secure, self.begun = send, settings.secure, False
        furniture = settings.furniture
        self._policy = furniture.policy if furniture else ""

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.begun = True
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            if self._policy:
                headers["Content-Security-Policy"] = self._policy
            headers.setdefault("Cache-Control", NO_STORE)
            if message["status"] in HANGING_UP:
                headers["Connection"] = "close"
            if self._secure:
                headers["Strict-Transport-Security"] = TLS_ONLY
        await self._send(message)


def _name(host: str) -> str:
    """Return the name in a Host header, without its port."""
    if host.startswith("["):
        return host[1:].partition("]")[0].lower()
    return host.partition(":")[0].lower()


def _foreign_part(headers: Headers) -> bool:
    """Return whether a page of another site wants this as a part of itself."""
    foreign = headers.get("sec-fetch-site") in ("cross-site", "same-site")
    return foreign and headers.get("sec-fetch-mode") != "navigate"


def _where(error: BaseException) -> tuple[str, str]:
    """Return kind and place of an error, nothing of what it says."""
    last = error.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    if last is None:
        return type(error).__name__, ""
    module = last.tb_frame.f_globals.get("__name__", "")
    return type(error).__name__, f"{module}:{last.tb_lineno}"
