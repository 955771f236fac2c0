"""Say which bot a server answers as, and how its updates come in."""

import os
from collections.abc import Mapping
from dataclasses import dataclass

PLATFORM = "https://api.telegram.org/bot"


@dataclass(frozen=True, slots=True, repr=False)
class Account:
    """Hold the bot's token, the address of the API, and the webhook if there is one.

    Without a webhook the bot asks for updates by itself (polling).
    """

    token: str
    api: str = PLATFORM
    webhook: str = ""
    secret: str = ""

    def __repr__(self) -> str:
        """Say nothing of the token."""
        return f"〈机器人 {self.id}〉"

    @property
    def id(self) -> str:
        """Return the public part of the token."""
        return self.token.partition(":")[0]


class AccountError(Exception):
    """Tell in plain Chinese what of the settings does not fit."""


def account_of(settings: Mapping[str, str] = os.environ) -> Account | None:
    """Return the account that the settings name; None while there is no token.

    Settings: WENLU_TELEGRAM_TOKEN, WENLU_TELEGRAM_API, WENLU_TELEGRAM_WEBHOOK,
    WENLU_TELEGRAM_SECRET. Raises: AccountError when they do not fit together.
    """
    token = settings.get("WENLU_TELEGRAM_TOKEN", "")
    if not token:
        return None
    if not token.partition(":")[0].isdecimal():
        raise AccountError("WENLU_TELEGRAM_TOKEN 不像令牌：应当是“数字:字母”。")
    webhook = settings.get("WENLU_TELEGRAM_WEBHOOK", "")
    secret = settings.get("WENLU_TELEGRAM_SECRET", "")
    if webhook and not secret:
        raise AccountError(
            "写了 WENLU_TELEGRAM_WEBHOOK，还要写 WENLU_TELEGRAM_SECRET。"
        )
    api = settings.get("WENLU_TELEGRAM_API", PLATFORM)
    return Account(token, api, webhook, secret)
