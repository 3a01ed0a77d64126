"""Inline mode: `@bot khazali` in any chat offers briefs, profiles and quotes as one types."""

from collections.abc import Sequence
from typing import Any

from telegram import (
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
    Update,
)
from telegram.constants import ParseMode
from telegram.ext import BaseHandler, ContextTypes, InlineQueryHandler

from bot.handlers.reception import Reception
from bot.keyboards import keyboard
from bot.offers import Offer, offers
from bot.replies import in_time

Context = ContextTypes.DEFAULT_TYPE
A_PAGE = 20
"""Telegram takes 50 results an answer; fewer come faster."""
CACHE_SECONDS = 60
_ASK_IN_PRIVATE = InlineQueryResultsButton("Nothing on that. Ask Mujaz in private", start_parameter="inline")


def handlers(reception: Reception) -> Sequence[BaseHandler[Update, Context, Any]]:
    """The handler of inline queries."""

    async def on_inline_query(update: Update, context: Context) -> None:
        query = update.inline_query
        if query is None:
            return
        desk = reception.desk(context.bot)
        found = offers(desk, query.query)
        start = int(query.offset) if query.offset.isascii() and query.offset.isdigit() else 0
        page = found[start : start + A_PAGE]
        answering = query.answer(
            [article(offer) for offer in page],
            cache_time=CACHE_SECONDS,
            # An empty text would be written as an empty list by the client library.
            next_offset=str(start + A_PAGE) if start + A_PAGE < len(found) else None,
            button=None if found else _ASK_IN_PRIVATE,
        )
        await in_time(answering)

    return [InlineQueryHandler(on_inline_query)]


def article(offer: Offer) -> InlineQueryResultArticle:
    """What the reader sees in the list, and the whole card that a choice posts."""
    content = InputTextMessageContent(
        offer.screen.html, parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)
    )
    return InlineQueryResultArticle(
        offer.view.payload, offer.title, content, description=offer.description, reply_markup=keyboard(offer.screen)
    )
