"""Say which account a server answers for."""

import os
from collections.abc import Mapping
from dataclasses import dataclass

KEY_SIGNS = 43
"""Signs of the AES key as the platform's console shows it."""


@dataclass(frozen=True, slots=True, repr=False)
class Account:
    """Hold what the platform's console gave: token, AES key, id of the account.

    Without a key messages come plain. WeCom always encrypts, its test of the address
    too; its id is the corporation's.
    """

    token: str
    receiver: str
    key: str = ""
    wecom: bool = False

    def __repr__(self) -> str:
        """Say nothing of the secrets."""
        return "〈公众号〉"


class AccountError(Exception):
    """Tell in plain Chinese what of the settings does not fit."""


def account_of(settings: Mapping[str, str] = os.environ) -> Account | None:
    """Return the account that the settings name; None while there is no token.

    Settings: WENLU_WECHAT_TOKEN, WENLU_WECHAT_ID, WENLU_WECHAT_KEY, WENLU_WECOM=1.
    Raises: AccountError when they do not fit together.
    """
    token = settings.get("WENLU_WECHAT_TOKEN", "")
    if not token:
        return None
    key, wecom = (
        settings.get("WENLU_WECHAT_KEY", ""),
        settings.get("WENLU_WECOM") == "1",
    )
    receiver = settings.get("WENLU_WECHAT_ID", "")
    if not receiver:
        raise AccountError("还缺 WENLU_WECHAT_ID：公众号的 AppID，企业微信写企业ID。")
    if (key or wecom) and len(key) != KEY_SIGNS:
        raise AccountError("WENLU_WECHAT_KEY 应当是后台给的43个字母数字。")
    return Account(token, receiver, key, wecom)
