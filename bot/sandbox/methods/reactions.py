"""`ReactionType` objects. Source: the Bot API's list of the emoji that everybody may react with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bot.sandbox.errors import bad_request

if TYPE_CHECKING:
    from bot.sandbox.model import JsonObject

_EMOJI = """
❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣
⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅
🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡
"""
EMOJI = frozenset(_EMOJI.split())


def read_reactions(value: Any) -> list[JsonObject]:
    """The reactions asked for, at most one, as bots may give. Raises ApiError 400."""
    if value is None:
        return []
    if not isinstance(value, list):
        raise bad_request("Expected an Array of ReactionType")
    reactions = [_read(reaction) for reaction in value]
    if len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    return reactions


def _read(value: Any) -> JsonObject:
    if not isinstance(value, Mapping):
        raise bad_request("Can't parse ReactionType: expected an Object")
    if value.get("type") == "custom_emoji":
        return {"type": "custom_emoji", "custom_emoji_id": str(value.get("custom_emoji_id"))}
    if value.get("type") != "emoji":
        raise bad_request("Can't parse ReactionType: invalid reaction type specified")
    if str(value.get("emoji")) not in EMOJI:
        raise bad_request("REACTION_INVALID")
    return {"type": "emoji", "emoji": value["emoji"]}
