"""Which messages a bot gets to see. Source: Telegram's "Privacy mode" and BotFather's own words for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .model import ADMINISTRATORS, PRESENT, Message

if TYPE_CHECKING:
    from .world import World

_COMMAND = re.compile(r"/\w+(?:@(\w+))?")


def is_visible(world: World, message: Message) -> bool:
    """Whether the bot gets an update about this message of somebody else.

    A bot outside the chat sees nothing. In a group with privacy mode on a bot that is no administrator sees
    service messages, commands that name it or nobody, mentions of it, replies to it, and what was sent
    through it.
    """
    chat, bot = message.chat, world.bot
    if chat.type == "private":
        return not chat.is_blocked
    status = chat.status_of(bot.id)
    if chat.type == "channel" or status in ADMINISTRATORS:
        return status in ADMINISTRATORS
    if status not in PRESENT:
        return False
    return not world.privacy or message.is_service or message.via_bot is bot or _addresses(world, message)


def _addresses(world: World, message: Message) -> bool:
    replied = message.chat.messages.get(message.reply_to_message_id or 0)
    if replied is not None and replied.sender is world.bot:
        return True
    username = (world.bot.username or "").lower()
    command = _COMMAND.match(message.text or message.caption)
    if command is not None and (command.group(1) or username).lower() == username:
        return True
    return is_mentioned(world, message)


def is_mentioned(world: World, message: Message) -> bool:
    """Whether a message names the bot, by its username or with a link to its profile."""
    username = (world.bot.username or "").lower()
    return any(
        entity.user_id == world.bot.id or (entity.type == "mention" and message.part(entity).lower() == f"@{username}")
        for entity in message.entities or message.caption_entities
    )
