"""Chats as people and tests handle them: a private chat, a group, a channel, a forum's topic."""

# How long to wait is the caller's choice, so it is an argument:
# ruff: noqa: ASYNC109

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .delivery import deliver
from .membership import change_member, migrate
from .model import Chat, Message, Status, Topic
from .origins import origin_of
from .world import CHANNEL_BOT, SERVICE_ACCOUNT, Event
from .writing import post, rewrite

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .people import Person
    from .sandbox import Sandbox


class Room:
    """A chat. `id` is its chat id."""

    def __init__(self, sandbox: Sandbox, chat: Chat) -> None:
        self.sandbox = sandbox
        self.chat = chat

    def __repr__(self) -> str:
        """Name the chat in a test's output."""
        return f"<{type(self).__name__} {self.chat.title or self.chat.id}>"

    @property
    def id(self) -> int:
        """The chat's id."""
        return self.chat.id

    @property
    def messages(self) -> list[Message]:
        """The messages that the chat still holds, oldest first, service messages among them."""
        return list(self.chat.messages.values())

    @property
    def last(self) -> Message:
        """The newest message. Raises LookupError in an empty chat."""
        if not self.chat.messages:
            raise LookupError(f"{self!r} is empty")
        return next(reversed(self.chat.messages.values()))

    async def next_message(self, timeout: float = 30.0) -> Message:
        """The bot's next unread message here; waits up to `timeout` seconds. Raises TimeoutError."""
        return await self.sandbox.next_message(self, timeout)

    async def next_edit(self, timeout: float = 30.0) -> Message:
        """The next message here that the bot edits; waits up to `timeout` seconds. Raises TimeoutError."""
        return await self.sandbox.next_edit(self, timeout)


class PrivateChat(Room):
    """A person's chat with the bot."""


@dataclass(frozen=True, slots=True)
class ForumTopic:
    """A topic of a forum."""

    room: Group
    topic: Topic

    @property
    def thread_id(self) -> int:
        """The topic's `message_thread_id`."""
        return self.topic.thread_id

    def close(self) -> None:
        """Close it: nobody but administrators may write there any more."""
        self.topic.is_closed = True
        creator = self.room.creator
        message = self.room.sandbox.world.add_message(
            self.room.chat,
            sender=creator.user,
            thread_id=self.thread_id,
            is_topic_message=True,
            content={"forum_topic_closed": {}},
        )
        deliver(self.room.sandbox.world, message)


class Group(Room):
    """A basic group or a supergroup, maybe a forum. The first member is its creator."""

    def __init__(self, sandbox: Sandbox, chat: Chat, creator: Person) -> None:
        super().__init__(sandbox, chat)
        self.creator = creator

    def add(self, members: Iterable[Person], *, status: Status = "member") -> None:
        """Let people in, or change the standing of those who are in."""
        for person in members:
            change_member(self.sandbox.world, self.chat, person.user, status, by=self.creator.user)

    def remove(self, person: Person) -> None:
        """Put somebody out."""
        change_member(self.sandbox.world, self.chat, person.user, "kicked", by=self.creator.user)

    def add_bot(self, *, status: Status = "member") -> None:
        """Let the bot in, or change its standing, e.g. to `administrator`."""
        change_member(self.sandbox.world, self.chat, self.sandbox.world.bot, status, by=self.creator.user)

    def kick_bot(self) -> None:
        """Put the bot out: its calls are refused with 403 from now on."""
        change_member(self.sandbox.world, self.chat, self.sandbox.world.bot, "kicked", by=self.creator.user)

    def restrict_bot(self) -> None:
        """Let the bot read along and not write: its messages are refused. Raises ValueError in a basic group."""
        if self.chat.type != "supergroup":
            raise ValueError("only a supergroup restricts a single member")
        self.add_bot(status="restricted")

    def mute(self, *, muted: bool = True) -> None:
        """Let administrators alone write, or everybody again."""
        self.chat.is_muted = muted
        self.sandbox.world.publish(Event("changed", self.chat))

    def migrate(self) -> Group:
        """Upgrade a basic group to a supergroup and return that; this one's id is dead. Raises ValueError."""
        upgraded = Group(self.sandbox, migrate(self.sandbox.world, self.chat, self.creator.user), self.creator)
        self.sandbox.adopt(upgraded)
        return upgraded

    def create_topic(self, name: str) -> ForumTopic:
        """Open a topic. Raises ValueError where the group is no forum."""
        if not self.chat.is_forum:
            raise ValueError(f"{self!r} is no forum")
        thread_id = self.chat.last_message_id + 1
        topic = self.chat.topics[thread_id] = Topic(thread_id, name)
        self.sandbox.world.publish(Event("changed", self.chat))
        message = self.sandbox.world.add_message(
            self.chat,
            sender=self.creator.user,
            thread_id=thread_id,
            is_topic_message=True,
            content={"forum_topic_created": {"name": name, "icon_color": 7322096}},
        )
        deliver(self.sandbox.world, message)
        return ForumTopic(self, topic)

    def turn_topics_off(self) -> None:
        """Make a forum an ordinary supergroup: its topics' ids are left over and fail."""
        self.chat.is_forum = False


class Channel(Room):
    """A channel; its posts have no `from`."""

    def post(self, text: str, *, signature: str | None = None) -> Message:
        """Post in the channel; the bot is told where it is an administrator."""
        return post(self.sandbox.world, self.chat, text, sender_chat=self.chat, author_signature=signature)

    def edit(self, message: Message, text: str) -> Message:
        """Change a post."""
        return rewrite(self.sandbox.world, message, text)

    def send_into(self, group: Group, text: str) -> Message:
        """Write in a group in the channel's name."""
        return post(self.sandbox.world, group.chat, text, sender=CHANNEL_BOT, sender_chat=self.chat)

    def forward_into(self, group: Group, text: str) -> Message:
        """Post in the channel and let Telegram forward it into its discussion group."""
        original = self.post(text)
        return post(
            self.sandbox.world,
            group.chat,
            text,
            sender=SERVICE_ACCOUNT,
            sender_chat=self.chat,
            forward_origin=origin_of(original),
            is_automatic_forward=True,
        )
