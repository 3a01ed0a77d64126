"""Inline results, checked: articles with a text message, which is what the sandbox can post."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.formatting import message_text
from bot.sandbox.keyboards import reply_markup
from bot.sandbox.links import checked

if TYPE_CHECKING:
    from bot.sandbox.entities import Entity
    from bot.sandbox.model import JsonObject

MAX_RESULTS = 50
MAX_ID_BYTES = 64
START_PARAMETER = re.compile(r"[A-Za-z0-9_-]{1,64}")

_ARTICLE_FIELDS = frozenset(
    {
        "type",
        "id",
        "title",
        "input_message_content",
        "reply_markup",
        "url",
        "description",
        "thumbnail_url",
        "thumbnail_width",
        "thumbnail_height",
    }
)
_CONTENT_FIELDS = frozenset({"message_text", "parse_mode", "entities", "link_preview_options"})


def read_results(value: Any) -> list[JsonObject]:
    """The results of an answer, as they came, checked. Raises ApiError 400."""
    if value is None:
        return []
    if not isinstance(value, list):
        raise bad_request("Expected an Array of inline query results")
    if len(value) > MAX_RESULTS:
        raise bad_request("Too many inline query results specified")
    results = [_read_result(result) for result in value]
    identifiers = [result["id"] for result in results]
    if len(set(identifiers)) < len(identifiers):
        raise bad_request("RESULT_ID_DUPLICATE")
    return results


def _unreadable(reason: str) -> ApiError:
    return bad_request(f"Can't parse inline query result: {reason}")


def _read_result(value: Any) -> JsonObject:
    if not isinstance(value, Mapping):
        raise _unreadable("Inline query result must be an object")
    kind = _required(value, "type").lower()
    if kind != "article":
        raise _unreadable(f'the sandbox does not implement the type "{kind}"')
    identifier = _required(value, "id")
    if not 1 <= len(identifier.encode()) <= MAX_ID_BYTES:
        raise bad_request("RESULT_ID_INVALID")
    for name in value:
        if name not in _ARTICLE_FIELDS:
            raise _unreadable(f'unknown field "{name}"')
    if not _required(value, "title").strip():
        raise bad_request("ARTICLE_TITLE_EMPTY")
    for name in ("url", "thumbnail_url"):
        if value.get(name) is not None and checked(_required(value, name)) is None:
            raise bad_request("WEBDOCUMENT_URL_INVALID" if name == "thumbnail_url" else "ARTICLE_URL_INVALID")
    content_of(value)
    return dict(value)


def _required(value: Mapping[str, Any], name: str) -> str:
    if name not in value:
        raise _unreadable(f'Can\'t find field "{name}"')
    if not isinstance(value[name], str):
        raise _unreadable(f'Field "{name}" must be of type String')
    return str(value[name])


def content_of(result: Mapping[str, Any]) -> tuple[str, list[Entity], JsonObject | None, JsonObject | None]:
    """The message that a result posts: text, entities, keyboard, link preview options.

    Raises ApiError 400.
    """
    content = result.get("input_message_content")
    if not isinstance(content, Mapping) or not content:
        raise _unreadable("Input message content is not specified")
    for name in content:
        if name not in _CONTENT_FIELDS:
            raise _unreadable(f'the sandbox does not implement the field "{name}" of input_message_content')
    raw = content.get("message_text", "")
    if not isinstance(raw, str):
        raise _unreadable('Field "message_text" must be of type String')
    text, entities = message_text(raw, str(content.get("parse_mode") or ""), content.get("entities"))
    markup = reply_markup(result.get("reply_markup"), inline_only=True)
    preview = content.get("link_preview_options")
    return text, entities, markup, dict(preview) if isinstance(preview, Mapping) else None


def read_button(value: Any) -> JsonObject | None:
    """The button above the results, which starts the bot. Raises ApiError 400."""
    if value is None:
        return None
    if not isinstance(value, Mapping):
        raise bad_request("Can't parse inline query results button: InlineQueryResultsButton must be an Object")
    text, parameter = value.get("text"), value.get("start_parameter")
    if not isinstance(text, str):
        raise bad_request("Can't parse inline query results button: Can't find field \"text\"")
    if not isinstance(parameter, str):
        raise bad_request(
            "Can't parse inline query results button: InlineQueryResultsButton must have exactly one optional field"
        )
    if not text.strip():
        raise bad_request("SWITCH_PM_TEXT_EMPTY")
    if not START_PARAMETER.fullmatch(parameter):
        raise bad_request("START_PARAM_INVALID")
    return dict(value)
