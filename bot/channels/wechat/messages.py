"""Read the platform's XML without any declaration in it, and write answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from xml.parsers import expat

from bot.channels.wechat.sealing import RefusedError

MOST_FIELDS = 60


@dataclass(frozen=True, slots=True, repr=False)
class Incoming:
    """Hold what somebody sent: its kind, words, and the platform's number of it."""

    sender: str
    account: str
    kind: str
    words: str
    event: str
    key: str
    sent: int

    def __repr__(self) -> str:
        """Say nothing of the citizen."""
        return f"〈{self.kind}〉"


def fields_of(data: bytes) -> Mapping[str, str]:
    """Return the fields of a flat XML document.

    Raises: RefusedError for a declaration (DTD, entities), nesting too deep, or no XML.
    """
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)  # noqa: FBT003 — expat takes it by place
    except expat.ExpatError:
        raise RefusedError from None
    return reader.fields


def incoming(fields: Mapping[str, str]) -> Incoming:
    """Return the message that fields describe.

    Raises: RefusedError when sender, account or time are missing.
    """
    get = fields.get
    sender, account, time = get("FromUserName"), get("ToUserName"), get("CreateTime")
    if not sender or not account or not time or not time.isdecimal():
        raise RefusedError
    kind, event = get("MsgType", ""), get("Event", "")
    words = get("Content") or get("Recognition") or get("EventKey") or ""
    key = get("MsgId") or "/".join((sender, time, event, get("EventKey", "")))
    return Incoming(sender, account, kind, words, event, key, int(time[:12]))


def answer_xml(to: Incoming, text: str, now: int) -> str:
    """Return the text as the platform's passive answer."""
    return (
        f"<xml><ToUserName>{_quoted(to.sender)}</ToUserName>"
        f"<FromUserName>{_quoted(to.account)}</FromUserName>"
        f"<CreateTime>{now}</CreateTime><MsgType><![CDATA[text]]></MsgType>"
        f"<Content>{_quoted(text)}</Content></xml>"
    )


def sealed_xml(sealed: str, signature: str, stamp: str, nonce: str) -> str:
    """Return a sealed answer in its envelope."""
    return (
        f"<xml><Encrypt>{_quoted(sealed)}</Encrypt>"
        f"<MsgSignature>{_quoted(signature)}</MsgSignature>"
        f"<TimeStamp>{stamp}</TimeStamp><Nonce>{_quoted(nonce)}</Nonce></xml>"
    )


def _quoted(text: str) -> str:
    return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>"


class _Reader:
    """Collect the fields that stand directly under the root."""

    def __init__(self) -> None:
        self.fields: dict[str, str] = {}
        self._open: list[str] = []
        self.parser = parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse
        parser.EntityDeclHandler = self._refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text

    def _refuse(self, *_: object) -> None:
        raise RefusedError

    def _start(self, name: str, _: dict[str, str]) -> None:
        self._open.append(name)
        if len(self._open) > 8 or len(self.fields) > MOST_FIELDS:
            raise RefusedError
        if len(self._open) == 2:
            self.fields[name] = ""

    def _end(self, _: str) -> None:
        self._open.pop()

    def _text(self, text: str) -> None:
        if len(self._open) == 2:
            self.fields[self._open[1]] += text
