"""Plain words: in a private chat any message, in a group a mention of the bot or a reply to it."""

import re
from collections.abc import Sequence
from typing import Any

from telegram import Message, MessageEntity, Update
from telegram.ext import BaseHandler, ContextTypes, MessageHandler, filters

from bot.asides import is_courtesy
from bot.conversation import follow
from bot.desk import Desk
from bot.handlers.reception import Reception, in_group, replied_text, subject_of
from bot.render import help as help_screens
from bot.render.screen import Screen

Context = ContextTypes.DEFAULT_TYPE
_ADDRESSABLE = filters.UpdateType.MESSAGES & ~filters.VIA_BOT
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


def handlers(reception: Reception) -> Sequence[BaseHandler[Update, Context, Any]]:
    """Handlers for words in private chats and groups, unknown commands, and things without words."""

    async def on_words(update: Update, context: Context) -> None:
        message = update.message or update.edited_message
        if message is not None and (not in_group(message) or addressed(message, context.bot.username, context.bot.id)):
            ours = (context.bot.username, context.bot.id)
            await reception.answer(context.bot, message, lambda desk: answered(desk, message, *ours))

    async def on_unknown_command(update: Update, context: Context) -> None:
        message = update.message or update.edited_message
        if message is not None:
            await reception.answer(context.bot, message, lambda _: help_screens.unknown_command())

    async def on_wordless(update: Update, context: Context) -> None:
        if update.message is not None:
            await reception.answer(context.bot, update.message, lambda _: help_screens.words_only())

    private = _ADDRESSABLE & filters.ChatType.PRIVATE
    return [
        MessageHandler(private & filters.COMMAND, on_unknown_command),
        MessageHandler(private & _WORDS, on_words),
        MessageHandler(private & _CONTENT, on_wordless),
        MessageHandler(_ADDRESSABLE & filters.ChatType.GROUPS & _WORDS & ~filters.COMMAND, on_words),
    ]


def answered(desk: Desk, message: Message, username: str, bot_id: int) -> Screen | None:
    """The answer to words that are meant for the bot: a follow-up to an answer of its own, or a question; or none."""
    words = without_mention(message.text or message.caption or "", username)
    short = in_group(message)
    replied = message.reply_to_message
    ours = replied is not None and replied.from_user is not None and replied.from_user.id == bot_id
    if short and is_courtesy(words):
        return None  # a group needs no answer to thanks
    if ours and words and replied is not None and (about := subject_of(replied)):
        return follow(desk, *about, words, short=short)
    if words or not short:
        return desk.ask(words, short=short)
    if not ours and (said := replied_text(message)):
        return desk.brief_on(said, short=short)
    return help_screens.help_screen(username)


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
