"""The Bot API's JSON shapes: users, chats, members, messages. Source: the types of Bot API 10.0."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from .model import ADMINISTRATORS, Chat, JsonObject, Member, Message, User

if TYPE_CHECKING:
    from .entities import Entity

FindUser = Callable[[int], User | None]

_ENTITY_DETAILS = {
    "text_link": ("url",),
    "pre": ("language",),
    "custom_emoji": ("custom_emoji_id",),
    "date_time": ("unix_time", "date_time_format"),
}
_OPTIONAL_USER_FIELDS = ("last_name", "username", "language_code")
_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
)
_PERMISSIONS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)


def user_json(user: User) -> JsonObject:
    """A `User`."""
    shape: JsonObject = {"id": user.id, "is_bot": user.is_bot, "first_name": user.first_name}
    for name in _OPTIONAL_USER_FIELDS:
        if (value := getattr(user, name)) is not None:
            shape[name] = value
    if user.is_premium:
        shape["is_premium"] = True
    return shape


def chat_json(chat: Chat) -> JsonObject:
    """A `Chat`."""
    shape: JsonObject = {"id": chat.id, "type": chat.type}
    if chat.user is not None:
        shape["first_name"] = chat.user.first_name
        if chat.user.last_name:
            shape["last_name"] = chat.user.last_name
        if chat.user.username:
            shape["username"] = chat.user.username
    else:
        shape["title"] = chat.title
        if chat.username:
            shape["username"] = chat.username
    if chat.type == "group":
        shape["all_members_are_administrators"] = False
    if chat.is_forum:
        shape["is_forum"] = True
    return shape


def full_chat_json(chat: Chat) -> JsonObject:
    """A `ChatFullInfo` with the fields that every chat has."""
    shape = chat_json(chat)
    gifts = (
        "unlimited_gifts",
        "limited_gifts",
        "unique_gifts",
        "premium_subscription",
        "gifts_from_channels",
    )
    shape |= {
        "accent_color_id": chat.id % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, False),
    }
    if chat.type in ("group", "supergroup"):
        shape["permissions"] = dict.fromkeys(_PERMISSIONS, not chat.is_muted)
        shape["join_to_send_messages"] = chat.type == "supergroup"
    return shape


def member_json(member: Member, bot_id: int) -> JsonObject:
    """A `ChatMember` of the kind that its status names."""
    shape: JsonObject = {"user": user_json(member.user), "status": member.status}
    if member.status in ADMINISTRATORS:
        shape["is_anonymous"] = False
    if member.status == "administrator":
        shape |= dict.fromkeys(_RIGHTS, True)
        shape["can_promote_members"] = False
        shape["can_be_edited"] = member.user.id == bot_id
    if member.status == "restricted":
        shape |= {"is_member": True, "until_date": 0, **dict.fromkeys(_PERMISSIONS, False)}
    if member.status == "kicked":
        shape["until_date"] = 0
    return shape


def entities_json(entities: Sequence[Entity], find_user: FindUser) -> list[JsonObject]:
    """`MessageEntity` objects; a mention of an unknown user is left out, as Telegram does."""
    shapes: list[JsonObject] = []
    for entity in entities:
        shape: JsonObject = {"offset": entity.offset, "length": entity.length, "type": entity.type}
        if entity.user_id is not None:
            user = find_user(entity.user_id)
            if user is None:
                continue
            shape["user"] = user_json(user)
        for name in _ENTITY_DETAILS.get(entity.type, ()):
            if (value := getattr(entity, name)) is not None:
                shape[name] = value
        shapes.append(shape)
    return shapes


def message_json(message: Message, find_user: FindUser, *, with_reply: bool = True) -> JsonObject:
    """A `Message`. The message replied to is put in one level deep, as Telegram does."""
    shape: JsonObject = {"message_id": message.message_id}
    if message.sender is not None:
        shape["from"] = user_json(message.sender)
    if message.sender_chat is not None:
        shape["sender_chat"] = chat_json(message.sender_chat)
    shape |= {"chat": chat_json(message.chat), "date": message.date}
    shape |= {
        name: value
        for name, value in (
            ("author_signature", message.author_signature),
            ("edit_date", message.edit_date),
            ("message_thread_id", message.thread_id),
            ("forward_origin", message.forward_origin),
            ("is_topic_message", message.is_topic_message or None),
            ("is_automatic_forward", message.is_automatic_forward or None),
            ("has_protected_content", message.has_protected_content or None),
            ("via_bot", user_json(message.via_bot) if message.via_bot else None),
            ("guest_query_id", message.guest_query_id),
            ("guest_bot_caller_user", user_json(message.guest_bot_caller) if message.guest_bot_caller else None),
        )
        if value is not None
    }
    if with_reply:
        shape |= _reply_json(message, find_user)
    shape |= _content_json(message, find_user)
    if message.reply_markup is not None:
        shape["reply_markup"] = message.reply_markup
    return shape


def _content_json(message: Message, find_user: FindUser) -> JsonObject:
    shape: JsonObject = dict(message.content)
    if message.text:
        shape["text"] = message.text
        if message.link_preview_options:
            shape["link_preview_options"] = message.link_preview_options
    if message.entities:
        shape["entities"] = entities_json(message.entities, find_user)
    if message.caption:
        shape["caption"] = message.caption
    if message.caption_entities:
        shape["caption_entities"] = entities_json(message.caption_entities, find_user)
    return shape


def _reply_json(message: Message, find_user: FindUser) -> JsonObject:
    shape: JsonObject = {}
    replied = message.chat.messages.get(message.reply_to_message_id or message.thread_id or 0)
    if replied is not None and (message.reply_to_message_id is not None or message.is_topic_message):
        # In a topic a message that replies to nothing comes as a reply to the topic's opening message.
        shape["reply_to_message"] = message_json(replied, find_user, with_reply=False)
    if message.external_reply is not None:
        shape["external_reply"] = message.external_reply
    if message.quote is not None:
        shape["quote"] = message.quote
    return shape
