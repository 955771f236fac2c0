"""Open a bot: the library's client with its rate limiter, and nothing else of it."""

from telegram.ext import AIORateLimiter, ExtBot
from telegram.request import HTTPXRequest

from bot.channels.telegram.account import Account

RETRIES = 2
SECONDS = 10.0


def bot_of(account: Account) -> ExtBot[int]:
    """Return the bot of an account."""
    return ExtBot(
        account.token,
        base_url=account.api,
        request=HTTPXRequest(read_timeout=SECONDS, connect_timeout=SECONDS),
        rate_limiter=AIORateLimiter(max_retries=RETRIES),
    )
