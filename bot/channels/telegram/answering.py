"""Take one update: answer it, and only then let it count as taken."""

from collections.abc import Callable
from dataclasses import dataclass

from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    Message,
    Update,
)
from telegram.constants import ChatType
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.channels.handling import Answer, Reply
from bot.channels.telegram.buttons import Buttons
from bot.channels.telegram.layout import keys, texts
from bot.core.knowledge import Knowledge
from bot.core.phrases import say
from bot.logs import log_crash
from bot.storing.contract import BusyError, Delivery

COMMANDS = {
    "start": "重来",
    "help": "帮助",
    "danger": "有危险",
    "fields": "选事项",
    "answers": "我的回答",
    "back": "返回",
    "human": "人工",
    "clear": "清除",
}
"""Commands of the bot's menu, and the words they say; help texts are phrases."""
FILES: dict[str, str] = {"letters": "docx", "calendar": "ics", "print": "svg"}
"""Pages of papers, and the form of the files that go with each."""
OLD_BUTTON = "\0"


@dataclass(frozen=True, slots=True)
class Heard:
    """Hold what an update says in words, and the step its button belongs to."""

    words: str
    at: str = ""


class Answering:
    """Answer the updates of one bot."""

    def __init__(
        self, bot: Bot, talk: Answer, knowledge: Callable[[], Knowledge], token: str
    ) -> None:
        self._bot, self._talk, self._knowledge = bot, talk, knowledge
        self._buttons = Buttons(token)
        self._channel = f"telegram:{token.partition(':')[0]}"

    async def take(self, update: Update) -> None:
        """Answer an update; when it returns, it need not come again.

        What would fail in the same way each time is let go with a line in the log, so
        that one update stops nobody behind it.
        Raises: BusyError and the platform's errors, after which it should come again.
        """
        chat = update.effective_chat
        if chat is None:
            return
        if chat.type != ChatType.PRIVATE:
            await self._leave(update)
            return
        try:
            await self._answer(update, str(chat.id))
        except Forbidden:
            return  # the citizen has stopped the bot; there is nobody to answer
        except BadRequest as error:
            log_crash(error, "telegram", citizen_caused=True)
        except (BusyError, TelegramError):
            raise
        except Exception as error:  # noqa: BLE001 — its text may hold a citizen's words
            log_crash(error, "telegram", citizen_caused=True)
            await self._bot.send_message(chat.id, say(self._knowledge(), "again"))

    async def _answer(self, update: Update, chat: str) -> None:
        query, message = update.callback_query, update.message
        if query is not None:
            heard = self._pressed(chat, query.data or "")
            await self._told(update, chat, heard)
            await self._quiet(query.id)
        elif message is not None:
            await self._said(update, message, chat)

    async def _said(self, update: Update, message: Message, chat: str) -> None:
        words = message.text or ""
        if not words:
            kind = "voice" if message.voice or message.audio else "other"
            text = say(self._knowledge(), f"telegram_{kind}")
            await self._bot.send_message(int(chat), text)
            return
        await self._told(update, chat, Heard(command_said(words)))

    def _pressed(self, chat: str, data: str) -> Heard:
        """Return what a button says; one that is not ours means an old step."""
        found = self._buttons.read(chat, data)
        return Heard("继续", OLD_BUTTON) if found is None else Heard(found[1], found[0])

    async def _told(self, update: Update, chat: str, heard: Heard) -> None:
        message = update.message
        sent = int(message.date.timestamp()) if message is not None else 0
        delivery = Delivery(self._channel, chat, str(update.update_id), sent)
        reply = await self._talk.answer(delivery, heard.words, heard.at)
        await self._hand(chat, reply.view.papers)
        await self._send(chat, reply)

    async def _hand(self, chat: str, page: str) -> None:
        """Send the files of a page of papers, before the text that names them."""
        if page not in FILES:
            return
        for paper in await self._talk.papers(self._channel, chat):
            if paper.form == FILES[page]:
                made = InputFile(paper.make(), filename=paper.name)
                await self._bot.send_document(int(chat), made)

    async def _send(self, chat: str, reply: Reply) -> None:
        """Send plain text: no mark-up that a citizen's word could break."""
        pages = texts(reply.view)
        for text in pages[:-1]:
            await self._bot.send_message(int(chat), text)
        rows = [
            [
                InlineKeyboardButton(
                    key.label,
                    callback_data=self._buttons.data(chat, reply.at, key.says),
                )
                for key in row
            ]
            for row in keys(reply.view)
        ]
        await self._bot.send_message(
            int(chat), pages[-1], reply_markup=InlineKeyboardMarkup(rows)
        )

    async def _quiet(self, query: str) -> None:
        """Stop the button's waiting sign; an old query cannot be quieted any more."""
        try:
            await self._bot.answer_callback_query(query)
        except BadRequest:
            return

    async def _leave(self, update: Update) -> None:
        """Leave a group: what is said there is not for a bot to hear.

        Where it cannot leave it is silent; the update is not asked for again.
        """
        if update.effective_chat is None:
            return
        try:
            await self._bot.leave_chat(update.effective_chat.id)
        except TelegramError:
            return


def command_said(words: str) -> str:
    """Return the words that a command stands for; other words as they are."""
    if not words.startswith("/"):
        return words
    name = words[1:].partition(" ")[0].partition("@")[0].lower()
    return COMMANDS.get(name, words[1:])
