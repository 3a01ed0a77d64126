"""Deleting messages, reacting to them, and showing that the bot is at work."""

from __future__ import annotations

from dataclasses import dataclass

from bot.sandbox.errors import bad_request
from bot.sandbox.model import ADMINISTRATORS, Chat, Message
from bot.sandbox.world import Event, World

from .access import GENERAL_TOPIC, find_message, find_topic, readable_chat, writable_chat
from .reactions import read_reactions
from .registry import method

CHAT_ACTIONS = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ]
)
DELETABLE_FOR = 48 * 3600


@dataclass(frozen=True, slots=True)
class DeleteMessage:
    """Arguments of deleteMessage."""

    chat_id: str = ""
    message_id: int | None = None


@method("deleteMessage", DeleteMessage)
def delete_message(world: World, call: DeleteMessage) -> bool:
    """Delete a message of the bot's own, or anybody's where it is an administrator or in a private chat."""
    chat = writable_chat(world, call.chat_id)
    message = find_message(chat, call.message_id, "Message to delete not found")
    is_own = message.sender is world.bot or chat.type == "private"
    is_administrator = chat.status_of(world.bot.id) in ADMINISTRATORS
    if not (is_own or is_administrator):
        raise bad_request("Message can't be deleted")
    if not is_administrator and message.date < world.clock.time() - DELETABLE_FOR:
        raise bad_request("Message can't be deleted for everyone")
    forget(world, chat, message)
    return True


def forget(world: World, chat: Chat, message: Message) -> None:
    """Take a message out of its chat."""
    chat.messages.pop(message.message_id, None)
    message.is_deleted = True
    world.publish(Event("deleted", chat, message))


@dataclass(frozen=True, slots=True)
class SendChatAction:
    """Arguments of sendChatAction."""

    chat_id: str = ""
    action: str = ""
    message_thread_id: int | None = None


@method("sendChatAction", SendChatAction)
def send_chat_action(world: World, call: SendChatAction) -> bool:
    """Show that the bot is typing or the like. A forum's General topic may be named here, as 1."""
    if not call.action:
        raise bad_request('Parameter "action" is required')
    if call.action.lower() not in CHAT_ACTIONS:
        raise bad_request("Wrong parameter action in request")
    chat = writable_chat(world, call.chat_id)
    if not (chat.is_forum and call.message_thread_id == GENERAL_TOPIC):
        find_topic(world, chat, call.message_thread_id)
    world.publish(Event("action", chat, detail=call.action.lower()))
    return True


@dataclass(frozen=True, slots=True)
class SetMessageReaction:
    """Arguments of setMessageReaction."""

    chat_id: str = ""
    message_id: int | None = None
    reaction: object = None
    is_big: bool = False


@method("setMessageReaction", SetMessageReaction)
def set_message_reaction(world: World, call: SetMessageReaction) -> bool:
    """Set the bot's one reaction to a message, or take it away."""
    reactions = read_reactions(call.reaction)
    chat = readable_chat(world, call.chat_id)
    message = find_message(chat, call.message_id, "Message to react not found")
    message.reactions = reactions
    world.publish(Event("reaction", chat, message, "".join(str(r.get("emoji", "")) for r in reactions)))
    return True
