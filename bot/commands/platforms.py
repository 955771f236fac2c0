"""Open the doors of the platforms whose settings are there; none is open by itself."""

from collections.abc import Callable, Mapping
from datetime import date
from importlib.util import find_spec

from starlette.types import ASGIApp

from bot.app import Messenger
from bot.channels.front import Front, Living
from bot.core.knowledge import Knowledge
from bot.storing.counting import Tally
from bot.storing.opening import open_sessions
from bot.storing.tending import tended

WECHAT, TELEGRAM = "/wechat", "/telegram"
WECHAT_NOTICE = (
    f"公众号的地址：{WECHAT} 。群众发的字平台后台看得到，请关掉工作人员的那一页。"
)

TELEGRAM_NOTICE = (
    "Telegram 开了。群众发的字会出境，存在对方的服务器上：用不用，先问本单位的法规处。"
)


class Platforms:
    """Answer for the platforms of one server, all with one keeper of talks."""

    def __init__(
        self,
        knowledge: Knowledge,
        today: Callable[[], date],
        settings: Mapping[str, str],
    ) -> None:
        self.tally, self._sessions = Tally(), open_sessions(settings)
        self._messenger = Messenger(knowledge, self._sessions, today, self.tally)
        self._doors: dict[str, ASGIApp] = {}
        self._living: list[Living] = [lambda: tended(self._sessions, self.tally)]

    def use(self, knowledge: Knowledge) -> None:
        """Answer with other knowledge from the next message on."""
        self._messenger.knowledge = knowledge

    def before(self, site: ASGIApp) -> ASGIApp:
        """Return the site with the doors before it."""
        return Front(site, self._doors, self._living)

    def open_wechat(self, settings: Mapping[str, str]) -> None:
        """Open the door of a WeChat account."""
        from bot.channels.wechat.account import account_of  # noqa: PLC0415
        from bot.channels.wechat.serving import Desk, door  # noqa: PLC0415

        account = account_of(settings)
        assert account is not None
        desk = Desk(self._messenger, lambda: self._messenger.knowledge)
        self._doors[WECHAT] = door(account, desk)
        print(WECHAT_NOTICE, flush=True)

    def open_telegram(self, settings: Mapping[str, str]) -> None:
        """Open a bot: by its webhook if it has one, else by asking for updates."""
        from bot.channels.telegram.account import account_of  # noqa: PLC0415
        from bot.channels.telegram.answering import Answering  # noqa: PLC0415
        from bot.channels.telegram.opening import bot_of  # noqa: PLC0415
        from bot.channels.telegram.taking import living  # noqa: PLC0415
        from bot.channels.telegram.webhook import door  # noqa: PLC0415

        account, talk = account_of(settings), self._messenger
        assert account is not None
        bot = bot_of(account)
        answering = Answering(bot, talk, lambda: talk.knowledge, account.token)
        self._living.append(lambda: living(bot, account, answering, talk.knowledge))
        if account.webhook:
            self._doors[TELEGRAM] = door(account, bot, answering)
        print(TELEGRAM_NOTICE, flush=True)


def platforms(
    knowledge: Knowledge, today: Callable[[], date], settings: Mapping[str, str]
) -> Platforms | None:
    """Return the platforms that the settings open; None when there are none.

    Raises: SystemExit in plain Chinese when settings do not fit together.
    """
    from bot.channels.telegram import account as telegram  # noqa: PLC0415
    from bot.channels.wechat import account as wechat  # noqa: PLC0415

    try:
        bot, public = telegram.account_of(settings), wechat.account_of(settings)
    except (telegram.AccountError, wechat.AccountError) as error:
        raise SystemExit(str(error)) from None
    if bot is None and public is None:
        return None
    if bot is not None and find_spec("telegram") is None:
        raise SystemExit("还没有装 Telegram 的部分：pip install 'wenlu[telegram]'。")
    made = Platforms(knowledge, today, settings)
    if public is not None:
        made.open_wechat(settings)
    if bot is not None:
        made.open_telegram(settings)
    return made
