"""Sending messages: texts, and pictures with a caption."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.sandbox.errors import bad_request
from bot.sandbox.formatting import caption_text, message_text
from bot.sandbox.keyboards import reply_markup
from bot.sandbox.links import checked
from bot.sandbox.model import JsonObject, Message, photo_content
from bot.sandbox.wire import Upload
from bot.sandbox.world import World

from .access import check_rights, find_topic, writable_chat
from .registry import method
from .replies import read_reply

_PREVIEW_FIELDS = {
    "is_disabled": bool,
    "url": str,
    "prefer_small_media": bool,
    "prefer_large_media": bool,
    "show_above_text": bool,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """The arguments that all methods share which send a message."""

    chat_id: str = ""
    message_thread_id: int | None = None
    reply_parameters: object = None
    reply_markup: object = None
    disable_notification: bool = False
    protect_content: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SendMessage(Sending):
    """Arguments of sendMessage."""

    text: str = ""
    parse_mode: str = ""
    entities: object = None
    link_preview_options: object = None


@method("sendMessage", SendMessage)
def send_message(world: World, call: SendMessage) -> JsonObject:
    """Put a message into a chat. Returns it."""
    text, entities = message_text(call.text, call.parse_mode, call.entities)
    preview = read_link_preview(call.link_preview_options)
    return _put(world, call, text=text, entities=entities, link_preview_options=preview)


@dataclass(frozen=True, slots=True, kw_only=True)
class SendPhoto(Sending):
    """Arguments of sendPhoto."""

    photo: str | Upload = ""
    caption: str = ""
    parse_mode: str = ""
    caption_entities: object = None
    show_caption_above_media: bool = False
    has_spoiler: bool = False


@method("sendPhoto", SendPhoto)
def send_photo(world: World, call: SendPhoto) -> JsonObject:
    """Put a picture into a chat: an uploaded one, one behind a link, or one that was sent before. Returns it."""
    caption, entities = caption_text(call.caption, call.parse_mode, call.caption_entities)
    content = photo_content()
    known = {size["file_id"] for size in content["photo"]}
    if not call.photo:
        raise bad_request("there is no photo in the request")
    if isinstance(call.photo, Upload):
        if not call.photo.content:
            raise bad_request("file must be non-empty")
    elif call.photo not in known and (checked(call.photo) is None or "://" not in call.photo):
        raise bad_request("wrong file identifier/HTTP URL specified")
    for name in ("show_caption_above_media", "has_spoiler"):
        if getattr(call, name):
            content["has_media_spoiler" if name == "has_spoiler" else name] = True
    return _put(world, call, caption=caption, caption_entities=entities, content=content)


def _put(world: World, call: Sending, **content: Any) -> JsonObject:
    """Check where a message goes, and put it there. Raises ApiError."""
    markup = reply_markup(call.reply_markup)
    chat = writable_chat(world, call.chat_id)
    check_rights(world, chat, "photos" if isinstance(call, SendPhoto) else "text messages")
    topic = find_topic(world, chat, call.message_thread_id)
    reply = read_reply(world, chat, call.reply_parameters)
    thread_id = topic.thread_id if topic else None
    replied = reply.message if reply is not None and reply.external is None else None
    if replied is not None:
        thread_id = thread_of_reply(replied)
        if chat.is_forum:
            find_topic(world, chat, thread_id)
    world.limits.count(chat)
    message = world.add_message(
        chat,
        by_bot=True,
        sender=None if chat.type == "channel" else world.bot,
        sender_chat=chat if chat.type == "channel" else None,
        reply_markup=markup,
        reply_to_message_id=replied.message_id if replied else None,
        quote=reply.quote if reply else None,
        external_reply=reply.external if reply else None,
        thread_id=thread_id,
        is_topic_message=chat.is_forum and thread_id is not None,
        has_protected_content=call.protect_content,
        is_silent=call.disable_notification,
        **content,
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
