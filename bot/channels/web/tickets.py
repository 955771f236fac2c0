"""Make the ids of talks and the marks of forms; only this process can make them."""

import hashlib
import hmac
import secrets

ID_BYTES = 32
"""Random bytes in the id of a talk."""


def new_secret() -> bytes:
    """Return a secret that nobody has."""
    return secrets.token_bytes(ID_BYTES)


class Tickets:
    """Issue ids and marks, and tell ours from others."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def issue(self) -> str:
        """Return a new id, signed, so that nobody can choose one for another."""
        chosen = secrets.token_urlsafe(ID_BYTES)
        return f"{chosen}.{self.mark('ticket', chosen)}"

    def citizen(self, ticket: str) -> str:
        """Return the key a talk is kept under; nothing when the id is not ours."""
        chosen, _, signed = ticket.partition(".")
        if not self.same(signed, self.mark("ticket", chosen)):
            return ""
        return self.mark("citizen", chosen)

    def mark(self, purpose: str, *parts: str) -> str:
        """Return the mark of some words for one purpose."""
        text = "\x00".join((purpose, *parts)).encode("utf-8", "surrogatepass")
        return hmac.new(self._secret, text, hashlib.sha256).hexdigest()[:32]

    @staticmethod
    def same(given: str, wanted: str) -> bool:
        """Return whether two marks are equal, in a time that tells nothing."""
        return hmac.compare_digest(given.encode("utf-8", "replace"), wanted.encode())
