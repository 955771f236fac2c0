"""Change what is served between two requests, never within one."""

from collections.abc import Callable

from starlette.types import ASGIApp, Receive, Scope, Send

from bot.core.knowledge import Knowledge


class Live:
    """Serve one site until another takes its place; tell it what is wrong meanwhile.

    A request that is under way is finished by the site that began it.
    """

    def __init__(
        self, make: Callable[[Knowledge], ASGIApp], knowledge: Knowledge
    ) -> None:
        self._make, self._site = make, make(knowledge)
        self.faults = 0

    def use(self, knowledge: Knowledge) -> None:
        """Serve other knowledge from the next request on."""
        self._site = self._make(knowledge)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http":
            scope.setdefault("state", {})["faults"] = self.faults
        await self._site(scope, receive, send)
