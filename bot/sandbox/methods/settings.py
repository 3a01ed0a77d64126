"""The bot's command lists, its name and its descriptions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.sandbox.errors import bad_request
from bot.sandbox.settings import DEFAULT_SCOPE, Scope
from bot.sandbox.utf16 import units

from .access import readable_chat
from .registry import method

if TYPE_CHECKING:
    from bot.sandbox.model import JsonObject
    from bot.sandbox.world import World

MAX_COMMANDS = 100
MAX_NAME = 64
MAX_DESCRIPTION = 512
MAX_SHORT_DESCRIPTION = 120
MAX_COMMAND_DESCRIPTION = 256

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_WIDE_SCOPES = frozenset({"default", "all_private_chats", "all_group_chats", "all_chat_administrators"})
_CHAT_SCOPES = frozenset({"chat", "chat_administrators", "chat_member"})
_LANGUAGE = re.compile(r"[a-z]{2}")


@dataclass(frozen=True, slots=True)
class SetMyCommands:
    """Arguments of setMyCommands."""

    commands: object = None
    scope: object = None
    language_code: str = ""


@method("setMyCommands", SetMyCommands)
def set_my_commands(world: World, call: SetMyCommands) -> bool:
    """Set the command list of a scope and a language; an empty list removes it."""
    commands = _read_commands(call.commands)
    key = (_read_scope(world, call.scope), _language(call.language_code))
    if commands:
        world.settings.commands[key] = commands
    else:
        world.settings.commands.pop(key, None)
    return True


@dataclass(frozen=True, slots=True)
class MyCommands:
    """Arguments of getMyCommands and deleteMyCommands."""

    scope: object = None
    language_code: str = ""


@method("getMyCommands", MyCommands)
def get_my_commands(world: World, call: MyCommands) -> list[JsonObject]:
    """The list of exactly this scope and language, empty where none was set."""
    return world.settings.commands.get((_read_scope(world, call.scope), _language(call.language_code)), [])


@method("deleteMyCommands", MyCommands)
def delete_my_commands(world: World, call: MyCommands) -> bool:
    """Remove the list of this scope and language."""
    world.settings.commands.pop((_read_scope(world, call.scope), _language(call.language_code)), None)
    return True


def _read_commands(value: Any) -> list[JsonObject]:
    if value is None:
        return []
    if not isinstance(value, list):
        raise bad_request("Expected an Array of BotCommand")
    if len(value) > MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    return [_read_command(command) for command in value]


def _read_command(command: Any) -> JsonObject:
    if not isinstance(command, Mapping):
        raise bad_request("Can't parse BotCommand: expected an Object")
    for name in ("command", "description"):
        if not isinstance(command.get(name), str):
            raise bad_request(f"Can't parse BotCommand: Can't find field \"{name}\"")
    word, description = str(command["command"]).removeprefix("/"), str(command["description"]).strip()
    if not word:
        raise bad_request("Command must be non-empty")
    if not _COMMAND.fullmatch(word):
        raise bad_request("BOT_COMMAND_INVALID")
    if not description:
        raise bad_request("Command description must be non-empty")
    if units(description) > MAX_COMMAND_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": word, "description": description}


def _read_scope(world: World, value: Any) -> Scope:
    if value is None:
        return DEFAULT_SCOPE
    if not isinstance(value, Mapping):
        raise bad_request("Can't parse BotCommandScope: BotCommandScope must be an Object")
    kind = str(value.get("type"))
    if kind in _WIDE_SCOPES:
        return (kind, None, None)
    if kind not in _CHAT_SCOPES:
        raise bad_request("Can't parse BotCommandScope: Unsupported type specified")
    if value.get("chat_id") in (None, ""):
        raise bad_request("Can't parse BotCommandScope: Empty chat_id specified")
    chat = readable_chat(world, str(value["chat_id"]))
    if kind != "chat" and chat.type == "private":
        raise bad_request("can't change commands for chat members in the private chat")
    if kind != "chat_member":
        return (kind, chat.id, None)
    user_id = value.get("user_id")
    if not isinstance(user_id, int) or user_id <= 0:
        raise bad_request("Can't parse BotCommandScope: Invalid user_id specified")
    return (kind, chat.id, user_id)


def _language(code: str) -> str:
    if code and not _LANGUAGE.fullmatch(code):
        raise bad_request("LANG_CODE_INVALID")
    return code


@dataclass(frozen=True, slots=True)
class OfLanguage:
    """Arguments of the methods that name a language and nothing else."""

    language_code: str = ""


@dataclass(frozen=True, slots=True)
class SetMyName:
    """Arguments of setMyName."""

    name: str = ""
    language_code: str = ""


@method("setMyName", SetMyName)
def set_my_name(world: World, call: SetMyName) -> bool:
    """Set the name for a language; an empty one removes it."""
    _set(world.settings.names, call.name, call.language_code, MAX_NAME, "BOT_TITLE_INVALID")
    if not call.language_code:
        world.bot.first_name = call.name or world.settings.name
    return True


@method("getMyName", OfLanguage)
def get_my_name(world: World, call: OfLanguage) -> JsonObject:
    """The name that people of a language see."""
    return {"name": _get(world.settings.names, call.language_code) or world.settings.name}


@dataclass(frozen=True, slots=True)
class SetMyDescription:
    """Arguments of setMyDescription."""

    description: str = ""
    language_code: str = ""


@method("setMyDescription", SetMyDescription)
def set_my_description(world: World, call: SetMyDescription) -> bool:
    """Set what an empty chat with the bot shows."""
    texts = world.settings.descriptions
    _set(texts, call.description, call.language_code, MAX_DESCRIPTION, "BOT_DESCRIPTION_INVALID")
    return True


@method("getMyDescription", OfLanguage)
def get_my_description(world: World, call: OfLanguage) -> JsonObject:
    """The description that people of a language see."""
    return {"description": _get(world.settings.descriptions, call.language_code)}


@dataclass(frozen=True, slots=True)
class SetMyShortDescription:
    """Arguments of setMyShortDescription."""

    short_description: str = ""
    language_code: str = ""


@method("setMyShortDescription", SetMyShortDescription)
def set_my_short_description(world: World, call: SetMyShortDescription) -> bool:
    """Set what the bot's profile shows."""
    texts = world.settings.short_descriptions
    _set(
        texts,
        call.short_description,
        call.language_code,
        MAX_SHORT_DESCRIPTION,
        "BOT_SHORT_DESCRIPTION_INVALID",
    )
    return True


@method("getMyShortDescription", OfLanguage)
def get_my_short_description(world: World, call: OfLanguage) -> JsonObject:
    """The short description that people of a language see."""
    return {"short_description": _get(world.settings.short_descriptions, call.language_code)}


def _set(texts: dict[str, str], text: str, language_code: str, limit: int, refusal: str) -> None:
    code = _language(language_code)
    if units(text) > limit:
        raise bad_request(refusal)
    if text:
        texts[code] = text
    else:
        texts.pop(code, None)


def _get(texts: dict[str, str], language_code: str) -> str:
    return texts.get(_language(language_code)) or texts.get("", "")
