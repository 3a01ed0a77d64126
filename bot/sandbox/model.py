"""What there is in the sandbox: users, chats with their members and topics, messages."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from .utf16 import cut

if TYPE_CHECKING:
    from .entities import Entity

JsonObject = dict[str, Any]
ChatType = Literal["private", "group", "supergroup", "channel"]
Status = Literal["creator", "administrator", "member", "restricted", "left", "kicked"]

PRESENT: frozenset[Status] = frozenset({"creator", "administrator", "member", "restricted"})
ADMINISTRATORS: frozenset[Status] = frozenset({"creator", "administrator"})


@dataclass(eq=False, slots=True)
class User:
    """A person or a bot."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    is_bot: bool = False
    is_premium: bool = False


@dataclass(eq=False, slots=True)
class Member:
    """A user's standing in a chat; who is `restricted` reads along and may not write."""

    user: User
    status: Status


@dataclass(eq=False, slots=True)
class Topic:
    """A forum topic; its id is the id of the service message that opened it."""

    thread_id: int
    name: str
    is_closed: bool = False


@dataclass(eq=False, slots=True)
class Chat:
    """A chat and the messages that it still holds, oldest first.

    `is_blocked` and `is_started` belong to private chats, `migrated_to` to a basic group that became a
    supergroup. Where it `is_muted`, administrators alone may write.
    """

    id: int
    type: ChatType
    title: str = ""
    user: User | None = None
    username: str | None = None
    is_forum: bool = False
    members: dict[int, Member] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    messages: OrderedDict[int, Message] = field(default_factory=OrderedDict)
    last_message_id: int = 0
    is_blocked: bool = False
    is_started: bool = False
    migrated_to: int | None = None
    is_muted: bool = False

    def __repr__(self) -> str:
        return f"<{self.type} chat {self.id} {self.title!r}>"

    def status_of(self, user_id: int) -> Status:
        """The standing of a user, `left` for one who never came."""
        member = self.members.get(user_id)
        return member.status if member else "left"

    def may_write(self, user_id: int) -> bool:
        """Whether a member may send messages here, where the group restricts somebody or everybody."""
        status = self.status_of(user_id)
        return status in ADMINISTRATORS or (status == "member" and not self.is_muted)

    @property
    def kind(self) -> str:
        """The chat's type in Telegram's error sentences, e.g. `supergroup chat`."""
        return f"{self.type} chat"


@dataclass(frozen=True, slots=True)
class Button:
    """An inline button as a person sees it; exactly one of the actions is set."""

    text: str
    callback_data: str | None = None
    url: str | None = None
    copy_text: str | None = None
    switch_inline_query: str | None = None
    switch_inline_query_current_chat: str | None = None
    raw: JsonObject = field(default_factory=dict, compare=False, hash=False)


@dataclass(eq=False, slots=True)
class Message:
    """One message. `content` holds what is neither text nor caption: a sticker, a photo, a service event.

    `update_id` is the newest update that told the bot about it, None where the bot does not know of it.
    `guest_query_id` stands in a message that summons the bot to a chat where it is no member, `guest_bot_caller`
    in the bot's answer to it.
    """

    chat: Chat
    message_id: int
    date: int
    sender: User | None = None
    sender_chat: Chat | None = None
    text: str = ""
    entities: list[Entity] = field(default_factory=list)
    caption: str = ""
    caption_entities: list[Entity] = field(default_factory=list)
    content: JsonObject = field(default_factory=dict)
    reply_markup: JsonObject | None = None
    reply_to_message_id: int | None = None
    quote: JsonObject | None = None
    external_reply: JsonObject | None = None
    thread_id: int | None = None
    is_topic_message: bool = False
    edit_date: int | None = None
    via_bot: User | None = None
    inline_message_id: str | None = None
    guest_query_id: str | None = None
    guest_bot_caller: User | None = None
    forward_origin: JsonObject | None = None
    is_automatic_forward: bool = False
    author_signature: str | None = None
    link_preview_options: JsonObject | None = None
    has_protected_content: bool = False
    is_silent: bool = False
    is_deleted: bool = False
    reactions: list[JsonObject] = field(default_factory=list)
    update_id: int | None = None

    def __repr__(self) -> str:
        said = self.text or self.caption or ", ".join(self.content)
        return f"<Message {self.message_id} in {self.chat!r}: {said!r}>"

    @property
    def is_edited(self) -> bool:
        """Whether its text was changed after it was sent."""
        return self.edit_date is not None

    @property
    def is_service(self) -> bool:
        """Whether it reports an event (somebody joined, a topic was opened) instead of saying something."""
        return not self.text and not self.caption and any(key in SERVICE_FIELDS for key in self.content)

    @property
    def rows(self) -> list[list[Button]]:
        """Its inline keyboard, row by row; empty where it has none."""
        keyboard = (self.reply_markup or {}).get("inline_keyboard", [])
        return [[_button(button) for button in row] for row in keyboard]

    @property
    def buttons(self) -> list[Button]:
        """The buttons of its inline keyboard, in reading order."""
        return [button for row in self.rows for button in row]

    def part(self, entity: Entity) -> str:
        """The text that an entity covers."""
        return cut(self.text or self.caption, entity.offset, entity.length)


def photo_content() -> JsonObject:
    """The `content` of a message that is a picture; all pictures of the sandbox are the same file."""
    size = {"file_id": "sandbox-photo", "file_unique_id": "photo", "file_size": 1024, "width": 640, "height": 480}
    return {"photo": [size]}


def sticker_content(emoji: str) -> JsonObject:
    """The `content` of a message that is a sticker."""
    file = {"file_id": "sandbox-sticker", "file_unique_id": "sticker", "file_size": 1024, "emoji": emoji}
    kind = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
    return {"sticker": {**file, **kind}}


SERVICE_FIELDS = frozenset(
    {
        "new_chat_members",
        "left_chat_member",
        "new_chat_title",
        "group_chat_created",
        "supergroup_chat_created",
        "channel_chat_created",
        "migrate_to_chat_id",
        "migrate_from_chat_id",
        "pinned_message",
        "forum_topic_created",
        "forum_topic_closed",
        "forum_topic_reopened",
        "forum_topic_edited",
    }
)


def _button(raw: JsonObject) -> Button:
    copied = raw.get("copy_text")
    return Button(
        text=str(raw.get("text", "")),
        callback_data=raw.get("callback_data"),
        url=raw.get("url"),
        copy_text=copied.get("text") if isinstance(copied, dict) else None,
        switch_inline_query=raw.get("switch_inline_query"),
        switch_inline_query_current_chat=raw.get("switch_inline_query_current_chat"),
        raw=raw,
    )
