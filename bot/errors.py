"""What goes wrong while an update is handled, and what the reader and the log are told.

TelegramError
├── Forbidden        the reader blocked the bot, or removed it: nobody to tell; one line in the log
├── ChatMigrated     handled where messages are sent
├── RetryAfter       the limiter has retried already: one line in the log
├── NetworkError     (but not BadRequest, which is one in python-telegram-bot): one line in the log
└── BadRequest       a fault of ours: trace in the log, a calm line with a reference to the reader
anything else        likewise
"""

import logging
import secrets

from telegram import Update
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError
from telegram.ext import ContextTypes

_LOGGER = logging.getLogger(__name__)


async def on_error(update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Logs `context.error` and tells the reader, where there is one to tell."""
    error = context.error
    if isinstance(error, Forbidden):
        _LOGGER.info("not allowed to write there any more: %s", error)
    elif isinstance(error, RetryAfter | NetworkError) and not isinstance(error, BadRequest):
        _LOGGER.warning("Telegram could not be reached or asks for patience: %s", error)
    else:
        reference = secrets.token_hex(4)
        _LOGGER.error("[%s] an update could not be answered", reference, exc_info=error)
        await _tell(update, context, reference)


async def _tell(update: object, context: ContextTypes.DEFAULT_TYPE, reference: str) -> None:
    chat = update.effective_chat if isinstance(update, Update) else None
    if chat is None:
        return
    line = f"Sorry, that went wrong on my side. If it happens again, please mention {reference} to whoever runs me."
    try:
        await context.bot.send_message(chat.id, line)
    except TelegramError as error:
        _LOGGER.warning("[%s] the reader could not be told: %s", reference, error)
