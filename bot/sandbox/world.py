"""Everything the sandbox knows: one bot, its users, chats, queries and settings.

No rule of the API lives here.
"""

from __future__ import annotations

from collections import OrderedDict, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from .inbox import Mailbox
from .model import Chat, ChatType, JsonObject, Member, Message, User
from .queries import CallbackQuery, GuestQuery, InlineCache, InlineQuery
from .settings import BotSettings
from .shapes import message_json
from .updates import UpdateQueue

if TYPE_CHECKING:
    from .clock import Clock
    from .limits import SpeedLimits

ANONYMOUS_ADMINISTRATOR = User(1087968824, "Group", username="GroupAnonymousBot", is_bot=True)
CHANNEL_BOT = User(136817688, "Channel", username="Channel_Bot", is_bot=True)
SERVICE_ACCOUNT = User(777000, "Telegram")

EventKind = Literal["sent", "edited", "deleted", "action", "reaction", "received", "left", "changed"]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened in a chat: `received` from a person, `changed` the chat itself, all else by the bot.

    `detail` holds the name of a chat action, or the emoji of a reaction.
    """

    kind: EventKind
    chat: Chat
    message: Message | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the API: what came in, and the result or the error that went out."""

    method: str
    params: dict[str, Any]
    result: Any = None
    error: str | None = None


@dataclass(slots=True)
class Inboxes:
    """What the bot did in a chat and nobody has read yet."""

    sent: Mailbox[Message]
    edited: Mailbox[Message]


class World:
    """The state of one sandbox.

    `bot` is the bot's user, `privacy` whether its privacy mode is on, `messages_kept` the messages kept a
    chat and `calls_kept` the calls kept in the log; beyond these the oldest are forgotten.
    """

    def __init__(  # noqa: PLR0913  # options, by keyword
        self,
        bot: User,
        clock: Clock,
        limits: SpeedLimits,
        *,
        privacy: bool,
        messages_kept: int,
        calls_kept: int,
    ) -> None:
        self.bot = bot
        self.clock = clock
        self.limits = limits
        self.privacy = privacy
        self.users: dict[int, User] = {
            user.id: user for user in (bot, ANONYMOUS_ADMINISTRATOR, CHANNEL_BOT, SERVICE_ACCOUNT)
        }
        self.chats: dict[int, Chat] = {}
        self.updates = UpdateQueue(clock)
        self.settings = BotSettings(name=bot.first_name)
        self.callback_queries: OrderedDict[str, CallbackQuery] = OrderedDict()
        self.inline_queries: OrderedDict[str, InlineQuery] = OrderedDict()
        self.guest_queries: OrderedDict[str, GuestQuery] = OrderedDict()
        self.inline_cache = InlineCache(clock)
        self.inline_messages: OrderedDict[str, Message] = OrderedDict()
        self.calls: deque[Call] = deque(maxlen=calls_kept)
        self.is_logged_out = False
        self._messages_kept = messages_kept
        self._inboxes: dict[int, Inboxes] = {}
        self._feeds: list[Mailbox[Event]] = []
        self._last_id = 1000

    def next_id(self) -> int:
        """A fresh number, for users, chats and queries."""
        self._last_id += 1
        return self._last_id

    def user(self, user_id: int) -> User | None:
        """The user with this id, if there is one."""
        return self.users.get(user_id)

    def add_chat(self, kind: ChatType, title: str, *, user: User | None = None, username: str | None = None) -> Chat:
        """A new chat with an id as its kind has: a private chat's is the user's, others are negative."""
        if user is not None:
            chat_id = user.id
        else:
            chat_id = -self.next_id() if kind == "group" else -1_000_000_000_000 - self.next_id()
        chat = Chat(chat_id, kind, title, user, username)
        self.chats[chat_id] = chat
        return chat

    def add_message(self, chat: Chat, *, by_bot: bool = False, **fields: Any) -> Message:
        """Store a message under the chat's next id, dated now; the oldest beyond the limit goes."""
        chat.last_message_id += 1
        message = Message(chat, chat.last_message_id, self.clock.now(), **fields)
        chat.messages[message.message_id] = message
        while len(chat.messages) > self._messages_kept:
            chat.messages.popitem(last=False)
        if message.inline_message_id:
            self.inline_messages[message.inline_message_id] = message
            if len(self.inline_messages) > self._messages_kept:
                self.inline_messages.popitem(last=False)
        if by_bot:
            self.inboxes(chat).sent.put(message)
        self.publish(Event("sent" if by_bot else "received", chat, message))
        return message

    def add_callback_query(self, query: CallbackQuery) -> None:
        """Remember a query until it is answered; the oldest of very many are forgotten."""
        self.callback_queries[query.id] = query
        if len(self.callback_queries) > self._messages_kept:
            self.callback_queries.popitem(last=False)

    def add_inline_query(self, query: InlineQuery) -> None:
        """Remember a query until it is answered; the oldest of very many are forgotten."""
        self.inline_queries[query.id] = query
        if len(self.inline_queries) > self._messages_kept:
            self.inline_queries.popitem(last=False)

    def add_guest_query(self, query: GuestQuery) -> None:
        """Remember a query until it is answered; the oldest of very many are forgotten."""
        self.guest_queries[query.id] = query
        if len(self.guest_queries) > self._messages_kept:
            self.guest_queries.popitem(last=False)

    def inboxes(self, chat: Chat) -> Inboxes:
        """The unread doings of the bot in a chat."""
        if chat.id not in self._inboxes:
            self._inboxes[chat.id] = Inboxes(Mailbox(self._messages_kept), Mailbox(self._messages_kept))
        return self._inboxes[chat.id]

    def publish(self, event: Event) -> None:
        """Tell everybody who watches."""
        for feed in self._feeds:
            feed.put(event)

    def watch(self) -> Mailbox[Event]:
        """A mailbox that gets every event from now on."""
        feed: Mailbox[Event] = Mailbox()
        self._feeds.append(feed)
        return feed

    def unwatch(self, feed: Mailbox[Event]) -> None:
        """Stop filling a mailbox that `watch` gave."""
        self._feeds = [other for other in self._feeds if other is not feed]

    def set_member(self, chat: Chat, user: User, status: Any) -> Member:
        """Set a user's standing in a chat."""
        member = Member(user, status)
        chat.members[user.id] = member
        return member

    def json_of(self, message: Message) -> JsonObject:
        """A message as the Bot API writes it."""
        return message_json(message, self.user)
