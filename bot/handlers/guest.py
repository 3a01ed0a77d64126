"""Guest mode: a mention in a chat where the bot is no member is answered with one card."""

from collections.abc import Sequence
from typing import Any

from telegram import Message, Update
from telegram.ext import BaseHandler, ContextTypes, MessageHandler, filters

from bot.cooldown import Verdict
from bot.desk import Desk
from bot.handlers.inline import article
from bot.handlers.questions import without_mention
from bot.handlers.reception import Reception, askers, replied_text
from bot.offers import Offer
from bot.render import help as help_screens
from bot.render.screen import Screen
from bot.replies import in_time
from bot.views import Listing, Shelf, View

Context = ContextTypes.DEFAULT_TYPE
_TITLE = "Mujaz"


class _GuestMessage(filters.UpdateFilter):
    """Updates with a guest message, which python-telegram-bot has no filter for."""

    def filter(self, update: Update) -> bool:
        return update.guest_message is not None


def handlers(reception: Reception) -> Sequence[BaseHandler[Update, Context, Any]]:
    """The handler of guest messages."""

    async def on_guest_message(update: Update, context: Context) -> None:
        message = update.guest_message
        if message is None or message.guest_query_id is None:
            return
        if reception.cooldown.ask(*askers(message)) is Verdict.ANSWER:
            screen = _answered(reception.desk(context.bot), message, context.bot.username)
            view = screen.subject or View(Shelf.LIST, Listing.TOPICS)
            await in_time(
                context.bot.answer_guest_query(message.guest_query_id, article(Offer(view, _TITLE, "", screen)))
            )

    return [MessageHandler(_GuestMessage(), on_guest_message)]


def _answered(desk: Desk, message: Message, username: str) -> Screen:
    words = without_mention(message.text or message.caption or "", username)
    if words:
        return desk.ask(words, short=True)
    said = replied_text(message)
    return desk.brief_on(said, short=True) if said else help_screens.help_screen(username)
