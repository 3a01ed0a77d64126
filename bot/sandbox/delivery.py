"""From a message that somebody else wrote to the update that the bot gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .guests import summon
from .privacy import is_visible

if TYPE_CHECKING:
    from .model import Message
    from .world import World


def deliver(world: World, message: Message, *, edited: bool = False) -> int | None:
    """Queue the update about a new or edited message, if the bot gets to see it.

    Returns the update's id or None.
    """
    if message.sender is world.bot:
        return None
    if not is_visible(world, message):
        query = None if edited else summon(world, message)
        message.update_id = query.update_id if query else message.update_id
        return query.update_id if query else None
    kind = "channel_post" if message.chat.type == "channel" else "message"
    if edited:
        kind = f"edited_{kind}"
    message.update_id = world.updates.push(kind, world.json_of(message))
    return message.update_id
