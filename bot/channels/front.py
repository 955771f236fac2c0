"""Lead requests to the door of their platform, and all others to the site."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from dataclasses import dataclass, field

from starlette.types import ASGIApp, Receive, Scope, Send

Living = Callable[[], AbstractAsyncContextManager[None]]
"""What lives as long as the server: a loop that takes in, a keeper that forgets."""


@dataclass(frozen=True, slots=True)
class Front:
    """Stand before the site in one process and one loop with the platforms' doors.

    A door is an address and what answers there; it checks by itself who asks.
    """

    site: ASGIApp
    doors: Mapping[str, ASGIApp] = field(default_factory=dict)
    living: Sequence[Living] = ()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or live as long as the server does."""
        if scope["type"] == "lifespan":
            async with AsyncExitStack() as lives:
                for one in self.living:
                    await lives.enter_async_context(one())
                await self.site(scope, receive, send)
            return
        door = self.doors.get(scope["path"])
        if door is None:
            await self.site(scope, receive, send)
        else:
            await door({**scope, "path": "/"}, receive, send)
