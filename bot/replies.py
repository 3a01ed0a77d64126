"""Sends and edits screens; the one place that knows what Telegram refuses for reasons that are no fault of ours."""

import logging

from telegram import Bot, CallbackQuery, Message, ReplyParameters
from telegram.error import BadRequest, ChatMigrated

from bot.keyboards import keyboard
from bot.render.screen import Screen

_LOGGER = logging.getLogger(__name__)
_UNCHANGED = "message is not modified"
_LATE = ("query is too old", "query id is invalid")
_CANNOT_EDIT = ("message to edit not found", "message can't be edited", "message_id_invalid")
_NO_THREAD = "message thread not found"


async def reply(bot: Bot, message: Message, screen: Screen) -> Message:
    """Answers `message` with `screen`: in a group as a reply and in its topic, in private as a new message."""
    in_group = message.chat.type != "private"
    parameters = ReplyParameters(message.message_id, allow_sending_without_reply=True) if in_group else None
    # Only messages of a forum topic carry an id that may be sent back: the General topic must omit it, and the id of a
    # reply thread in a plain group is refused.
    thread = message.message_thread_id if message.is_topic_message else None
    try:
        return await _send(bot, message.chat.id, screen, parameters, thread)
    except ChatMigrated as error:
        return await _send(bot, error.new_chat_id, screen, None, thread)
    except BadRequest as error:
        if thread is None or _NO_THREAD not in str(error).lower():
            raise
        return await _send(bot, message.chat.id, screen, parameters, None)


async def _send(
    bot: Bot, chat_id: int, screen: Screen, parameters: ReplyParameters | None, thread: int | None
) -> Message:
    return await bot.send_message(
        chat_id, screen.html, reply_markup=keyboard(screen), reply_parameters=parameters, message_thread_id=thread
    )


async def show(query: CallbackQuery, screen: Screen) -> None:
    """Answers a pressed button first, then puts `screen` in place of the message that holds it."""
    await acknowledge(query, screen.toast)
    try:
        await query.edit_message_text(screen.html, reply_markup=keyboard(screen))
    except BadRequest as error:
        reason = str(error).lower()
        if not any(known in reason for known in (_UNCHANGED, *_CANNOT_EDIT)):
            raise
        _LOGGER.debug("the screen stays as it is: %s", reason)


async def acknowledge(query: CallbackQuery, toast: str | None = None) -> None:
    """Answers a pressed button, with a short line to the one who pressed it if there is something to say."""
    try:
        await query.answer(toast)
    except BadRequest as error:
        if not any(known in str(error).lower() for known in _LATE):
            raise
        _LOGGER.debug("the button was pressed too long ago to be answered")
