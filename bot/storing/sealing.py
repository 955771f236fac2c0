"""Name and seal talks so that only a key and the citizen's own id open them."""

import hmac
import json
import secrets
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.core.encoding import UnreadableError, read_state, write_state
from bot.core.state import State
from bot.storing.contract import Delivery, Kept

NAME_BYTES = 16
NONCE_BYTES = 12
BLOCK_LETTERS = 512
"""Talks are filled up to this, so that the length of a seal tells little."""


@dataclass(frozen=True, slots=True, repr=False)
class Name:
    """Hold the pseudonym of a talk, and the key that opens it."""

    row: bytes
    opens: bytes


@dataclass(frozen=True, slots=True)
class Held:
    """Hold a talk with the second it began at and its number of changes."""

    kept: Kept
    begun: int
    version: int


def named(key: bytes, channel: str, citizen: str) -> Name:
    """Return the pseudonym of a citizen's talk under one day's key."""
    return Name(
        _made(key, "s1", channel, citizen)[:NAME_BYTES],
        _made(key, "c1", channel, citizen),
    )


def guard(key: bytes, delivery: Delivery) -> bytes:
    """Return the pseudonym of a delivery; it does not lead to the talk."""
    return _made(key, "u1", delivery.channel, delivery.key)[:NAME_BYTES]


def seal(name: Name, held: Held, state: State) -> bytes:
    """Return the talk sealed; it opens only in its own row and version."""
    parts = [held.begun, held.kept.spoken, write_state(state)]
    text = json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode()
    text = text.ljust(-(-len(text) // BLOCK_LETTERS) * BLOCK_LETTERS)
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(name.opens).encrypt(nonce, text, _bound(name, held.version))


def unseal(name: Name, version: int, sealed: bytes) -> Held | None:
    """Return the talk of a row; None when it was changed or is of another form."""
    nonce, text = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
    try:
        opened = AESGCM(name.opens).decrypt(nonce, text, _bound(name, version))
        begun, spoken, state = json.loads(opened)
        return Held(Kept(read_state(state), spoken), begun, version)
    except (InvalidTag, UnreadableError, ValueError):
        return None


def _made(key: bytes, *parts: str) -> bytes:
    text = "\x00".join(parts).encode("utf-8", "surrogatepass")
    return hmac.digest(key, text, "sha256")


def _bound(name: Name, version: int) -> bytes:
    return name.row + version.to_bytes(8, "big")
