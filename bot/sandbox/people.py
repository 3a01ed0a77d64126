"""The people of a sandbox, and what they do: they write, press buttons, search inline, block the bot."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from . import pressing
from .membership import announce_change
from .methods.messages import forget
from .model import (
    ADMINISTRATORS,
    PRESENT,
    Button,
    Chat,
    JsonObject,
    Member,
    Message,
    User,
    photo_content,
    sticker_content,
)
from .origins import origin_of
from .rooms import ForumTopic, Group, PrivateChat, Room
from .settings import scopes_for
from .world import ANONYMOUS_ADMINISTRATOR, Event
from .writing import post, rewrite, touch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .entities import Entity
    from .queries import CallbackQuery, GuestQuery, InlineAnswer, InlineQuery
    from .sandbox import Sandbox

_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")


class Writer:
    """Somebody who writes in chats: a person, or a person behind a group's name."""

    def __init__(self, sandbox: Sandbox, user: User, sender_chat: Chat | None = None) -> None:
        self.sandbox = sandbox
        self.user = user
        self._sender_chat = sender_chat

    def __repr__(self) -> str:
        """Name the writer in a test's output."""
        return f"<{type(self).__name__} {self.user.first_name}>"

    def send(  # noqa: PLR0913  # all but the first two are options, by keyword
        self,
        room: Room,
        text: str,
        *,
        reply_to: Message | None = None,
        quote: str | None = None,
        thread: ForumTopic | int | None = None,
        entities: Sequence[Entity] = (),
    ) -> Message:
        """Write in a chat. `quote` is a part of `reply_to`, `entities` formatting that the writer chose.

        The message's `update_id` is None where the bot does not get to see it. Raises ValueError on what
        Telegram's apps would not let through.
        """
        return self._post(room, text, reply_to=reply_to, quote=quote, thread=thread, entities=entities)

    def send_sticker(self, room: Room, emoji: str = "👍", *, reply_to: Message | None = None) -> Message:
        """Send a sticker."""
        return self._post(room, content=sticker_content(emoji), reply_to=reply_to)

    def send_photo(self, room: Room, caption: str = "", *, reply_to: Message | None = None) -> Message:
        """Send a picture with a caption."""
        return self._post(room, caption=caption, content=photo_content(), reply_to=reply_to)

    def edit(self, message: Message, text: str) -> Message:
        """Change one's own message; the bot gets an `edited_message`.

        Raises ValueError for somebody else's.
        """
        self._own(message)
        return rewrite(self.sandbox.world, message, text)

    def touch(self, message: Message) -> Message:
        """Make Telegram report an edit that changed no text, e.g. a link preview that came late."""
        self._own(message)
        return touch(self.sandbox.world, message)

    def delete(self, message: Message) -> None:
        """Delete a message; the bot is not told. Raises ValueError for somebody else's in a group."""
        if message.chat.type != "private" and message.chat.status_of(self.user.id) not in ADMINISTRATORS:
            self._own(message)
        forget(self.sandbox.world, message.chat, message)

    def forward(self, message: Message, to: Room) -> Message:
        """Forward a message into a chat. Raises ValueError where its content is protected."""
        if message.has_protected_content:
            raise ValueError("the message is protected from forwarding")
        return self._post(
            to,
            message.text,
            caption=message.caption,
            content=dict(message.content),
            entities=message.entities,
            forward_origin=origin_of(message),
        )

    def _own(self, message: Message) -> None:
        if message.sender is not self.user or message.sender_chat is not self._sender_chat:
            raise ValueError(f"{self!r} did not write this message")

    def _post(self, room: Room, text: str = "", *, thread: ForumTopic | int | None = None, **fields: object) -> Message:
        self._enter(room)
        thread_id = thread.thread_id if isinstance(thread, ForumTopic) else thread
        return post(
            self.sandbox.world,
            room.chat,
            text,
            sender=self.user,
            sender_chat=self._sender_chat,
            thread_id=thread_id,
            **fields,  # type: ignore[arg-type]  # each method above names its own, all fields of post()
        )

    def _enter(self, room: Room) -> None:
        """Check that one may write here. Raises ValueError."""
        if room.chat.migrated_to is not None:
            raise ValueError(f"{room!r} became a supergroup")


