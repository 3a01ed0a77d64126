"""Finding the chat and the message that a call names, and whether the bot may write there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.sandbox.errors import ApiError, bad_request, forbidden
from bot.sandbox.model import ADMINISTRATORS, PRESENT, Chat, Message, Topic

if TYPE_CHECKING:
    from bot.sandbox.world import World

GENERAL_TOPIC = 1


def find_chat(world: World, chat_id: str) -> Chat:
    """The chat with an id or an `@username`, whether or not the bot may do anything there.

    Raises ApiError.
    """
    wanted = chat_id.strip()
    if not wanted:
        raise bad_request("chat_id is empty")
    chat: Chat | None = None
    if wanted.startswith("@"):
        named = wanted[1:].lower()
        chat = next(
            (c for c in world.chats.values() if c.type != "private" and (c.username or "").lower() == named),
            None,
        )
    else:
        try:
            chat = world.chats.get(int(wanted))
        except ValueError:
            chat = None
    if chat is None:
        raise bad_request("Chat not found")
    if chat.migrated_to is not None:
        raise bad_request("Group chat was upgraded to a supergroup chat", {"migrate_to_chat_id": chat.migrated_to})
    return chat


def readable_chat(world: World, chat_id: str) -> Chat:
    """The chat, where the bot is a member or it is a private chat. Raises ApiError 400 or 403."""
    chat = find_chat(world, chat_id)
    if chat.type == "private":
        return chat
    status = chat.status_of(world.bot.id)
    if status == "kicked":
        raise forbidden(f"bot was kicked from the {chat.kind}")
    if status not in PRESENT:
        raise forbidden(f"bot is not a member of the {chat.kind}")
    return chat


def writable_chat(world: World, chat_id: str) -> Chat:
    """The chat, where the bot is not shut out. Raises ApiError 400 or 403."""
    chat = readable_chat(world, chat_id)
    if chat.type == "private":
        if chat.is_blocked:
            raise forbidden("bot was blocked by the user")
        if not chat.is_started:
            raise forbidden("bot can't initiate conversation with a user")
    if chat.type == "channel" and chat.status_of(world.bot.id) not in ADMINISTRATORS:
        raise bad_request("Need administrator rights in the channel chat")
    return chat


def check_rights(world: World, chat: Chat, what: str) -> None:
    """Check that no restriction of a group forbids the bot to send `what`. Raises ApiError 400."""
    if chat.type in ("group", "supergroup") and not chat.may_write(world.bot.id):
        raise bad_request(f"Not enough rights to send {what} to the chat")


def find_topic(world: World, chat: Chat, thread_id: int | None) -> Topic | None:
    """The topic to send to; None is the chat itself, or a forum's General topic, which must not be named.

    Raises ApiError 400 where there is no such topic, also for topics of a chat that is no forum any more.
    """
    if not thread_id:
        return None
    topic = chat.topics.get(thread_id)
    if not chat.is_forum or topic is None:
        raise bad_request("Message thread not found")
    if topic.is_closed and chat.status_of(world.bot.id) not in ADMINISTRATORS:
        raise bad_request("TOPIC_CLOSED")
    return topic


def find_message(chat: Chat, message_id: int | None, missing: str) -> Message:
    """A message of the chat. Raises ApiError 400 with the sentence `missing` where it is not there."""
    if not message_id:
        raise bad_request("Message identifier is not specified")
    message = chat.messages.get(message_id)
    if message is None:
        raise bad_request(missing)
    return message


def own_message(world: World, chat: Chat, message_id: int | None) -> Message:
    """A message that the bot may edit. Raises ApiError 400."""
    message = find_message(chat, message_id, "Message to edit not found")
    own_post = chat.type == "channel" and message.sender_chat is chat
    if (message.sender is not world.bot and not own_post) or message.is_service:
        raise bad_request("Message can't be edited")
    return message


def inline_message(world: World, inline_message_id: str) -> Message:
    """A message that was sent through the bot inline. Raises ApiError 400."""
    message = world.inline_messages.get(inline_message_id)
    if message is None or message.is_deleted:
        raise ApiError(400, "Bad Request: MESSAGE_ID_INVALID")
    return message
