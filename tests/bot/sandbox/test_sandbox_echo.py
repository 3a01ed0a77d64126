"""A whole PTB application over the sandbox, polling included, without a socket."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest_asyncio
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    filters,
)
from telegram.request import HTTPXRequest

from bot.sandbox import Group, Person, PrivateChat, Sandbox

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


async def start(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message is not None
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("More", callback_data="more")]])
    await update.message.reply_html(f"<b>Hello</b> {' '.join(context.args or [])}", reply_markup=keyboard)


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message is not None
    await update.message.reply_text(f"You said: {update.message.text}", do_quote=True)


async def more(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.callback_query is not None
    await update.callback_query.answer("One moment")
    await update.callback_query.edit_message_text("More it is")


async def search(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.inline_query is not None
    await update.inline_query.answer([])


@pytest_asyncio.fixture(autouse=True)
async def application(sandbox: Sandbox) -> AsyncIterator[None]:
    application = (
        Application.builder()
        .token(sandbox.token)
        .request(HTTPXRequest(httpx_kwargs={"transport": sandbox.transport()}))
        .get_updates_request(HTTPXRequest(httpx_kwargs={"transport": sandbox.transport()}))
        .build()
    )
    application.add_handler(CommandHandler("start", start, filters.UpdateType.MESSAGE))
    application.add_handler(MessageHandler(filters.UpdateType.MESSAGE & filters.TEXT, echo))
    application.add_handler(CallbackQueryHandler(more))
    application.add_handler(InlineQueryHandler(search))
    async with application:
        await application.start()
        assert application.updater is not None
        await application.updater.start_polling()
        yield
        await application.updater.stop()
        await application.stop()


async def test_a_private_conversation(lina: Person) -> None:
    chat = lina.private_chat()
    lina.open_link("iraq_58")
    hello = await chat.next_message()
    assert hello.text == "Hello iraq_58"
    assert [hello.part(entity) for entity in hello.entities] == ["Hello"]
    lina.send(chat, "vest")
    assert (await chat.next_message()).text == "You said: vest"
    pressed = lina.press(hello, "More")
    assert (await pressed.answer()).text == "One moment"
    assert (await chat.next_edit()).text == "More it is"
    assert hello.is_edited


async def test_a_group(sandbox: Sandbox, lina: Person, omar: Person, group: Group) -> None:
    lina.send(group, "just talking")
    asked = omar.send(group, "@mujaz_bot vest")
    answer = await group.next_message()
    assert answer.text == "You said: @mujaz_bot vest"
    assert answer.reply_to_message_id == asked.message_id
    await sandbox.confirmed(asked.update_id)
    assert not [call for call in sandbox.calls if call.error]


async def test_a_forum(sandbox: Sandbox, lina: Person) -> None:
    forum = sandbox.group("Desk", [lina], forum=True)
    topic = forum.create_topic("Iraq")
    lina.send(forum, "/start", thread=topic)
    assert (await forum.next_message()).thread_id == topic.thread_id
    lina.send(forum, "/start")
    assert (await forum.next_message()).thread_id is None


async def test_inline(lina: Person) -> None:
    assert (await lina.inline("vest").answer()).results == []


async def test_two_at_once(lina: Person, omar: Person) -> None:
    chats: list[PrivateChat] = [lina.private_chat(), omar.private_chat()]
    for number in range(5):
        lina.send(chats[0], f"{number}")
        omar.send(chats[1], f"{number}")
    for chat in chats:
        said = [(await chat.next_message()).text for _ in range(5)]
        assert said == [f"You said: {number}" for number in range(5)]
