"""Write what a button carries: what it says, for which talk and which step of it.

At most 64 bytes. The mark of the step comes from the talk; the check binds both to
the chat, so that a button made for one chat says nothing in another.
"""

import hashlib
import hmac

MOST_BYTES = 64
_CHECK_SIGNS = 10
_BETWEEN = "|"


class Buttons:
    """Make and read the data of buttons with a key drawn from the bot's token."""

    def __init__(self, token: str) -> None:
        self._key = hashlib.sha256(b"wenlu buttons" + token.encode()).digest()

    def __repr__(self) -> str:
        """Say nothing of the key."""
        return "〈按钮〉"

    def data(self, chat: str, at: str, says: str) -> str:
        """Return the data of a button; the caller keeps `says` short."""
        return _BETWEEN.join((self._check(chat, at, says), at, says))

    def read(self, chat: str, data: str) -> tuple[str, str] | None:
        """Return the step and the words of a button; None when it is not ours."""
        parts = data.split(_BETWEEN, 2)
        if len(parts) != 3:
            return None
        check, at, says = parts
        right = self._check(chat, at, says)
        return (
            (at, says) if hmac.compare_digest(check.encode(), right.encode()) else None
        )

    def _check(self, chat: str, at: str, says: str) -> str:
        whole = _BETWEEN.join((chat, at, says)).encode()
        return hmac.new(self._key, whole, hashlib.sha256).hexdigest()[:_CHECK_SIGNS]
