"""Which messages a bot gets to see. Source: Telegram's "Privacy mode" and BotFather's own words for it."""

from __future__ import annotations

import re

from .model import ADMINISTRATORS, PRESENT, Message
from .world import World

_COMMAND = re.compile(r"/\w+(?:@(\w+))?")


def is_visible(world: World, message: Message) -> bool:
    """Whether the bot gets an update about this message of somebody else.

    A bot outside the chat sees nothing. In a group with privacy mode on a bot that is no administrator sees service
    messages, commands that name it or nobody, mentions of it, replies to it, and what was sent through it.
    """
    chat, bot = message.chat, world.bot
    if chat.type == "private":
        return not chat.is_blocked
    status = chat.status_of(bot.id)
    if chat.type == "channel":
        return status in ADMINISTRATORS
    if status not in PRESENT:
        return False
    if not world.privacy or status in ADMINISTRATORS or message.is_service:
        return True
    if message.via_bot is bot:
        return True
    replied = chat.messages.get(message.reply_to_message_id or 0)
    if replied is not None and replied.sender is bot:
        return True
    return _addresses(world, message)


def _addresses(world: World, message: Message) -> bool:
    username = (world.bot.username or "").lower()
    text = message.text or message.caption
    command = _COMMAND.match(text)
    if command is not None:
        return command.group(1) is None or command.group(1).lower() == username
    for entity in message.entities or message.caption_entities:
        if entity.type == "mention" and message.part(entity).lower() == f"@{username}":
            return True
        if entity.type == "text_mention" and entity.user_id == world.bot.id:
            return True
    return False
