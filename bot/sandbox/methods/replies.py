"""`reply_parameters`: which message is replied to, and which part of it is quoted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.sandbox.errors import bad_request
from bot.sandbox.formatting import MAX_QUOTE, formatted
from bot.sandbox.origins import external_reply
from bot.sandbox.shapes import entities_json
from bot.sandbox.utf16 import units

from .access import readable_chat

if TYPE_CHECKING:
    from bot.sandbox.entities import Entity
    from bot.sandbox.model import Chat, JsonObject, Message
    from bot.sandbox.world import World

_KNOWN = frozenset(
    {
        "message_id",
        "chat_id",
        "allow_sending_without_reply",
        "quote",
        "quote_parse_mode",
        "quote_entities",
        "quote_position",
    }
)
# The formatting that a quote must share with the original. Source: ReplyParameters.quote in the Bot API.
_QUOTED = frozenset({"bold", "italic", "underline", "strikethrough", "spoiler", "custom_emoji"})


@dataclass(frozen=True, slots=True)
class Reply:
    """What is replied to: a message of this chat, or one of another (`external`); and the quoted part."""

    message: Message
    quote: JsonObject | None = None
    external: JsonObject | None = None


def read_reply(world: World, chat: Chat, value: Any) -> Reply | None:
    """The reply that `reply_parameters` asks for; None where there is none, or it is gone and may be missing.

    Raises ApiError 400: `message to be replied not found`, or `QUOTE_TEXT_INVALID` for a quote that is no
    exact part.
    """
    if value is None or value == {}:
        return None
    if not isinstance(value, Mapping):
        raise bad_request("Object expected as reply parameters")
    for name in value:
        if name not in _KNOWN:
            raise bad_request(f'unknown field "{name}" in reply parameters')
    message_id = value.get("message_id")
    if not isinstance(message_id, int) or isinstance(message_id, bool):
        raise bad_request('Can\'t find field "message_id"')
    source = chat
    if value.get("chat_id") is not None:
        source = readable_chat(world, str(value["chat_id"]))
    message = source.messages.get(message_id)
    if message is None:
        if value.get("allow_sending_without_reply") is True:
            return None
        raise bad_request("Message to be replied not found")
    quote = _read_quote(world, message, value)
    if source is chat:
        return Reply(message, quote)
    return Reply(message, quote, external_reply(message))


def _read_quote(world: World, message: Message, value: Mapping[str, Any]) -> JsonObject | None:
    raw = value.get("quote")
    if not raw:
        return None
    if not isinstance(raw, str):
        raise bad_request('Field "quote" must be of type String')
    text, entities = formatted(raw, str(value.get("quote_parse_mode") or ""), value.get("quote_entities"))
    position = value.get("quote_position") or 0
    return find_quote(world, message, text, entities, position if isinstance(position, int) else 0)


def find_quote(
    world: World, message: Message, text: str, entities: Sequence[Entity] | None = None, near: int = 0
) -> JsonObject:
    """The `TextQuote` for a part of a message, nearest to UTF-16 offset `near`.

    `entities` are those that the quote claims; None takes the original's. Raises ApiError 400.
    """
    original = message.text or message.caption
    if units(text) > MAX_QUOTE:
        raise bad_request("QUOTE_TEXT_INVALID")
    starts = [units(original[:start]) for start in _occurrences(original, text)]
    fitting = [start for start in starts if entities is None or _same_style(message, start, text, entities)]
    if not text or not fitting:
        raise bad_request("QUOTE_TEXT_INVALID")
    position = min(fitting, key=lambda start: abs(start - near))
    quote: JsonObject = {"text": text, "position": position}
    if styled := _style(message, position, text):
        quote["entities"] = entities_json(styled, world.user)
    quote["is_manual"] = True
    return quote


def _occurrences(original: str, part: str) -> list[int]:
    starts: list[int] = []
    start = original.find(part) if part else -1
    while start >= 0:
        starts.append(start)
        start = original.find(part, start + 1)
    return starts


def _style(message: Message, start: int, text: str) -> list[Entity]:
    """The original's formatting of the part, its offsets counted from the part's start."""
    end = start + units(text)
    styled: list[Entity] = []
    for entity in message.entities or message.caption_entities:
        first, last = max(entity.offset, start), min(entity.end, end)
        if entity.type in _QUOTED and first < last:
            styled.append(entity.with_(offset=first - start, length=last - first))
    return styled


def _same_style(message: Message, start: int, text: str, entities: Sequence[Entity]) -> bool:
    claimed = {(entity.type, entity.offset, entity.length) for entity in entities if entity.type in _QUOTED}
    return claimed == {(entity.type, entity.offset, entity.length) for entity in _style(message, start, text)}
