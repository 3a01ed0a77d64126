"""Plain words: in a private chat any message, in a group a mention of the bot or a reply to it."""

import re
from collections.abc import Sequence
from typing import Any

from telegram import Message, MessageEntity, Update
from telegram.ext import BaseHandler, ContextTypes, MessageHandler, filters

from bot.handlers.commands import in_group
from bot.handlers.desks import Desks
from bot.render import help as help_screens
from bot.replies import reply

Context = ContextTypes.DEFAULT_TYPE
_ADDRESSABLE = filters.UpdateType.MESSAGE & ~filters.VIA_BOT
_WORDS = filters.TEXT | filters.CAPTION
# What people send that is no service message of Telegram's (a pinned message, a new member).
_CONTENT = (
    filters.Sticker.ALL
    | filters.PHOTO
    | filters.VIDEO
    | filters.VOICE
    | filters.AUDIO
    | filters.ANIMATION
    | filters.VIDEO_NOTE
    | filters.Document.ALL
    | filters.CONTACT
    | filters.LOCATION
    | filters.POLL
)


def handlers(desks: Desks) -> Sequence[BaseHandler[Update, Context, Any]]:
    """Handlers for words in private chats and groups, unknown commands, and things without words."""

    async def on_private(update: Update, context: Context) -> None:
        if update.message is not None:
            question = update.message.text or update.message.caption or ""
            await reply(context.bot, update.message, desks.of(context.bot).ask(question))

    async def on_group(update: Update, context: Context) -> None:
        message = update.message
        if message is None or not addressed(message, context.bot.username, context.bot.id):
            return
        question = without_mention(message.text or message.caption or "", context.bot.username)
        desk = desks.of(context.bot)
        if question:
            await reply(context.bot, message, desk.ask(question, short=in_group(message)))
        elif message.reply_to_message is not None and (about := message.reply_to_message.text):
            await reply(context.bot, message, desk.brief_on(about, short=True))
        else:
            await reply(context.bot, message, help_screens.help_screen(context.bot.username))

    private = _ADDRESSABLE & filters.ChatType.PRIVATE
    return [
        MessageHandler(private & filters.COMMAND, on_unknown_command),
        MessageHandler(private & _WORDS, on_private),
        MessageHandler(private & _CONTENT, on_wordless),
        MessageHandler(_ADDRESSABLE & filters.ChatType.GROUPS & _WORDS & ~filters.COMMAND, on_group),
    ]


async def on_unknown_command(update: Update, context: Context) -> None:
    """Says that there is no such command."""
    if update.message is not None:
        await reply(context.bot, update.message, help_screens.unknown_command())


async def on_wordless(update: Update, context: Context) -> None:
    """Says that words are what is read."""
    if update.message is not None:
        await reply(context.bot, update.message, help_screens.words_only())


def addressed(message: Message, username: str, bot_id: int) -> bool:
    """Whether a group message is meant for the bot: it replies to it, or mentions it by name."""
    replied = message.reply_to_message
    if replied is not None and replied.from_user is not None and replied.from_user.id == bot_id:
        return True
    kinds: list[str | None] = [MessageEntity.MENTION]
    mentions = {**message.parse_entities(kinds), **message.parse_caption_entities(kinds)}
    return any(mention.casefold() == f"@{username}".casefold() for mention in mentions.values())


def without_mention(text: str, username: str) -> str:
    """`text` without the bot's name, wherever it stands."""
    return re.sub(rf"@{re.escape(username)}\b[,:]?", " ", text, flags=re.IGNORECASE).strip()
