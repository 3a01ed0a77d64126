"""Runs the application by long polling: on Telegram until a signal, or around a block of code."""

import asyncio
import gc
import logging
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from telegram.error import Conflict, InvalidToken, NetworkError, TelegramError

from bot.app import ALLOWED_UPDATES, POLL_SECONDS, AnyApplication
from bot.publishing import publish

_LOGGER = logging.getLogger(__name__)


class CannotRunError(Exception):
    """The bot cannot run; the message is one line that says what to do."""


@asynccontextmanager
async def polling(
    application: AnyApplication, on_error: Callable[[TelegramError], None] | None = None
) -> AsyncIterator[None]:
    """Starts `application`, polls while the block runs, and stops it cleanly: what was received is answered first.

    `on_error` is told of each polling that failed; polling goes on.
    """
    async with application:
        await publish(application.bot)
        await application.start()
        if application.updater is None:
            raise ValueError("the application was built without an updater")
        await application.updater.start_polling(
            timeout=POLL_SECONDS,
            allowed_updates=ALLOWED_UPDATES,
            # What was asked while the bot was away is answered, late rather than never.
            drop_pending_updates=False,
            error_callback=on_error,
        )
        try:
            yield
        finally:
            await application.updater.stop()
            await application.stop()


async def run_until_stopped(application: AnyApplication) -> None:
    """Serves Telegram until SIGTERM or SIGINT.

    Raises:
        CannotRunError: the token is wrong, Telegram cannot be reached, or another bot polls with the same token.
    """
    loop = asyncio.get_running_loop()
    ended: asyncio.Future[TelegramError | None] = loop.create_future()

    def end(error: TelegramError | None = None) -> None:
        if not ended.done():
            ended.set_result(error)

    def on_error(error: TelegramError) -> None:
        if isinstance(error, Conflict | InvalidToken):
            end(error)
        else:
            _LOGGER.warning("polling failed, trying again: %s", error)

    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, end)
    try:
        async with polling(application, on_error):
            _LOGGER.info("@%s is listening", application.bot.username)
            # What is there by now stays; looking through it again and again for garbage would make people wait.
            gc.freeze()
            error = await ended
            _LOGGER.info("stopping: what was received is answered first")
    except TelegramError as problem:
        raise CannotRunError(_advice(problem)) from problem
    finally:
        gc.unfreeze()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.remove_signal_handler(number)
    if error is not None:
        raise CannotRunError(_advice(error)) from error


def _advice(error: TelegramError) -> str:
    if isinstance(error, InvalidToken):
        return "Telegram does not know this token: check MUJAZ_TOKEN (@BotFather shows it under /mybots)."
    if isinstance(error, Conflict):
        return "Another program polls Telegram with this token: stop it first, then start Mujaz again."
    if isinstance(error, NetworkError):
        return f"Telegram cannot be reached: check the network and MUJAZ_API_URL ({type(error).__name__})."
    return f"Telegram refused to start the bot: {error}"
