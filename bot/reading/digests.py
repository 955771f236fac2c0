"""Take a print of what a file says, so that a signature lapses when it changes."""

import hashlib
import json

from bot.reading.nodes import Mapping, Node, Scalar

LENGTH = 12
"""Signs of a print; enough to tell two versions of one guide apart."""


def digest_of(node: Node, *without: str) -> str:
    """Return the print of a map but for these keys; remarks and layout do not count."""
    kept = node
    if isinstance(node, Mapping):
        entries = tuple((k, v) for k, v in node.entries if k.text not in without)
        kept = Mapping(entries, node.start, node.end)
    text = json.dumps(_plain(kept), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]


def _plain(node: Node) -> object:
    match node:
        case Scalar(text=text):
            return text
        case Mapping(entries=entries):
            return [[key.text, _plain(value)] for key, value in entries]
        case _:
            return {"items": [_plain(item) for item in node.items]}
