"""Inline mode: searching, answering, the server's cache, choosing a result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
)
from telegram.error import BadRequest

from bot.sandbox import ApiError, Group, InlineQuery, Person, PrivateChat, Sandbox

if TYPE_CHECKING:
    from collections.abc import Sequence


def article(identifier: str, text: str = "x", **options: Any) -> InlineQueryResultArticle:
    return InlineQueryResultArticle(identifier, "Title", InputTextMessageContent(text, **options))


async def refuse(bot: Bot, query: InlineQuery, results: Sequence[InlineQueryResultArticle], sentence: str) -> None:
    with pytest.raises(BadRequest) as caught:
        await bot.answer_inline_query(query.id, results)
    assert str(caught.value).lower() == sentence.lower()


async def test_a_search_and_its_answer(bot: Bot, lina: Person, chat: PrivateChat) -> None:
    query = lina.inline("vest", "20", room=chat)
    received = (await bot.get_updates(offset=-1))[0].inline_query
    assert received is not None
    assert (received.id, received.query, received.offset, received.chat_type) == (
        query.id,
        "vest",
        "20",
        "sender",
    )
    button = InlineQueryResultsButton("Open the bot", start_parameter="inline")
    await received.answer([article("a"), article("b")], next_offset="40", button=button, is_personal=True)
    answer = await query.answer()
    assert [result["id"] for result in answer.results] == ["a", "b"]
    assert (answer.next_offset, answer.is_personal, answer.cache_time) == ("40", True, 300)
    assert answer.button == {"text": "Open the bot", "start_parameter": "inline"}


async def test_what_is_refused(sandbox: Sandbox, bot: Bot, lina: Person) -> None:
    query = lina.inline("vest")
    many = [article(str(number)) for number in range(51)]
    await refuse(bot, query, many, "too many inline query results specified")
    await refuse(bot, query, [article("a"), article("a")], "RESULT_ID_DUPLICATE")
    await refuse(bot, query, [article("a" * 65)], "RESULT_ID_INVALID")
    await refuse(bot, query, [article("a", "")], "message text is empty")
    await refuse(bot, query, [article("a", "a" * 4097)], "message is too long")
    wrong = 'can\'t parse entities: Unsupported start tag "x" at byte offset 0'
    await refuse(bot, query, [article("a", "<x>", parse_mode="HTML")], wrong)
    with pytest.raises(BadRequest, match=r"(?i)NEXT_OFFSET_INVALID"):
        await bot.answer_inline_query(query.id, [], next_offset="a" * 65)
    with pytest.raises(BadRequest, match=r"(?i)START_PARAM_INVALID"):
        await bot.answer_inline_query(query.id, [], button=InlineQueryResultsButton("x", start_parameter="a b"))
    await bot.answer_inline_query(query.id, [])
    await refuse(bot, query, [], "query is too old and response timeout expired or query ID is invalid")
    late = lina.inline("other")
    sandbox.clock.advance(31)
    await refuse(bot, late, [], "query is too old and response timeout expired or query ID is invalid")


@pytest.mark.parametrize(
    ("result", "sentence"),
    [
        (7, "can't parse inline query result: Inline query result must be an object"),
        ({"type": "article"}, "can't parse inline query result: Can't find field \"id\""),
        (
            {"type": "article", "id": "a", "title": "T"},
            "can't parse inline query result: Input message content is not specified",
        ),
        (
            {"type": "photo", "id": "a"},
            'can\'t parse inline query result: the sandbox does not implement the type "photo"',
        ),
    ],
)
async def test_malformed_results(sandbox: Sandbox, lina: Person, result: Any, sentence: str) -> None:
    query = lina.inline("vest")
    with pytest.raises(ApiError) as caught:
        await sandbox.api.call("answerInlineQuery", {"inline_query_id": query.id, "results": [result]})
    assert caught.value.description == f"Bad Request: {sentence}"


async def test_the_server_remembers_answers(sandbox: Sandbox, bot: Bot, lina: Person, omar: Person) -> None:
    await bot.answer_inline_query(lina.inline("vest").id, [article("a")], cache_time=60)
    cached = omar.inline("vest")
    assert cached.update_id is None
    assert [result["id"] for result in (await cached.answer()).results] == ["a"]
    assert omar.inline("vest", "20").update_id is not None
    sandbox.clock.advance(61)
    assert omar.inline("vest").update_id is not None


async def test_personal_answers_are_remembered_for_one(bot: Bot, lina: Person, omar: Person) -> None:
    await bot.answer_inline_query(lina.inline("vest").id, [article("a")], is_personal=True)
    assert lina.inline("vest").update_id is None
    assert omar.inline("vest").update_id is not None
    await bot.answer_inline_query(lina.inline("who").id, [article("a")], cache_time=0)
    assert lina.inline("who").update_id is not None


async def test_choosing_a_result(sandbox: Sandbox, bot: Bot, lina: Person, group: Group) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("More", callback_data="more")]])
    content = InputTextMessageContent("<b>brief</b>", parse_mode="HTML")
    results = [InlineQueryResultArticle("a", "A", content, reply_markup=keyboard), article("b")]
    query = lina.inline("vest", room=group)
    await bot.answer_inline_query(query.id, results)
    message = lina.choose(await query.answer(), into=group)
    assert (message.text, message.entities[0].type, message.via_bot) == ("brief", "bold", sandbox.bot)
    posted, chosen = await bot.get_updates(offset=-2)
    assert posted.message is not None
    assert posted.message.via_bot is not None
    assert chosen.chosen_inline_result is not None
    assert (chosen.chosen_inline_result.result_id, chosen.chosen_inline_result.query) == ("a", "vest")
    handle = chosen.chosen_inline_result.inline_message_id
    pressed = lina.press(message, "More")
    callback = (await bot.get_updates(offset=-1))[0].callback_query
    assert callback is not None
    assert (callback.message, callback.inline_message_id, callback.id) == (None, handle, pressed.id)
    assert await callback.edit_message_text("more") is True
    assert message.text == "more"
    assert lina.choose(await query.answer(), "b", into=group).inline_message_id is None
    with pytest.raises(LookupError, match="no result 'c'"):
        lina.choose(await query.answer(), "c", into=group)
    with pytest.raises(BadRequest, match=r"(?i)MESSAGE_ID_INVALID"):
        await bot.edit_message_text("x", inline_message_id="nonsense")


def test_a_query_has_its_length(lina: Person) -> None:
    lina.inline("a" * 256)
    with pytest.raises(ValueError, match="256"):
        lina.inline("a" * 257)
