"""What people write: their texts get the entities that Telegram gives them, then go to the bot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .delivery import deliver
from .entities import MAX_ENTITIES, Entity, detect, tidy
from .errors import ApiError
from .formatting import MAX_CAPTION, MAX_TEXT
from .methods.replies import find_quote
from .methods.sending import thread_of_reply
from .origins import external_reply
from .utf16 import units
from .world import Event, World

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .model import Chat, JsonObject, Message, User


def post(  # noqa: PLR0913  # options, by keyword
    world: World,
    chat: Chat,
    text: str = "",
    *,
    entities: Sequence[Entity] = (),
    caption: str = "",
    reply_to: Message | None = None,
    quote: str | None = None,
    thread_id: int | None = None,
    **fields: Any,
) -> Message:
    """Put a message of somebody else than the bot into a chat and tell the bot, if it may know.

    `entities` is the formatting the writer chose; commands, mentions and links are found. `fields` are those
    of `Message`. Raises ValueError on what Telegram's apps would not send: an empty or too long text, a wrong
    quote.
    """
    written, styled = _written(text, entities, MAX_TEXT)
    below, below_styled = _written(caption, (), MAX_CAPTION)
    if not (written or below or fields.get("content")):
        raise ValueError("an empty message cannot be sent")
    reply = _reply_fields(world, chat, reply_to, quote)
    if reply_to is not None and reply_to.chat is chat:
        thread_id = thread_of_reply(reply_to)
    _check_topic(chat, thread_id, fields.get("sender"))
    message = world.add_message(
        chat,
        text=written,
        entities=styled,
        caption=below,
        caption_entities=below_styled,
        thread_id=thread_id,
        is_topic_message=chat.is_forum and thread_id is not None,
        **reply,
        **fields,
    )
    deliver(world, message)
    return message


def _check_topic(chat: Chat, thread_id: int | None, sender: User | None) -> None:
    if thread_id is None or not chat.is_forum:
        return
    topic = chat.topics.get(thread_id)
    if topic is None:
        raise ValueError(f"no topic {thread_id} in {chat.title}")
    if topic.is_closed and sender is not None and chat.status_of(sender.id) == "member":
        raise ValueError(f"the topic {topic.name} is closed")


def rewrite(world: World, message: Message, text: str) -> Message:
    """Change a message's text or caption, as its writer; the bot gets an edit if it may know.

    Raises ValueError.
    """
    if message.caption:
        message.caption, message.caption_entities = _written(text, (), MAX_CAPTION)
    else:
        written, styled = _written(text, (), MAX_TEXT)
        if not written:
            raise ValueError("an empty message cannot be sent")
        message.text, message.entities = written, styled
    return touch(world, message)


def touch(world: World, message: Message) -> Message:
    """An edit that changes nothing one sees, e.g. a late link preview: the bot gets it too."""
    message.edit_date = world.clock.now()
    world.publish(Event("received", message.chat, message))
    deliver(world, message, edited=True)
    return message


def _written(text: str, entities: Sequence[Entity], limit: int) -> tuple[str, list[Entity]]:
    tidied, styled = tidy(text, entities)
    if units(tidied) > limit:
        raise ValueError(f"the text has {units(tidied)} characters, {limit} are allowed")
    return tidied, detect(tidied, styled)[:MAX_ENTITIES]


def _reply_fields(world: World, chat: Chat, reply_to: Message | None, quote: str | None) -> JsonObject:
    if reply_to is None:
        if quote is not None:
            raise ValueError("a quote needs a message to reply to")
        return {}
    fields: JsonObject = {}
    if reply_to.chat is not chat:
        fields["external_reply"] = external_reply(reply_to)
    elif reply_to.message_id not in chat.messages:
        raise ValueError("the message to reply to is gone")
    else:
        fields["reply_to_message_id"] = reply_to.message_id
    if quote is not None:
        try:
            fields["quote"] = find_quote(world, reply_to, quote)
        except ApiError as error:
            raise ValueError(f"{quote!r} is no part of the message replied to") from error
    return fields
