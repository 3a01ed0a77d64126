"""Sending, editing and deleting messages, chat actions and reactions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.sandbox.errors import bad_request
from bot.sandbox.formatting import message_text
from bot.sandbox.keyboards import reply_markup
from bot.sandbox.model import ADMINISTRATORS, Chat, JsonObject, Message
from bot.sandbox.world import Event, World

from .access import (
    GENERAL_TOPIC,
    find_message,
    find_topic,
    inline_message,
    own_message,
    readable_chat,
    writable_chat,
)
from .reactions import read_reactions
from .registry import method
from .replies import read_reply

if TYPE_CHECKING:
    from bot.sandbox.entities import Entity

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
_PREVIEW_FIELDS = {
    "is_disabled": bool,
    "url": str,
    "prefer_small_media": bool,
    "prefer_large_media": bool,
    "show_above_text": bool,
}


@dataclass(frozen=True, slots=True)
class SendMessage:
    """Arguments of sendMessage."""

    chat_id: str = ""
    text: str = ""
    parse_mode: str = ""
    entities: object = None
    link_preview_options: object = None
    message_thread_id: int | None = None
    reply_parameters: object = None
    reply_markup: object = None
    disable_notification: bool = False
    protect_content: bool = False


@method("sendMessage", SendMessage)
def send_message(world: World, call: SendMessage) -> JsonObject:
    """Put a message into a chat. Returns it."""
    text, entities = message_text(call.text, call.parse_mode, call.entities)
    preview = read_link_preview(call.link_preview_options)
    markup = reply_markup(call.reply_markup)
    chat = writable_chat(world, call.chat_id)
    topic = find_topic(chat, call.message_thread_id)
    reply = read_reply(world, chat, call.reply_parameters)
    world.limits.count(chat)
    thread_id = topic.thread_id if topic else None
    replied = reply.message if reply is not None and reply.external is None else None
    if replied is not None:
        thread_id = thread_of_reply(replied)
    message = world.add_message(
        chat,
        by_bot=True,
        sender=None if chat.type == "channel" else world.bot,
        sender_chat=chat if chat.type == "channel" else None,
        text=text,
        entities=entities,
        link_preview_options=preview,
        reply_markup=markup,
        reply_to_message_id=replied.message_id if replied else None,
        quote=reply.quote if reply else None,
        external_reply=reply.external if reply else None,
        thread_id=thread_id,
        is_topic_message=chat.is_forum and thread_id is not None,
        has_protected_content=call.protect_content,
        is_silent=call.disable_notification,
    )
    return shown_to_bot(world, message)


def thread_of_reply(replied: Message) -> int | None:
    """The thread of a reply: a forum's topic, or in a supergroup the first message of the exchange."""
    if replied.chat.type != "supergroup":
        return None
    if replied.chat.is_forum:
        return replied.thread_id
    return replied.thread_id or replied.message_id


def shown_to_bot(world: World, message: Message) -> JsonObject:
    """A sent message as the call returns it: a keyboard that is no inline keyboard is not part of it."""
    shape = world.json_of(message)
    if "inline_keyboard" not in shape.get("reply_markup", {}):
        shape.pop("reply_markup", None)
    return shape


def read_link_preview(value: Any) -> JsonObject | None:
    """Checked `LinkPreviewOptions`. Raises ApiError 400."""
    if value is None:
        return None
    if not isinstance(value, Mapping):
        raise bad_request("Object expected as link preview options")
    for name, given in value.items():
        if name not in _PREVIEW_FIELDS:
            raise bad_request(f'unknown field "{name}" in link preview options')
        if not isinstance(given, _PREVIEW_FIELDS[name]):
            spoken = "Boolean" if _PREVIEW_FIELDS[name] is bool else "String"
            raise bad_request(f'Field "{name}" must be of type {spoken}')
    return dict(value)


@dataclass(frozen=True, slots=True)
class EditMessageText:
    """Arguments of editMessageText."""

    chat_id: str = ""
    message_id: int | None = None
    inline_message_id: str = ""
    text: str = ""
    parse_mode: str = ""
    entities: object = None
    link_preview_options: object = None
    reply_markup: object = None


@method("editMessageText", EditMessageText)
def edit_message_text(world: World, call: EditMessageText) -> JsonObject | bool:
    """Replace a message's text and keyboard. Returns the message, or True for one sent inline."""
    text, entities = message_text(call.text, call.parse_mode, call.entities)
    preview = read_link_preview(call.link_preview_options)
    markup = reply_markup(call.reply_markup, inline_only=True)
    message = _edited_message(world, call)
    if not message.text:
        raise bad_request("There is no text in the message to edit")
    _refuse_same(message, text, entities, markup)
    world.limits.count(message.chat)
    message.text, message.entities, message.link_preview_options = text, entities, preview
    return _edited(world, message, markup, inline=bool(call.inline_message_id))


@dataclass(frozen=True, slots=True)
class EditMessageReplyMarkup:
    """Arguments of editMessageReplyMarkup."""

    chat_id: str = ""
    message_id: int | None = None
    inline_message_id: str = ""
    reply_markup: object = None


@method("editMessageReplyMarkup", EditMessageReplyMarkup)
def edit_message_reply_markup(world: World, call: EditMessageReplyMarkup) -> JsonObject | bool:
    """Replace a message's inline keyboard, or take it away.

    Returns the message, or True for one sent inline.
    """
    markup = reply_markup(call.reply_markup, inline_only=True)
    message = _edited_message(world, call)
    _refuse_same(message, message.text, message.entities, markup)
    world.limits.count(message.chat)
    return _edited(world, message, markup, inline=bool(call.inline_message_id))


def _edited_message(world: World, call: EditMessageText | EditMessageReplyMarkup) -> Message:
    if call.inline_message_id:
        return inline_message(world, call.inline_message_id)
    return own_message(world, writable_chat(world, call.chat_id), call.message_id)


def _refuse_same(message: Message, text: str, entities: list[Entity], markup: JsonObject | None) -> None:
    if (message.text, message.entities, message.reply_markup) == (text, entities, markup):
        raise bad_request(
            "Message is not modified: specified new message content and reply markup are exactly the same "
            "as a current content and reply markup of the message"
        )


def _edited(world: World, message: Message, markup: JsonObject | None, *, inline: bool) -> JsonObject | bool:
    message.reply_markup = markup
    message.edit_date = world.clock.now()
    world.inboxes(message.chat).edited.put(message)
    world.publish(Event("edited", message.chat, message))
    return True if inline else shown_to_bot(world, message)


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
        find_topic(chat, call.message_thread_id)
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
