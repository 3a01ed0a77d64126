"""Commands, descriptions and what a bot may ask about chats."""

from __future__ import annotations

from typing import Any

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeChatMember,
)
from telegram.error import BadRequest

from bot.sandbox import ApiError, Group, Person, PrivateChat, Sandbox


async def test_commands_by_scope_and_language(bot: Bot, lina: Person, omar: Person, group: Group) -> None:
    await bot.set_my_commands([("brief", "A brief")])
    await bot.set_my_commands([("brief", "موجز")], language_code="ar")
    await bot.set_my_commands([("who", "A profile")], scope=BotCommandScopeAllGroupChats())
    assert await bot.get_my_commands() == (BotCommand("brief", "A brief"),)
    assert await bot.get_my_commands(language_code="fr") == ()
    assert lina.commands(lina.private_chat()) == [{"command": "brief", "description": "A brief"}]
    assert omar.commands(omar.private_chat()) == [{"command": "brief", "description": "موجز"}]
    assert lina.commands(group) == [{"command": "who", "description": "A profile"}]
    await bot.set_my_commands([("help", "Help")], scope=BotCommandScopeChatMember(group.id, omar.user.id))
    assert omar.commands(group) == [{"command": "help", "description": "Help"}]
    await bot.delete_my_commands(scope=BotCommandScopeAllGroupChats())
    assert lina.commands(group) == [{"command": "brief", "description": "A brief"}]
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.get_my_commands(scope=BotCommandScopeChat(42))
    assert await bot.get_my_commands(scope=BotCommandScopeAllPrivateChats()) == ()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ({"commands": [{"command": "Brief", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "a" * 33, "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "a", "description": "x" * 257}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": [{"command": "a", "description": ""}]}, "command description must be non-empty"),
        ({"commands": [{"command": "a"}]}, "can't parse BotCommand: Can't find field \"description\""),
        ({"commands": [{"command": "a", "description": "x"}] * 101}, "BOT_COMMANDS_TOO_MUCH"),
        ({"commands": "[", "scope": ""}, "can't parse commands JSON object"),
        ({"scope": {"type": "world"}}, "can't parse BotCommandScope: Unsupported type specified"),
        ({"language_code": "english"}, "LANG_CODE_INVALID"),
    ],
)
async def test_wrong_commands(sandbox: Sandbox, arguments: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ApiError) as caught:
        await sandbox.api.call("setMyCommands", arguments)
    assert caught.value.description == f"Bad Request: {sentence}"


async def test_name_and_descriptions(bot: Bot) -> None:
    await bot.set_my_name("The Brief")
    await bot.set_my_name("موجز", language_code="ar")
    assert (await bot.get_my_name()).name == "The Brief"
    assert (await bot.get_my_name(language_code="ar")).name == "موجز"
    assert (await bot.get_me()).first_name == "The Brief"
    await bot.set_my_name()
    assert (await bot.get_my_name()).name == "Mujaz"
    await bot.set_my_description("Long")
    await bot.set_my_short_description("Short")
    assert (await bot.get_my_description(language_code="ar")).description == "Long"
    assert (await bot.get_my_short_description()).short_description == "Short"
    with pytest.raises(BadRequest):
        await bot.set_my_description("x" * 513)
    with pytest.raises(BadRequest):
        await bot.set_my_short_description("x" * 121)


async def test_asking_about_chats(sandbox: Sandbox, bot: Bot, lina: Person, omar: Person, group: Group) -> None:
    described = await bot.get_chat(group.id)
    assert (described.type, described.title) == ("supergroup", "Newsroom")
    assert (await bot.get_chat_member(group.id, lina.user.id)).status == "creator"
    assert (await bot.get_chat_member(group.id, bot.id)).status == "member"
    stranger = sandbox.person("Maya")
    assert (await bot.get_chat_member(group.id, stranger.user.id)).status == "left"
    group.add([omar], status="administrator")
    administrators = await bot.get_chat_administrators(group.id)
    assert [member.user.first_name for member in administrators] == ["Lina", "Omar"]
    assert await bot.get_chat_member_count(group.id) == 3
    group.remove(omar)
    assert (await bot.get_chat_member(group.id, omar.user.id)).status == "kicked"
    with pytest.raises(BadRequest, match=r"(?i)PARTICIPANT_ID_INVALID"):
        await bot.get_chat_member(group.id, 42)


async def test_asking_about_a_private_chat(bot: Bot, lina: Person, chat: PrivateChat) -> None:
    described = await bot.get_chat(chat.id)
    assert (described.type, described.first_name) == ("private", "Lina")
    assert (await bot.get_chat_member(chat.id, lina.user.id)).status == "member"
    with pytest.raises(BadRequest, match="There are no administrators in the private chat"):
        await bot.get_chat_administrators(chat.id)
    with pytest.raises(BadRequest, match="private chats"):
        await bot.leave_chat(chat.id)


async def test_reactions(sandbox: Sandbox, bot: Bot, chat: PrivateChat) -> None:
    message = chat.last
    await bot.set_message_reaction(chat.id, message.message_id, "👍")
    assert message.reactions == [{"type": "emoji", "emoji": "👍"}]
    for reaction, sentence in [
        ([{"type": "emoji", "emoji": "🧵"}], "REACTION_INVALID"),
        ([{"type": "emoji", "emoji": "👍"}] * 2, "REACTIONS_TOO_MANY"),
        ([{"type": "paid"}], "can't parse ReactionType: invalid reaction type specified"),
    ]:
        call = {"chat_id": chat.id, "message_id": message.message_id, "reaction": reaction}
        with pytest.raises(ApiError) as caught:
            await sandbox.api.call("setMessageReaction", call)
        assert caught.value.description == f"Bad Request: {sentence}"


async def test_link_previews_and_chat_actions(sandbox: Sandbox, chat: PrivateChat) -> None:
    message = {"chat_id": chat.id, "text": "x"}
    sent = await sandbox.api.call("sendMessage", {**message, "link_preview_options": '{"is_disabled": true}'})
    assert sent["link_preview_options"] == {"is_disabled": True}
    with pytest.raises(ApiError, match='unknown field "off" in link preview options'):
        await sandbox.api.call("sendMessage", {**message, "link_preview_options": {"off": True}})
    with pytest.raises(ApiError, match="wrong parameter action in request"):
        await sandbox.api.call("sendChatAction", {"chat_id": chat.id, "action": "sleeping"})
