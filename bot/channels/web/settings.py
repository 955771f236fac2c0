"""Say how the site is reached, and what bounds it."""

from dataclasses import dataclass, field

from bot.channels.web.furniture import Furniture
from bot.channels.web.tickets import new_secret

LOOPBACK = frozenset(["127.0.0.1", "localhost", "::1"])
"""Names under which only the machine itself reaches the site."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Bound the site.

    Without `names` it answers on this machine only, and its cookies are neither
    Secure nor prefixed, because loopback speaks plain HTTP. With names it stands
    behind a TLS front, answers to these names only, and cookies are `__Host-`.
    A form is at most `body_bytes` long; one that is longer is heard out, and thrown
    away, up to `heard_bytes`, so that its writer sees the page that says so.
    The secret lives as long as the process: a restart makes all talks new.
    """

    names: frozenset[str] = frozenset()
    idle_seconds: float = 2 * 60 * 60
    longest_seconds: float = 24 * 60 * 60
    most_sessions: int = 20_000
    body_bytes: int = 64 * 1024
    heard_bytes: int = 1024 * 1024
    body_seconds: float = 10.0
    turns_a_second: float = 2.0
    turns_at_once: float = 12.0
    requests_a_second: float = 20.0
    requests_at_once: float = 120.0
    furniture: Furniture | None = None
    secret: bytes = field(default_factory=new_secret, repr=False)

    @property
    def secure(self) -> bool:
        """Return whether browsers reach the site over TLS."""
        return bool(self.names)

    @property
    def hosts(self) -> frozenset[str]:
        """Return the names the site answers to."""
        return self.names or LOOPBACK

    def cookie(self, name: str) -> str:
        """Return a cookie's name; the prefix binds it to this host and to TLS."""
        return f"__Host-{name}" if self.secure else name
