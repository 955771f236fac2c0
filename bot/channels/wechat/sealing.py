"""Sign, open and seal what passes between the platform and us.

The scheme is the platform's: SHA-1 over the sorted parts, AES-256-CBC with the key's
first block as the start, filled up to 32 bytes, the receiver's id at the end.
"""

import base64
import binascii
import hashlib
import hmac
import secrets
import struct

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from bot.channels.wechat.account import Account

BLOCK = 32
_RANDOM, _LENGTH = 16, 4


class RefusedError(Exception):
    """Tell that something did not come from the platform, or not for this account."""


def signature(*parts: str) -> str:
    """Return the platform's signature of the parts."""
    joined = "".join(sorted(parts)).encode()
    return hashlib.sha1(joined).hexdigest()  # noqa: S324 — the platform's choice


def signed(given: str, *parts: str) -> bool:
    """Return whether a signature is that of the parts."""
    return hmac.compare_digest(given.encode(), signature(*parts).encode())


class Seal:
    """Open and seal messages with the key of an account."""

    def __init__(self, account: Account) -> None:
        self._key = base64.b64decode(account.key + "=")
        self._receiver = account.receiver.encode()

    def __repr__(self) -> str:
        """Say nothing of the key."""
        return "〈封〉"

    def opened(self, sealed: str) -> bytes:
        """Return the message that was sealed.

        Raises: RefusedError when it was not sealed for this account.
        """
        try:
            reading = self._cipher().decryptor()
            plain = reading.update(base64.b64decode(sealed, validate=True))
            plain += reading.finalize()
        except (binascii.Error, ValueError):
            raise RefusedError from None
        fill = plain[-1] if plain else 0
        head = _RANDOM + _LENGTH
        if not 1 <= fill <= BLOCK or len(plain) < head + fill:
            raise RefusedError
        (length,) = struct.unpack(">I", plain[_RANDOM:head])
        message, receiver = plain[head : head + length], plain[head + length : -fill]
        if not hmac.compare_digest(receiver, self._receiver):
            raise RefusedError
        return message

    def sealed(self, message: bytes) -> str:
        """Return the message sealed for the platform."""
        plain = secrets.token_bytes(_RANDOM) + struct.pack(">I", len(message))
        plain += message + self._receiver
        fill = BLOCK - len(plain) % BLOCK
        plain += bytes([fill]) * fill
        writing = self._cipher().encryptor()
        return base64.b64encode(writing.update(plain) + writing.finalize()).decode()

    def _cipher(self) -> Cipher[modes.CBC]:
        return Cipher(algorithms.AES(self._key), modes.CBC(self._key[:16]))
