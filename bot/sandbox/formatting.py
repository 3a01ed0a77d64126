"""The text of a message that a bot sends: parsed, cleaned, measured. Source: the Bot API server's order of checks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .errors import ApiError, bad_request
from .markup import MarkupError, parse_html
from .text import MAX_ENTITIES, Entity, detect, tidy
from .utf16 import units

MAX_RAW_BYTES = 32_768
MAX_TEXT = 4096
MAX_CAPTION = 1024
MAX_QUOTE = 1024

_GIVEN = frozenset(
    {"bold", "italic", "underline", "strikethrough", "spoiler", "blockquote", "expandable_blockquote", "code"}
)
_FOUND = frozenset(
    {"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bank_card_number"}
)


def message_text(raw: str, parse_mode: str, entities: Any) -> tuple[str, list[Entity]]:
    """The text and entities of a message, as Telegram stores them. Raises ApiError 400."""
    if not raw:
        raise bad_request("Message text is empty")
    text, found = formatted(raw, parse_mode, entities)
    if not text:
        raise bad_request("Text must be non-empty")
    if units(text) > MAX_TEXT:
        raise bad_request("Message is too long")
    return text, detect(text, found)[:MAX_ENTITIES]


def caption_text(raw: str, parse_mode: str, entities: Any) -> tuple[str, list[Entity]]:
    """The caption of a picture; it may be empty. Raises ApiError 400."""
    text, found = formatted(raw, parse_mode, entities)
    if units(text) > MAX_CAPTION:
        raise bad_request("Message caption is too long")
    return text, detect(text, found)[:MAX_ENTITIES]


def formatted(raw: str, parse_mode: str, entities: Any) -> tuple[str, list[Entity]]:
    """Parsed and trimmed, without a check of its length after parsing. Raises ApiError 400."""
    try:
        size = len(raw.encode("utf-8"))
    except UnicodeEncodeError:
        raise bad_request("Strings must be encoded in UTF-8") from None
    if size > MAX_RAW_BYTES:
        raise bad_request("Text is too long")
    mode = parse_mode.lower()
    if mode in ("markdown", "markdownv2"):
        raise bad_request(f'parse_mode "{parse_mode}" is not implemented by the sandbox, use HTML')
    if mode not in ("", "none", "html"):
        raise bad_request("Unsupported parse_mode")
    if mode == "html":
        try:
            return tidy(*parse_html(raw))
        except MarkupError as error:
            raise bad_request(f"Can't parse entities: {error}") from None
    given = [_entity(entity) for entity in entities] if isinstance(entities, list) else []
    _check_bounds(raw, kept := [entity for entity in given if entity is not None])
    return tidy(raw, kept)


def _check_bounds(raw: str, entities: list[Entity]) -> None:
    length = units(raw)
    for entity in entities:
        if entity.offset < 0 or entity.offset > 1_000_000:
            raise bad_request(f"Receive an entity with incorrect offset {entity.offset}")
        if entity.length < 0 or entity.length > 1_000_000:
            raise bad_request(f"Receive an entity with incorrect length {entity.length}")
        if entity.offset >= length and entity.length:
            raise bad_request(f"Entity begins after the end of the text at UTF-16 offset {entity.offset}")
        if entity.end > length:
            raise bad_request(
                f"Entity beginning at UTF-16 offset {entity.offset} ends after the end of the text at UTF-16 offset "
                f"{entity.end}"
            )


def _entity(raw: Any) -> Entity | None:
    """A `MessageEntity` that the bot gave; None for the kinds that Telegram finds by itself."""
    if not isinstance(raw, Mapping):
        raise _unreadable("expected an Object")
    for name in ("offset", "length"):
        if not isinstance(raw.get(name), int) or isinstance(raw.get(name), bool):
            raise _unreadable(f'Can\'t find field "{name}"')
    kind = raw.get("type")
    if kind in _FOUND:
        return None
    entity = Entity(str(kind), raw["offset"], raw["length"])
    if kind in _GIVEN:
        return entity
    if kind == "pre":
        return entity.with_(language=raw.get("language") or None)
    if kind == "text_link":
        if not isinstance(raw.get("url"), str):
            raise _unreadable('Can\'t find field "url"')
        return entity.with_(url=raw["url"])
    if kind == "text_mention":
        user = raw.get("user")
        if not isinstance(user, Mapping) or not isinstance(user.get("id"), int):
            raise _unreadable('Can\'t find field "user"')
        return entity.with_(user_id=user["id"])
    if kind == "custom_emoji":
        return entity.with_(custom_emoji_id=str(raw.get("custom_emoji_id")))
    if kind == "date_time":
        return entity.with_(unix_time=raw.get("unix_time"), date_time_format=raw.get("date_time_format"))
    raise _unreadable("Unsupported type specified")


def _unreadable(reason: str) -> ApiError:
    return bad_request(f"Can't parse MessageEntity: {reason}")
