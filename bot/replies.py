"""Sends, edits and removes screens; the one place that knows which refusals of Telegram's are no fault of ours."""

import logging
from collections.abc import Awaitable

from telegram import Bot, CallbackQuery, Message, ReplyParameters
from telegram.error import BadRequest, ChatMigrated

from bot.keyboards import written
from bot.render.screen import Screen

_LOGGER = logging.getLogger(__name__)
_UNCHANGED = "message is not modified"
_LATE = ("query is too old", "query id is invalid")
_CANNOT_EDIT = ("message to edit not found", "message can't be edited", "message_id_invalid")
_CANNOT_DELETE = ("message to delete not found", "message can't be deleted")
_NO_THREAD = "message thread not found"


async def reply(bot: Bot, message: Message, screen: Screen) -> Message:
    """Answers `message` with `screen`: in a group as a reply and in its topic, in private as a new message."""
    in_group = message.chat.type != "private"
    # Only messages of a forum topic carry an id that may be sent back: the General topic must omit it, and the id of a
    # reply thread in a plain group is refused.
    thread = message.message_thread_id if message.is_topic_message else None

    async def send(chat_id: int, thread: int | None) -> Message:
        # In a chat that the group has moved to, the question has another id.
        known = in_group and chat_id == message.chat.id
        return await bot.send_message(
            chat_id,
            screen.html,
            api_kwargs={"reply_markup": written(screen, closable=in_group)},
            reply_parameters=ReplyParameters(message.message_id, allow_sending_without_reply=True) if known else None,
            message_thread_id=thread,
        )

    try:
        return await send(message.chat.id, thread)
    except ChatMigrated as error:
        return await send(error.new_chat_id, thread)
    except BadRequest as error:
        if thread is None or _NO_THREAD not in str(error).lower():
            raise
        return await send(message.chat.id, None)


async def rewrite(bot: Bot, question: Message, answer: int, screen: Screen) -> None:
    """Puts `screen` in place of the message `answer`, which answered `question` before that was edited."""
    buttons = {"reply_markup": written(screen, closable=question.chat.type != "private")}
    try:
        await bot.edit_message_text(screen.html, question.chat.id, answer, api_kwargs=buttons)
    except BadRequest as error:
        _tolerate(error, _UNCHANGED, *_CANNOT_EDIT)


async def show(query: CallbackQuery, screen: Screen, *, closable: bool) -> None:
    """Answers a pressed button first, then puts `screen` in place of the message that holds it."""
    await acknowledge(query)
    try:
        await query.edit_message_text(screen.html, api_kwargs={"reply_markup": written(screen, closable=closable)})
    except BadRequest as error:
        _tolerate(error, _UNCHANGED, *_CANNOT_EDIT)


async def remove(bot: Bot, message: Message) -> None:
    """Deletes a message of the bot's own; one that is gone or too old stays as it is."""
    try:
        await bot.delete_message(message.chat.id, message.message_id)
    except BadRequest as error:
        _tolerate(error, *_CANNOT_DELETE)


async def acknowledge(query: CallbackQuery, toast: str | None = None) -> None:
    """Answers a pressed button, with a short line to the one who pressed it if there is something to say."""
    await in_time(query.answer(toast))


async def in_time(answering: Awaitable[object]) -> None:
    """Awaits the answer to a query; where it comes too late, nobody is waiting for it any more."""
    try:
        await answering
    except BadRequest as error:
        _tolerate(error, *_LATE)


def _tolerate(error: BadRequest, *known: str) -> None:
    """Raises `error` again unless it says one of `known`, in any case of letters."""
    if not any(part in str(error).lower() for part in known):
        raise error
    _LOGGER.debug("nothing to be done: %s", error)
