"""Take updates in, each acknowledged only after its answer was kept and sent.

The library's own updater acknowledges before the work is done; a crash then loses
what it had taken. This loop asks with the number of the last update that is done.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

from telegram import Bot, BotCommand
from telegram.error import (
    Conflict,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

from bot.channels.telegram.account import Account
from bot.channels.telegram.answering import COMMANDS, Answering
from bot.core.knowledge import Knowledge
from bot.core.phrases import say
from bot.logs import Line, log
from bot.storing.contract import BusyError

POLL_SECONDS = 25
"""How long the platform holds a question for updates that has no answer yet."""
MOST_UPDATES = 50
WANTED = ["message", "callback_query", "my_chat_member"]
FIRST_WAIT, LONGEST_WAIT = 0.5, 30.0
"""Seconds to wait after a failure, doubled at each one that follows."""

Sleep = Callable[[float], Awaitable[None]]


class TakingIn:
    """Ask for updates and answer them one after another."""

    def __init__(
        self,
        bot: Bot,
        answering: Answering,
        *,
        poll: int = POLL_SECONDS,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._bot, self._answering, self._sleep = bot, answering, sleep
        self._poll, self._next, self._failed = poll, 0, 0

    async def run(self) -> None:
        """Take in until cancelled, or until the token is refused."""
        while True:
            try:
                await self._some()
                self._failed = 0
            except InvalidToken:
                log(Line("refused", channel="telegram", component="token"))
                return
            except RetryAfter as error:
                await self._sleep(_seconds(error))
            except (BusyError, TelegramError) as error:
                await self._wait(error)

    async def _some(self) -> None:
        updates = await self._bot.get_updates(
            offset=self._next,
            limit=MOST_UPDATES,
            timeout=self._poll,
            allowed_updates=WANTED,
        )
        for update in updates:
            await self._answering.take(update)
            self._next, self._failed = update.update_id + 1, 0

    async def _wait(self, error: Exception) -> None:
        self._failed += 1
        component = "conflict" if isinstance(error, Conflict) else "updates"
        log(
            Line(
                "busy" if isinstance(error, BusyError) else "platform_error",
                channel="telegram",
                component=component,
                exc=type(error).__name__,
            )
        )
        await self._sleep(min(FIRST_WAIT * 2 ** (self._failed - 1), LONGEST_WAIT))


@asynccontextmanager
async def living(
    bot: Bot, account: Account, answering: Answering, knowledge: Knowledge
) -> AsyncIterator[None]:
    """Open the bot, register its commands, and take in while the server serves."""
    async with bot:
        await _registered(bot, account, knowledge)
        if account.webhook:
            yield
            return
        task = asyncio.create_task(TakingIn(bot, answering).run())
        try:
            yield
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


async def _registered(bot: Bot, account: Account, knowledge: Knowledge) -> None:
    commands = [
        BotCommand(name, say(knowledge, f"telegram_command_{name}"))
        for name in COMMANDS
    ]
    try:
        await bot.set_my_commands(commands)
        if account.webhook:
            await bot.set_webhook(
                account.webhook, secret_token=account.secret, allowed_updates=WANTED
            )
        else:
            await bot.delete_webhook()
    except TelegramError as error:
        log(Line("platform_error", channel="telegram", exc=type(error).__name__))


def _seconds(error: RetryAfter) -> float:
    waits = error.retry_after
    return float(waits) if isinstance(waits, int | float) else waits.total_seconds()
