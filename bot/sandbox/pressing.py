"""Buttons pressed and inline searches typed: the queries that they put to the bot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .delivery import deliver
from .methods.inline_results import content_of
from .model import PRESENT, Button, Chat, JsonObject, Message, User
from .queries import CallbackQuery, InlineAnswer, InlineQuery
from .shapes import chat_json, user_json
from .utf16 import units

if TYPE_CHECKING:
    from .world import World

MAX_QUERY = 256


def press(world: World, user: User, message: Message, button: Button | str | int) -> CallbackQuery:
    """Press a callback button. Raises LookupError for an unknown button, ValueError for one without data."""
    found = _find_button(message, button)
    if found.callback_data is None:
        raise ValueError(f"the button {found.text!r} asks nothing of the bot")
    return press_data(world, user, message, found.callback_data)


def press_data(world: World, user: User, message: Message, data: str) -> CallbackQuery:
    """Put a callback query with any data to the bot."""
    query = CallbackQuery(
        id=str(4_000_000_000_000_000 + world.next_id()),
        user=user,
        asked=world.clock.time(),
        data=data,
        message=message,
    )
    shape: JsonObject = {
        "id": query.id,
        "from": user_json(user),
        "chat_instance": str(-message.chat.id * 7919),
    }
    if message.inline_message_id is not None:
        shape["inline_message_id"] = message.inline_message_id
    elif message.is_deleted or message.message_id not in message.chat.messages:
        shape["message"] = {"chat": chat_json(message.chat), "message_id": message.message_id, "date": 0}
    else:
        shape["message"] = world.json_of(message)
    shape["data"] = data
    world.add_callback_query(query)
    query.update_id = world.updates.push("callback_query", shape)
    return query


def _find_button(message: Message, button: Button | str | int) -> Button:
    buttons = message.buttons
    if isinstance(button, int):
        return buttons[button]
    for candidate in buttons:
        if button in (candidate, candidate.text):
            return candidate
    wanted = button if isinstance(button, str) else button.text
    raise LookupError(f"no button {wanted!r}, there are {[candidate.text for candidate in buttons]}")


def search(world: World, user: User, text: str, offset: str, chat: Chat | None) -> InlineQuery:
    """Put an inline query to the bot, unless the server's cache knows the answer.

    Raises ValueError if too long.
    """
    if units(text) > MAX_QUERY:
        raise ValueError(f"an inline query has at most {MAX_QUERY} characters")
    query = InlineQuery(
        id=str(5_000_000_000_000_000 + world.next_id()),
        user=user,
        asked=world.clock.time(),
        query=text,
        offset=offset,
    )
    cached = world.inline_cache.find(user, text, offset)
    if cached is not None:
        query.give(cached)
        return query
    shape: JsonObject = {"id": query.id, "from": user_json(user), "query": text, "offset": offset}
    if chat is not None:
        is_own = chat.type == "private" and chat.user is user
        shape["chat_type"] = "sender" if is_own else chat.type
    world.add_inline_query(query)
    query.update_id = world.updates.push("inline_query", shape)
    return query


def choose(world: World, user: User, answer: InlineAnswer, wanted: int | str, chat: Chat) -> Message:
    """Post an inline result via the bot and tell the bot. Raises LookupError for an unknown result."""
    if isinstance(wanted, int):
        result = answer.results[wanted]
    else:
        matching = [result for result in answer.results if result["id"] == wanted]
        if not matching:
            raise LookupError(f"no result {wanted!r}, there are {[result['id'] for result in answer.results]}")
        result = matching[0]
    text, entities, markup, preview = content_of(result)
    # Telegram gives the bot a handle on the message only where it has an inline keyboard.
    inline_message_id = f"AQ{world.next_id():012d}" if markup else None
    message = world.add_message(
        chat,
        sender=user,
        via_bot=world.bot,
        text=text,
        entities=entities,
        reply_markup=markup,
        link_preview_options=preview,
        inline_message_id=inline_message_id,
    )
    if chat.type == "private" or chat.status_of(world.bot.id) in PRESENT:
        deliver(world, message)
    chosen: JsonObject = {"result_id": result["id"], "from": user_json(user), "query": answer.query}
    if inline_message_id:
        chosen["inline_message_id"] = inline_message_id
    world.updates.push("chosen_inline_result", chosen)
    return message
