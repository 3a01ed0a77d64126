"""Queries that wait for the bot's answer: a pressed button, an inline search, a guest's call; and the inline cache."""

# How long to wait is the caller's choice, so it is an argument:
# ruff: noqa: ASYNC109

from __future__ import annotations

import asyncio
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from .clock import Clock
    from .model import JsonObject, Message, User

CALLBACK_TIMEOUT = 150
INLINE_TIMEOUT = 30
GUEST_TIMEOUT = 30
"""Telegram says only that a guest query expires; an inline query's time is taken for it."""
_CACHED_ANSWERS = 1000
TOO_OLD = "Query is too old and response timeout expired or query ID is invalid"

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class CallbackAnswer:
    """What `answerCallbackQuery` said; `text` is empty where the button only stops spinning."""

    text: str = ""
    show_alert: bool = False
    url: str = ""
    cache_time: int = 0


@dataclass(frozen=True, slots=True)
class InlineAnswer:
    """What `answerInlineQuery` said; `results` are the Bot API's objects as the bot sent them."""

    query: str
    results: list[JsonObject]
    next_offset: str = ""
    button: JsonObject | None = None
    cache_time: int = 300
    is_personal: bool = False


@dataclass(eq=False, kw_only=True)
class Question(Generic[Answer]):
    """Something put to the bot, and its one answer: `given`, or None while there is none.

    `asked` is in seconds since the epoch. `update_id` is None where the bot was not told.
    """

    id: str
    user: User
    asked: float
    update_id: int | None = None
    given: Answer | None = None
    _waiting: list[asyncio.Future[Answer]] = field(default_factory=list, repr=False)

    def give(self, answer: Answer) -> None:
        """Record the bot's answer and wake those who wait for it."""
        self.given = answer
        for future in self._waiting:
            if not future.done():
                future.set_result(answer)
        self._waiting.clear()

    async def answer(self, timeout: float = 30.0) -> Answer:
        """The bot's answer; waits up to `timeout` seconds. Raises TimeoutError."""
        if self.given is not None:
            return self.given
        future: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._waiting.append(future)
        async with asyncio.timeout(timeout):
            return await future


@dataclass(eq=False, kw_only=True)
class CallbackQuery(Question[CallbackAnswer]):
    """A pressed button."""

    data: str
    message: Message


@dataclass(eq=False, kw_only=True)
class InlineQuery(Question[InlineAnswer]):
    """An inline search. `update_id` is None where the server answered from its cache."""

    query: str
    offset: str = ""


@dataclass(eq=False, kw_only=True)
class GuestQuery(Question["Message"]):
    """The bot mentioned in a chat where it is no member; its answer is the message that it posts there."""

    message: Message


class InlineCache:
    """The server's memory of inline answers.

    For `cache_time` seconds everybody who types the same gets the same; where the answer was marked
    personal, only the same user does. Source: answerInlineQuery in the Bot API.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._kept: OrderedDict[tuple[str, str, int | None], tuple[float, InlineAnswer]] = OrderedDict()

    def store(self, query: InlineQuery, answer: InlineAnswer) -> None:
        """Keep an answer for as long as the bot allowed."""
        if answer.cache_time <= 0:
            return
        key = (query.query, query.offset, query.user.id if answer.is_personal else None)
        self._kept[key] = (self._clock.time() + answer.cache_time, answer)
        self._kept.move_to_end(key)
        while len(self._kept) > _CACHED_ANSWERS:
            self._kept.popitem(last=False)

    def find(self, user: User, query: str, offset: str) -> InlineAnswer | None:
        """A kept answer that this user would get."""
        now = self._clock.time()
        for key in ((query, offset, user.id), (query, offset, None)):
            if key in self._kept:
                expires, answer = self._kept[key]
                if expires > now:
                    return answer
        return None
