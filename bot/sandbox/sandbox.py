"""The sandbox itself: one bot, its API, and the door to people and chats."""

# How long to wait is the caller's choice, so it is an argument:
# ruff: noqa: ASYNC109

from __future__ import annotations

import asyncio
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING, TypeVar

from .api import AnyApi, Api
from .clock import Clock
from .limits import SpeedLimits
from .model import Chat, JsonObject, Message, Status, User
from .people import Person
from .rooms import Channel, Group, PrivateChat, Room
from .shapes import chat_json
from .transport import SandboxTransport
from .world import Call, Event, World

if TYPE_CHECKING:
    from collections import deque
    from collections.abc import Iterable, Iterator

    from .inbox import Mailbox

AnyRoom = TypeVar("AnyRoom", bound=Room)

DEFAULT_TOKEN = "100200300:AAsandbox-token-that-opens-nothing"  # noqa: S105  # it is no secret


class Sandbox:
    """A Telegram of one's own, with one bot in it.

    `token` is what the bot must present, its number is the bot's user id. `privacy` is BotFather's privacy
    mode, `hold_limits` whether speed limits are held, `messages_kept` and `calls_kept` bound the memory.
    `clock` says what time it is and may be set. `api` may be replaced by something around it that makes
    faults. Not for more than one event loop.
    """

    def __init__(  # noqa: PLR0913  # options, by keyword
        self,
        bot_username: str = "mujaz_bot",
        token: str = DEFAULT_TOKEN,
        *,
        bot_name: str = "Mujaz",
        privacy: bool = True,
        hold_limits: bool = False,
        clock: Clock | None = None,
        messages_kept: int = 1000,
        calls_kept: int = 1000,
    ) -> None:
        number, _, secret = token.partition(":")
        if not (number.isascii() and number.isdigit() and secret):
            raise ValueError("a token looks like 123456:secret")
        self.token = token
        self.clock = clock or Clock()
        self.world = World(
            User(int(number), bot_name, username=bot_username, is_bot=True),
            self.clock,
            SpeedLimits(self.clock, held=hold_limits),
            privacy=privacy,
            messages_kept=messages_kept,
            calls_kept=calls_kept,
        )
        self.api: AnyApi = Api(self.world)
        self._private_chats: dict[int, PrivateChat] = {}
        self._rooms: dict[int, Room] = {}

    @property
    def bot(self) -> User:
        """The bot's user."""
        return self.world.bot

    @property
    def calls(self) -> deque[Call]:
        """The newest calls of the API, oldest first; getUpdates only where it failed."""
        return self.world.calls

    def transport(self) -> SandboxTransport:
        """A transport for an httpx client, e.g.

        `HTTPXRequest(httpx_kwargs={"transport": sandbox.transport()})`.
        """
        return SandboxTransport(self)

    def person(
        self,
        first_name: str,
        *,
        last_name: str | None = None,
        username: str | None = None,
        language_code: str | None = None,
    ) -> Person:
        """A new person."""
        user = User(self.world.next_id(), first_name, last_name, username, language_code)
        self.world.users[user.id] = user
        return Person(self, user)

    def private_chat(self, person: Person) -> PrivateChat:
        """A person's chat with the bot, always the same one."""
        if person.user.id not in self._private_chats:
            chat = self.world.add_chat("private", "", user=person.user)
            self._private_chats[person.user.id] = self.adopt(PrivateChat(self, chat))
        return self._private_chats[person.user.id]

    def group(  # noqa: PLR0913  # options, by keyword
        self,
        title: str,
        members: Iterable[Person],
        *,
        supergroup: bool = False,
        forum: bool = False,
        bot_status: Status = "member",
        username: str | None = None,
    ) -> Group:
        """A group of people, the first its creator, and the bot in it unless `bot_status` is `left`.

        A forum is a supergroup. The bot is told that it came in. Raises ValueError for a group of nobody.
        """
        people = list(members)
        if not people:
            raise ValueError("a group needs somebody to create it")
        chat = self.world.add_chat("supergroup" if supergroup or forum else "group", title, username=username)
        chat.is_forum = forum
        for person in people:
            self.world.set_member(chat, person.user, "creator" if person is people[0] else "member")
        group = self.adopt(Group(self, chat, people[0]))
        if bot_status != "left":
            group.add_bot(status=bot_status)
        return group

    def channel(self, title: str, *, bot_status: Status = "administrator", username: str | None = None) -> Channel:
        """A channel; the bot sees its posts where it is an administrator."""
        chat = self.world.add_chat("channel", title, username=username)
        self.world.set_member(chat, self.bot, bot_status)
        return self.adopt(Channel(self, chat))

    def adopt(self, room: AnyRoom) -> AnyRoom:
        """Remember the handle of a chat, so that `room` finds it. Returns it."""
        self._rooms[room.id] = room
        return room

    def room(self, chat_id: int) -> Room:
        """The handle of a chat. Raises KeyError."""
        return self._rooms[chat_id]

    def upgrade(self, chat: Chat) -> Group:
        """Let a basic group become a supergroup, as `Group.migrate`. Raises TypeError for a chat that is no group."""
        group = self.room(chat.id)
        if not isinstance(group, Group):
            raise TypeError(f"{group!r} is no group")
        return group.migrate()

    async def next_message(self, room: Room, timeout: float = 30.0) -> Message:
        """The bot's next unread message in a chat; waits up to `timeout` seconds. Raises TimeoutError."""
        return await self._next(self.world.inboxes(room.chat).sent, room, timeout, "message")

    async def next_edit(self, room: Room, timeout: float = 30.0) -> Message:
        """The next message in a chat that the bot edits; waits up to `timeout` seconds.

        Raises TimeoutError.
        """
        return await self._next(self.world.inboxes(room.chat).edited, room, timeout, "edit")

    async def _next(self, mailbox: Mailbox[Message], room: Room, timeout: float, what: str) -> Message:
        try:
            return await mailbox.get(timeout)
        except TimeoutError:
            latest = [f"{call.method}: {call.error or 'ok'}" for call in list(self.calls)[-5:]]
            raise TimeoutError(f"no {what} in {room!r} within {timeout} s; last calls: {latest}") from None

    async def confirmed(self, update_id: int | None, timeout: float = 30.0) -> None:
        """Return once the bot has polled beyond this update, at once for None or an update that is gone.

        The bot has taken it then, and may still be at work on it. Raises TimeoutError after `timeout`
        seconds.
        """
        if update_id is not None:
            async with asyncio.timeout(timeout):
                await self.world.updates.confirmed(update_id)

    def deliver(self, update: JsonObject) -> int:
        """Queue any update as it is, however wrong.

        Returns its `update_id`, which it gets where it brings none.
        """
        return self.world.updates.push_raw(update)

    @contextmanager
    def _watching(self) -> Iterator[Mailbox[Event]]:
        feed = self.world.watch()
        try:
            yield feed
        finally:
            self.world.unwatch(feed)

    def watch(self) -> AbstractContextManager[Mailbox[Event]]:
        """Everything that happens in any chat: `with sandbox.watch() as feed:`, `await feed.get(timeout)`."""
        return self._watching()

    def describe(self, room: Room) -> JsonObject:
        """A chat as the Bot API writes it, for hand-made updates."""
        return chat_json(room.chat)
