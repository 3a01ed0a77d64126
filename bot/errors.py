"""What goes wrong while an update is handled, and what the reader, the log and the operator are told.

TelegramError
├── Forbidden        the bot was blocked, removed or silenced: one line in the log a chat
├── RetryAfter       the limiter has retried already: one line in the log
├── NetworkError     (but not BadRequest, which is one in python-telegram-bot): one line in the log
└── BadRequest       no right to write, a closed topic: as Forbidden; else a fault of ours
anything else        a fault of ours: trace in the log, a calm line with its reference to the reader,
and one message an hour and kind of fault to the operator
"""

import logging
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable

from telegram import ReplyParameters, Update
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError
from telegram.ext import ContextTypes

_LOGGER = logging.getLogger(__name__)
_NO_RIGHTS = (
    "not enough rights",
    "have no rights",
    "need administrator rights",
    "chat_write_forbidden",
    "topic_closed",
)
OPERATOR_PAUSE = 3600.0
"""Seconds between two messages to the operator about the same kind of error."""
MAX_CHATS = 10_000


class ErrorDesk:
    """Handles errors; `operator` is the chat that is told of faults. `now` tells seconds on any steady clock."""

    def __init__(self, operator: int | None = None, now: Callable[[], float] = time.monotonic) -> None:
        self.operator = operator
        self._now = now
        self._told: dict[str, float] = {}
        self._closed: OrderedDict[int, None] = OrderedDict()

    async def on_error(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Logs `context.error`, and tells those who should know."""
        error = context.error
        if error is None:
            return
        if isinstance(error, Forbidden) or _lacks_rights(error):
            self._note_closed(update, error)
        elif isinstance(error, ChatMigrated):
            _LOGGER.info("the group has become a supergroup: %s", error)
        elif isinstance(error, RetryAfter | NetworkError) and not isinstance(error, BadRequest):
            _LOGGER.warning("Telegram could not be reached or asks for patience: %s", error)
        else:
            reference = secrets.token_hex(4)
            _LOGGER.error("[%s] an update could not be answered", reference, exc_info=error)
            await _tell_reader(update, context, reference)
            await self._tell_operator(context, error, reference)

    def _note_closed(self, update: object, error: Exception) -> None:
        chat = update.effective_chat if isinstance(update, Update) else None
        if chat is None or chat.id in self._closed:
            return
        self._closed[chat.id] = None
        if len(self._closed) > MAX_CHATS:
            self._closed.popitem(last=False)
        _LOGGER.info("the chat %s is closed to the bot: %s", chat.id, error)

    async def _tell_operator(self, context: ContextTypes.DEFAULT_TYPE, error: Exception, reference: str) -> None:
        kind = type(error).__name__
        last = self._told.get(kind)
        if self.operator is None or (last is not None and self._now() - last < OPERATOR_PAUSE):
            return
        self._told[kind] = self._now()
        try:
            await context.bot.send_message(
                self.operator, f"{kind} [{reference}]: the log has the trace.", parse_mode=None
            )
        except TelegramError as problem:
            _LOGGER.warning("[%s] the operator could not be told: %s", reference, problem)


def _lacks_rights(error: Exception) -> bool:
    return isinstance(error, BadRequest) and any(words in str(error).lower() for words in _NO_RIGHTS)


async def _tell_reader(update: object, context: ContextTypes.DEFAULT_TYPE, reference: str) -> None:
    message = update.effective_message if isinstance(update, Update) else None
    if message is None or message.chat.type == "channel":
        return
    line = f"Sorry, that went wrong on my side. If it happens again, please mention {reference} to whoever runs me."
    try:
        await context.bot.send_message(
            message.chat.id,
            line,
            reply_parameters=ReplyParameters(message.message_id, allow_sending_without_reply=True),
            message_thread_id=message.message_thread_id if message.is_topic_message else None,
        )
    except TelegramError as error:
        _LOGGER.warning("[%s] the reader could not be told: %s", reference, error)
