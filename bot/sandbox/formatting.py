"""The text of a message that a bot sends: parsed, cleaned, measured.

Source: the Bot API server's order of checks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from .entities import MAX_ENTITIES, Entity, detect, tidy
from .errors import ApiError, bad_request
from .markup import MarkupError, parse_html
from .utf16 import units

MAX_RAW_BYTES = 32_768
MAX_TEXT = 4096
MAX_CAPTION = 1024
MAX_QUOTE = 1024

_SPOKEN: dict[type[Any], str] = {int: "Integer", str: "String", dict: "Object"}
_PLAIN = frozenset(
    {"bold", "italic", "underline", "strikethrough", "spoiler", "blockquote", "expandable_blockquote", "code"}
)
_FOUND = frozenset({"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bank_card_number"})


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
        text, found = _of_html(raw)
        return text, list(found)
    given = [_entity(entity) for entity in entities] if isinstance(entities, list) else []
    _check_bounds(raw, kept := [entity for entity in given if entity is not None])
    return tidy(raw, kept)


# A bot sends the same texts again and again, and reading one takes longer than all else that is done with it.
@lru_cache(maxsize=512)
def _of_html(raw: str) -> tuple[str, tuple[Entity, ...]]:
    try:
        text, found = tidy(*parse_html(raw))
    except MarkupError as error:
        raise bad_request(f"Can't parse entities: {error}") from None
    return text, tuple(found)


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
                f"Entity beginning at UTF-16 offset {entity.offset} ends after the end of the text "
                f"at UTF-16 offset {entity.end}"
            )


def _entity(raw: Any) -> Entity | None:
    """A `MessageEntity` that the bot gave; None for the kinds that Telegram finds by itself."""
    if not isinstance(raw, Mapping):
        raise _unreadable("expected an Object")
    offset, length, kind = _required(raw, "offset", int), _required(raw, "length", int), str(raw.get("type"))
    if kind in _FOUND:
        return None
    if kind not in _DETAILS:
        raise _unreadable("Unsupported type specified")
    return Entity(kind, offset, length).with_(**_DETAILS[kind](raw))


_DETAILS: dict[str, Callable[[Mapping[str, Any]], dict[str, Any]]] = {
    **dict.fromkeys(_PLAIN, lambda _raw: {}),
    "pre": lambda raw: {"language": raw.get("language") or None},
    "text_link": lambda raw: {"url": _required(raw, "url", str)},
    "text_mention": lambda raw: {"user_id": _required(_required(raw, "user", dict), "id", int)},
    "custom_emoji": lambda raw: {"custom_emoji_id": _required(raw, "custom_emoji_id", str)},
    "date_time": lambda raw: {
        "unix_time": _required(raw, "unix_time", int),
        "date_time_format": raw.get("date_time_format"),
    },
}


def _required(raw: Mapping[str, Any], name: str, kind: type[Any]) -> Any:
    if name not in raw:
        raise _unreadable(f'Can\'t find field "{name}"')
    if not isinstance(raw[name], kind) or isinstance(raw[name], bool):
        raise _unreadable(f'Field "{name}" must be of type {_SPOKEN[kind]}')
    return raw[name]


def _unreadable(reason: str) -> ApiError:
    return bad_request(f"Can't parse MessageEntity: {reason}")
