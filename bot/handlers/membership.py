"""What happens to the bot in a chat: added, removed, silenced, and groups that become supergroups."""

import logging
from collections.abc import Sequence
from typing import Any

from telegram import Update
from telegram.ext import BaseHandler, ChatMemberHandler, ContextTypes, MessageHandler, filters

from bot.handlers.reception import Reception

Context = ContextTypes.DEFAULT_TYPE
_LOGGER = logging.getLogger(__name__)


def handlers(reception: Reception) -> Sequence[BaseHandler[Update, Context, Any]]:
    """Handlers that log each change once and keep what is remembered in step with it."""

    async def on_membership(update: Update, _: Context) -> None:
        change = update.my_chat_member
        if change is not None:
            _LOGGER.info(
                "in the chat %s the bot is %s now, was %s",
                change.chat.id,
                change.new_chat_member.status,
                change.old_chat_member.status,
            )

    async def on_migration(update: Update, _: Context) -> None:
        message = update.message
        if message is not None and message.migrate_to_chat_id is not None:
            reception.answers.migrate(message.chat.id, message.migrate_to_chat_id)
            _LOGGER.info("the group %s is the supergroup %s now", message.chat.id, message.migrate_to_chat_id)

    return [
        ChatMemberHandler(on_membership, ChatMemberHandler.MY_CHAT_MEMBER),
        MessageHandler(filters.StatusUpdate.MIGRATE, on_migration),
    ]