class Person(Writer):
    """A user of Telegram."""

    def private_chat(self) -> PrivateChat:
        """The chat with the bot, always the same one; it starts when the person first writes."""
        return self.sandbox.private_chat(self)

    def as_anonymous_admin(self, group: Group) -> Writer:
        """The same person writing in a group's own name.

        Raises ValueError for somebody who is no administrator.
        """
        if group.chat.type != "supergroup" or group.chat.status_of(self.user.id) not in ADMINISTRATORS:
            raise ValueError("only administrators of a supergroup can be anonymous")
        return Writer(self.sandbox, ANONYMOUS_ADMINISTRATOR, group.chat)

    def press(self, message: Message, button: Button | str | int) -> CallbackQuery:
        """Press a button of a message, given as itself, by its text, or by its number from 0.

        Returns the query; `await query.answer()` is what the bot answers. Raises LookupError where there is
        no such button, ValueError where it has no callback data.
        """
        self._look(message.chat)
        return pressing.press(self.sandbox.world, self.user, message, button)

    def press_data(self, message: Message, data: str) -> CallbackQuery:
        """Press a forged button: any data, whether or not the message has it."""
        return pressing.press_data(self.sandbox.world, self.user, message, data)

    def mention_as_guest(self, room: Room, text: str, *, reply_to: Message | None = None) -> GuestQuery:
        """Mention the bot in a chat where it is no member. Returns the query; its answer is what the bot posts.

        `send` summons the bot likewise. Raises ValueError where the message does not: the bot is a member, was kicked,
        or is not named.
        """
        message = self.send(room, text, reply_to=reply_to)
        if message.guest_query_id is None:
            raise ValueError(f"the bot is no guest of {room!r} for {text!r}")
        return self.sandbox.world.guest_queries[message.guest_query_id]

    def inline(self, query: str, offset: str = "", *, room: Room | None = None) -> InlineQuery:
        """Type `@bot query` in a chat. Returns the query; `await query.answer()` gives the results.

        Raises ValueError on a query of over 256 characters.
        """
        return pressing.search(self.sandbox.world, self.user, query, offset, room.chat if room else None)

    def choose(self, answer: InlineAnswer, result: int | str = 0, *, into: Room) -> Message:
        """Choose a result, by number from 0 or by id: it is posted via the bot, which learns of it.

        Raises LookupError where there is no such result.
        """
        self._enter(into)
        return pressing.choose(self.sandbox.world, self.user, answer, result, into.chat)

    def open_link(self, link: str, *, group: Group | None = None) -> Message:
        """Open a deep link, whole (`https://t.me/bot?start=...`) or its payload alone, and tap Start.

        With `group`, as a `startgroup` link does. Raises ValueError on a link elsewhere or a bad payload.
        """
        payload = _payload(link, self.sandbox.world.bot.username or "")
        if group is not None:
            return self.send(group, f"/start@{self.sandbox.world.bot.username} {payload}".rstrip())
        return self.send(self.private_chat(), f"/start {payload}".rstrip())

    def block_bot(self) -> None:
        """Block the bot: its messages to this person are refused with 403."""
        self._set_blocked(blocked=True)

    def unblock_bot(self) -> None:
        """Lift the block; writing to the bot does so too."""
        self._set_blocked(blocked=False)

    def _set_blocked(self, *, blocked: bool) -> None:
        chat = self.private_chat().chat
        if chat.is_blocked == blocked:
            return
        chat.is_blocked = blocked
        world = self.sandbox.world
        world.publish(Event("changed", chat))
        before, after = Member(world.bot, "member"), Member(world.bot, "kicked")
        announce_change(world, chat, *((before, after) if blocked else (after, before)), self.user)

    def commands(self, room: Room) -> list[JsonObject]:
        """The `BotCommand` objects that this person's app offers in a chat."""
        chat, settings = room.chat, self.sandbox.world.settings
        is_admin = chat.status_of(self.user.id) in ADMINISTRATORS
        return settings.commands_for(
            scopes_for(chat.id, self.user.id, is_private=chat.type == "private", is_admin=is_admin),
            self.user.language_code or "",
        )

    def _enter(self, room: Room) -> None:
        super()._enter(room)
        self._look(room.chat)
        if room.chat.type in ("group", "supergroup") and not room.chat.may_write(self.user.id):
            raise ValueError(f"{self!r} may not write in {room.chat.title}")
        if room.chat.type == "private":
            self.unblock_bot()
            if not room.chat.is_started:
                room.chat.is_started = True
                self.sandbox.world.publish(Event("changed", room.chat))

    def _look(self, chat: Chat) -> None:
        """Check that one can see a chat. Raises ValueError."""
        if chat.type == "private" and chat.user is not self.user:
            raise ValueError(f"{self!r} cannot see somebody else's chat")
        if chat.type != "private" and chat.status_of(self.user.id) not in PRESENT:
            raise ValueError(f"{self!r} is not a member of {chat.title}")


def _payload(link: str, username: str) -> str:
    payload = link
    if "://" in link:
        parts = urlsplit(link)
        path = parts.path.strip("/").lower()
        if parts.hostname not in ("t.me", "telegram.me") or path != username.lower():
            raise ValueError(f"{link} does not lead to the bot")
        query = parse_qs(parts.query)
        payload = (query.get("start") or query.get("startgroup") or [""])[0]
    if payload and not _PAYLOAD.fullmatch(payload):
        raise ValueError(f"{payload!r} is no start payload: up to 64 of A-Z a-z 0-9 _ -")
    return payload
