"""Where a message came from, when it is forwarded or replied to from another chat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .shapes import chat_json, user_json

if TYPE_CHECKING:
    from .model import JsonObject, Message


def external_reply(message: Message) -> JsonObject:
    """The `ExternalReplyInfo` of a message in another chat."""
    shape: JsonObject = {"origin": origin_of(message)}
    if message.chat.type in ("supergroup", "channel"):
        shape |= {"chat": chat_json(message.chat), "message_id": message.message_id}
    return shape


def origin_of(message: Message) -> JsonObject:
    """The `MessageOrigin` of a message: a user, a chat that speaks for itself, or a channel."""
    if message.forward_origin is not None:
        return message.forward_origin
    if message.chat.type == "channel":
        channel = chat_json(message.chat)
        return {"type": "channel", "date": message.date, "chat": channel, "message_id": message.message_id}
    if message.sender_chat is not None:
        return {"type": "chat", "date": message.date, "sender_chat": chat_json(message.sender_chat)}
    if message.sender is not None:
        return {"type": "user", "date": message.date, "sender_user": user_json(message.sender)}
    return {"type": "hidden_user", "date": message.date, "sender_user_name": "Deleted Account"}
