"""Guest mode: the bot mentioned in a chat where it is no member.

The bot learns of the mention alone, with the message that it replies to, and may answer once.
Source: Bot API 10.0, `Update.guest_message` and answerGuestQuery; "Guest mode for bots".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .privacy import is_mentioned
from .queries import GuestQuery

if TYPE_CHECKING:
    from .model import Message
    from .world import World


def summon(world: World, message: Message) -> GuestQuery | None:
    """Put the guest query of a message to the bot; None where the message does not summon it.

    Members need no guest mode, who was kicked cannot be called back by it, and a protected chat keeps its content.
    """
    chat = message.chat
    if chat.type not in ("group", "supergroup") or chat.status_of(world.bot.id) != "left":
        return None
    if message.has_protected_content or message.via_bot is not None or not is_mentioned(world, message):
        return None
    query = GuestQuery(
        id=str(6_000_000_000_000_000 + world.next_id()),
        user=message.sender or world.bot,
        asked=world.clock.time(),
        message=message,
    )
    message.guest_query_id = query.id
    world.add_guest_query(query)
    query.update_id = world.updates.push("guest_message", world.json_of(message))
    return query
