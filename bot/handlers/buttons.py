"""Pressed buttons: each names a view, which takes the place of the message."""

from collections.abc import Sequence
from typing import Any

from telegram import Message, Update
from telegram.ext import BaseHandler, CallbackQueryHandler, ContextTypes

from bot.handlers.commands import in_group
from bot.handlers.desks import Desks
from bot.render.listings import question_in
from bot.replies import acknowledge, show
from bot.views import View

Context = ContextTypes.DEFAULT_TYPE
_STALE = "That button is out of date. Ask again and you get fresh ones."


def handlers(desks: Desks) -> Sequence[BaseHandler[Update, Context, Any]]:
    """The handler of all buttons, forged and stale ones among them."""

    async def on_press(update: Update, context: Context) -> None:
        query = update.callback_query
        if query is None:
            return
        message = query.message if isinstance(query.message, Message) else None
        view = View.parse(query.data or "")
        question = question_in(message.text) if message is not None and message.text else None
        short = message is not None and in_group(message)
        screen = desks.of(context.bot).view(view, question=question, short=short) if view is not None else None
        if screen is None or (message is None and query.inline_message_id is None):
            await acknowledge(query, _STALE)
        else:
            await show(query, screen)

    return [CallbackQueryHandler(on_press)]
