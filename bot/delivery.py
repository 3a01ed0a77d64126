"""Delivers calls to Telegram over a network that fails: within the speed limits, patiently, and nothing twice.

What failed is tried again where that cannot do a thing twice: the call was certainly not done (Telegram said so, or it
was never sent), or doing it again changes nothing. A message that was sent and whose answer got lost may have arrived,
so it is not sent again: an answer missing now and then is better than one that comes twice.
"""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any

import httpx
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)
from telegram.ext import AIORateLimiter

_LOGGER = logging.getLogger(__name__)
Result = bool | dict[str, Any] | list[dict[str, Any]]

PAUSES = (0.25, 1.0, 4.0)
"""Seconds before the second, third and fourth try."""
FLOOD_RETRIES = 4
_REFUSALS = (BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, RetryAfter)
_NEVER_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.WriteTimeout, httpx.WriteError)
_MAKES_MESSAGES = ("send", "copy", "forward")
_MAKES_NONE = "sendChatAction"
_FIRST = "getMe"
"""The call that a bot starts with: where Telegram cannot be reached, the operator is told at once."""


class Delivery(AIORateLimiter):
    """The rate limiter of the bot, through which python-telegram-bot makes all calls but polling."""

    def __init__(self, *, hold_limits: bool) -> None:
        limits = {} if hold_limits else {"overall_max_rate": 0, "group_max_rate": 0}
        super().__init__(**limits, max_retries=FLOOD_RETRIES)

    async def process_request(  # noqa: PLR0913, PLR0917 (the library passes them so)
        self,
        callback: Callable[..., Coroutine[Any, Any, Result]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Result:
        """Makes a call, again where it failed and may be made again.

        Raises:
            TelegramError: Telegram refused, or `NetworkError`: it could not be reached, or its answer got lost.
        """
        for pause in (*PAUSES, None):
            try:
                return await super().process_request(callback, args, kwargs, endpoint, data, rate_limit_args)
            except _REFUSALS:
                raise
            except TelegramError as error:
                if pause is None or endpoint == _FIRST or not (was_not_done(error) or is_repeatable(endpoint)):
                    raise NetworkError(f"{endpoint}: {error}") from error
                _LOGGER.debug("%s failed, trying again in %s s: %s", endpoint, pause, error)
                await asyncio.sleep(pause)
        raise AssertionError("the last try returns or raises")


def was_not_done(error: TelegramError) -> bool:
    """Whether a failed call was certainly not done: Telegram answered with an error, or the request never left."""
    cause = error.__cause__
    return isinstance(cause, _NEVER_SENT) or (isinstance(error, NetworkError) and cause is None)


def is_repeatable(endpoint: str) -> bool:
    """Whether making a call twice does no more than once; a second answer to a query, say, is merely refused."""
    return endpoint == _MAKES_NONE or not endpoint.startswith(_MAKES_MESSAGES)
