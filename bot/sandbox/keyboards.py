"""Reply markups, checked button by button.

Source: the Bot API's InlineKeyboardMarkup and its server's refusals.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from .errors import ApiError, bad_request
from .links import checked, mentioned_user
from .utf16 import units

if TYPE_CHECKING:
    from .model import JsonObject

MAX_DATA_BYTES = 64
MAX_COPY = 256
MAX_INLINE_QUERY = 256
MAX_ROW = 8
MAX_BUTTONS = 100

_ACTIONS = (
    "url",
    "callback_data",
    "callback_game",
    "pay",
    "switch_inline_query",
    "switch_inline_query_chosen_chat",
    "switch_inline_query_current_chat",
    "copy_text",
    "login_url",
    "web_app",
)
_BUTTON_FIELDS = frozenset(_ACTIONS) | {"text", "style", "icon_custom_emoji_id"}
_OTHER_MARKUPS = frozenset({"keyboard", "remove_keyboard", "force_reply"})


def reply_markup(value: Any, *, inline_only: bool = False) -> JsonObject | None:
    """A checked markup, or None where there is none or it is empty.

    `inline_only` is for edits and inline results, which take an inline keyboard alone. Raises ApiError 400.
    """
    if value is None:
        return None
    if not isinstance(value, Mapping):
        raise bad_request("Object expected as reply markup")
    if "inline_keyboard" in value:
        return _inline_keyboard(value)
    if _OTHER_MARKUPS & value.keys():
        if inline_only:
            raise bad_request("inline keyboard expected")
        return _other_markup(value)
    if value:
        raise bad_request(f'unknown reply markup field "{next(iter(value))}"')
    return None


def _inline_keyboard(value: Mapping[str, Any]) -> JsonObject | None:
    rows = value["inline_keyboard"]
    shape = 'Field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays'
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request(shape)
    checked_rows = [[_button(button) for button in row] for row in rows]
    checked_rows = [row for row in checked_rows if row]
    if any(len(row) > MAX_ROW for row in checked_rows) or sum(map(len, checked_rows)) > MAX_BUTTONS:
        raise bad_request("Reply markup is too long")
    return {"inline_keyboard": checked_rows} if checked_rows else None


def _unreadable(reason: str) -> ApiError:
    return bad_request(f"Can't parse inline keyboard button: {reason}")


def _button(button: Any) -> JsonObject:
    if not isinstance(button, Mapping):
        raise _unreadable("InlineKeyboardButton must be an Object")
    text = _field(button, "text")
    if text is None:
        raise _unreadable('Can\'t find field "text"')
    for name in button:
        if name not in _BUTTON_FIELDS:
            raise _unreadable(f'unknown field "{name}"')
    actions = [name for name in button if name in _ACTIONS and _is_given(button, name)]
    if not actions:
        raise _unreadable("Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        found = sorted(actions, key=list(_ACTIONS).index)
        raise _unreadable(f"exactly one action is allowed, found {' and '.join(found)}")
    if not text.strip():
        raise bad_request("Inline keyboard button text must be non-empty")
    return {**button, **_action(actions[0], button)}


def _is_given(button: Mapping[str, Any], name: str) -> bool:
    """An empty link or datum counts as none, as it does for Telegram; an empty inline query is one."""
    return not (name in ("url", "callback_data") and button[name] == "")


def _action(name: str, button: Mapping[str, Any]) -> JsonObject:
    """What Telegram changes in the button once its action is checked."""
    if name == "url":
        return _checked_url(_string(name, button[name]))
    if name not in _REFUSALS:
        raise _unreadable(f'the sandbox does not implement "{name}"')
    is_allowed, refusal = _REFUSALS[name]
    if not is_allowed(name, button[name]):
        raise bad_request(refusal)
    return {}


def _checked_url(link: str) -> JsonObject:
    if mentioned_user(link) is not None:
        return {}
    url = checked(link)
    if url is None:
        reason = "Unsupported URL protocol" if ":" in link.partition("/")[0] else "Wrong HTTP URL"
        raise bad_request(f"Inline keyboard button URL '{link}' is invalid: {reason}")
    return {"url": url}


def _fits_data(name: str, value: Any) -> bool:
    return len(_string(name, value).encode()) <= MAX_DATA_BYTES


def _fits_query(name: str, value: Any) -> bool:
    return units(_string(name, value)) <= MAX_INLINE_QUERY


def _fits_chosen_chat(name: str, value: Any) -> bool:
    if not isinstance(value, Mapping):
        raise _unreadable(f'Field "{name}" must be of type Object')
    kinds = ("allow_user_chats", "allow_bot_chats", "allow_group_chats", "allow_channel_chats")
    return any(value.get(kind) for kind in kinds) and _fits_query("query", value.get("query", ""))


def _fits_copy(_name: str, value: Any) -> bool:
    copied = value.get("text") if isinstance(value, Mapping) else None
    return isinstance(copied, str) and 1 <= units(copied) <= MAX_COPY


_REFUSALS: dict[str, tuple[Callable[[str, Any], bool], str]] = {
    "callback_data": (_fits_data, "BUTTON_DATA_INVALID"),
    "switch_inline_query": (_fits_query, "BUTTON_SWITCH_QUERY_INVALID"),
    "switch_inline_query_current_chat": (_fits_query, "BUTTON_SWITCH_QUERY_INVALID"),
    "switch_inline_query_chosen_chat": (_fits_chosen_chat, "BUTTON_TYPE_INVALID"),
    "copy_text": (_fits_copy, "BUTTON_COPY_TEXT_INVALID"),
}


def _field(button: Mapping[str, Any], name: str) -> str | None:
    return _string(name, button[name]) if name in button else None


def _string(name: str, value: Any) -> str:
    if not isinstance(value, str):
        raise _unreadable(f'Field "{name}" must be of type String')
    return value


def _other_markup(value: Mapping[str, Any]) -> JsonObject | None:
    """A custom keyboard, its removal, or a forced reply: stored, not shown in the message."""
    rows = value.get("keyboard", [])
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('Field "keyboard" must be an Array of Arrays')
    for button in (button for row in rows for button in row):
        text = button.get("text") if isinstance(button, Mapping) else button
        if not isinstance(text, str):
            raise bad_request("Can't parse keyboard button: KeyboardButton must be a String or an Object")
        if not text:
            raise bad_request("Keyboard button text must be non-empty")
    return dict(value)
