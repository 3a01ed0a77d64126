"""Pressed buttons: each names a view, which takes the place of the message, or closes the answer."""

from collections.abc import Sequence
from typing import Any

from telegram import Bot, CallbackQuery, Message, Update
from telegram.constants import ChatMemberStatus
from telegram.ext import BaseHandler, CallbackQueryHandler, ContextTypes

from bot.cooldown import BUTTON_COST, Verdict
from bot.handlers.reception import Reception, in_group
from bot.render.listings import question_in
from bot.render.screen import CLOSE
from bot.replies import acknowledge, remove, show
from bot.views import View

Context = ContextTypes.DEFAULT_TYPE
_STALE = "That button is out of date. Ask again and you get fresh ones."
_TOO_FAST = "One moment, please: that was quick."
_NOT_YOURS = "Only the one who asked, or an admin, can close this."
_ADMINS = {ChatMemberStatus.ADMINISTRATOR, ChatMemberStatus.OWNER}


def handlers(reception: Reception) -> Sequence[BaseHandler[Update, Context, Any]]:
    """The handler of all buttons, forged and stale ones among them."""

    async def on_press(update: Update, context: Context) -> None:
        query = update.callback_query
        if query is None:
            return
        message = accessible(query)
        if reception.cooldown.ask(("person", query.from_user.id), cost=BUTTON_COST) is not Verdict.ANSWER:
            await acknowledge(query, _TOO_FAST)
        elif query.data == CLOSE and message is not None:
            await _close(context.bot, query, message)
        else:
            await _turn_to(reception, context.bot, query, message)

    return [CallbackQueryHandler(on_press)]


def accessible(query: CallbackQuery) -> Message | None:
    """The message that holds the pressed button, None where Telegram no longer shows it to the bot."""
    message = query.message
    # The client library reads an inaccessible message as a plain one, so its class does not tell.
    return message if isinstance(message, Message) and message.is_accessible else None


async def _turn_to(reception: Reception, bot: Bot, query: CallbackQuery, message: Message | None) -> None:
    view = View.parse(query.data or "")
    question = question_in(message.text) if message is not None and message.text else None
    short = message is None or in_group(message)
    screen = reception.desk(bot).view(view, question=question, short=short) if view is not None else None
    if screen is None or (message is None and query.inline_message_id is None):
        await acknowledge(query, _STALE)
    else:
        await show(query, screen, closable=message is not None and in_group(message))


async def _close(bot: Bot, query: CallbackQuery, message: Message) -> None:
    if await _may_close(bot, query, message):
        await acknowledge(query)
        await remove(bot, message)
    else:
        await acknowledge(query, _NOT_YOURS)


async def _may_close(bot: Bot, query: CallbackQuery, message: Message) -> bool:
    """The one who asked may, as far as the question is still there to tell; admins may always."""
    if not in_group(message):
        return True
    asked = message.reply_to_message
    asker = asked.from_user if asked is not None and asked.sender_chat is None else None
    if asker is not None and asker.id == query.from_user.id:
        return True
    member = await bot.get_chat_member(message.chat.id, query.from_user.id)
    return member.status in _ADMINS
