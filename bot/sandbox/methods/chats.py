"""What a bot may ask about a chat, and leaving one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.sandbox.errors import bad_request
from bot.sandbox.membership import change_member
from bot.sandbox.model import ADMINISTRATORS, PRESENT, JsonObject, Member
from bot.sandbox.shapes import full_chat_json, member_json

from .access import find_chat, readable_chat
from .registry import method

if TYPE_CHECKING:
    from bot.sandbox.world import World


@dataclass(frozen=True, slots=True)
class OfChat:
    """Arguments of the methods that name a chat and nothing else."""

    chat_id: str = ""


@method("getChat", OfChat)
def get_chat(world: World, call: OfChat) -> JsonObject:
    """The chat's description."""
    return full_chat_json(readable_chat(world, call.chat_id))


@dataclass(frozen=True, slots=True)
class GetChatMember:
    """Arguments of getChatMember."""

    chat_id: str = ""
    user_id: int = 0


@method("getChatMember", GetChatMember)
def get_chat_member(world: World, call: GetChatMember) -> JsonObject:
    """A user's standing in a chat; somebody who never was there has left."""
    chat = readable_chat(world, call.chat_id)
    user = world.user(call.user_id)
    if call.user_id <= 0:
        raise bad_request("invalid user_id specified")
    if user is None:
        raise bad_request("PARTICIPANT_ID_INVALID")
    if chat.type == "private":
        return member_json(Member(user, "member" if user in (chat.user, world.bot) else "left"), world.bot.id)
    return member_json(chat.members.get(user.id) or Member(user, "left"), world.bot.id)


@dataclass(frozen=True, slots=True)
class GetChatAdministrators:
    """Arguments of getChatAdministrators."""

    chat_id: str = ""
    return_bots: bool = False


@method("getChatAdministrators", GetChatAdministrators)
def get_chat_administrators(world: World, call: GetChatAdministrators) -> list[JsonObject]:
    """The creator and the administrators; bots other than this one only on wish."""
    chat = readable_chat(world, call.chat_id)
    if chat.type == "private":
        raise bad_request("there are no administrators in the private chat")
    return [
        member_json(member, world.bot.id)
        for member in chat.members.values()
        if member.status in ADMINISTRATORS and (call.return_bots or not member.user.is_bot or member.user is world.bot)
    ]


@method("getChatMemberCount", OfChat)
def get_chat_member_count(world: World, call: OfChat) -> int:
    """How many are in the chat, the bot among them."""
    chat = readable_chat(world, call.chat_id)
    if chat.type == "private":
        return 2
    return sum(member.status in PRESENT for member in chat.members.values())


@method("leaveChat", OfChat)
def leave_chat(world: World, call: OfChat) -> bool:
    """Leave a group or channel."""
    chat = find_chat(world, call.chat_id)
    if chat.type == "private":
        raise bad_request("chat member status can't be changed in private chats")
    readable_chat(world, call.chat_id)
    change_member(world, chat, world.bot, "left", by=world.bot)
    return True
