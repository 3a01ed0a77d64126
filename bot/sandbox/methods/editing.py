"""Editing messages that the bot sent, in chats and inline."""

from __future__ import annotations

from dataclasses import dataclass

from bot.sandbox.errors import bad_request
from bot.sandbox.formatting import caption_text, message_text
from bot.sandbox.keyboards import reply_markup
from bot.sandbox.model import JsonObject, Message
from bot.sandbox.world import Event, World

from .access import inline_message, own_message, writable_chat
from .registry import method
from .sending import read_link_preview, shown_to_bot


@dataclass(frozen=True, slots=True, kw_only=True)
class Editing:
    """The arguments that all methods share which edit a message: where it is, and its new keyboard."""

    chat_id: str = ""
    message_id: int | None = None
    inline_message_id: str = ""
    reply_markup: object = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EditMessageText(Editing):
    """Arguments of editMessageText."""

    text: str = ""
    parse_mode: str = ""
    entities: object = None
    link_preview_options: object = None


@method("editMessageText", EditMessageText)
def edit_message_text(world: World, call: EditMessageText) -> JsonObject | bool:
    """Replace a message's text and keyboard. Returns the message, or True for one sent inline."""
    text, entities = message_text(call.text, call.parse_mode, call.entities)
    preview = read_link_preview(call.link_preview_options)
    markup = reply_markup(call.reply_markup, inline_only=True)
    message = _edited_message(world, call)
    if not message.text:
        raise bad_request("There is no text in the message to edit")
    _refuse_same((message.text, message.entities, message.reply_markup), (text, entities, markup))
    world.limits.count(message.chat)
    message.text, message.entities, message.link_preview_options = text, entities, preview
    return _edited(world, message, markup, inline=bool(call.inline_message_id))


@dataclass(frozen=True, slots=True, kw_only=True)
class EditMessageCaption(Editing):
    """Arguments of editMessageCaption."""

    caption: str = ""
    parse_mode: str = ""
    caption_entities: object = None
    show_caption_above_media: bool = False


@method("editMessageCaption", EditMessageCaption)
def edit_message_caption(world: World, call: EditMessageCaption) -> JsonObject | bool:
    """Replace a picture's caption and keyboard. Returns the message, or True for one sent inline."""
    caption, entities = caption_text(call.caption, call.parse_mode, call.caption_entities)
    markup = reply_markup(call.reply_markup, inline_only=True)
    message = _edited_message(world, call)
    if not message.content:
        raise bad_request("There is no caption in the message to edit")
    _refuse_same((message.caption, message.caption_entities, message.reply_markup), (caption, entities, markup))
    world.limits.count(message.chat)
    message.caption, message.caption_entities = caption, entities
    return _edited(world, message, markup, inline=bool(call.inline_message_id))


@method("editMessageReplyMarkup", Editing)
def edit_message_reply_markup(world: World, call: Editing) -> JsonObject | bool:
    """Replace a message's inline keyboard, or take it away. Returns the message, or True for one sent inline."""
    markup = reply_markup(call.reply_markup, inline_only=True)
    message = _edited_message(world, call)
    _refuse_same(message.reply_markup, markup)
    world.limits.count(message.chat)
    return _edited(world, message, markup, inline=bool(call.inline_message_id))


def _edited_message(world: World, call: Editing) -> Message:
    if call.inline_message_id:
        return inline_message(world, call.inline_message_id)
    return own_message(world, writable_chat(world, call.chat_id), call.message_id)


def _refuse_same(old: object, new: object) -> None:
    if old == new:
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
