"""Answering pressed buttons and inline searches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.sandbox.errors import bad_request
from bot.sandbox.queries import CALLBACK_TIMEOUT, INLINE_TIMEOUT, TOO_OLD, CallbackAnswer, InlineAnswer
from bot.sandbox.utf16 import units

from .inline_results import read_button, read_results
from .registry import method

if TYPE_CHECKING:
    from bot.sandbox.world import World

MAX_ANSWER = 200
MAX_OFFSET_BYTES = 64


@dataclass(frozen=True, slots=True)
class AnswerCallbackQuery:
    """Arguments of answerCallbackQuery; `cache_time` in seconds."""

    callback_query_id: str = ""
    text: str = ""
    show_alert: bool = False
    url: str = ""
    cache_time: int = 0


@method("answerCallbackQuery", AnswerCallbackQuery)
def answer_callback_query(world: World, call: AnswerCallbackQuery) -> bool:
    """Answer a pressed button, once and within its time."""
    if units(call.text) > MAX_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    query = world.callback_queries.get(call.callback_query_id)
    if query is None or query.given is not None or world.clock.time() - query.asked > CALLBACK_TIMEOUT:
        raise bad_request(TOO_OLD)
    if call.url and not call.url.startswith((f"https://t.me/{world.bot.username}?", "tg://")):
        raise bad_request("URL_INVALID")
    query.give(CallbackAnswer(call.text, call.show_alert, call.url, call.cache_time))
    return True


@dataclass(frozen=True, slots=True)
class AnswerInlineQuery:
    """Arguments of answerInlineQuery; `cache_time` in seconds."""

    inline_query_id: str = ""
    results: object = None
    cache_time: int = 300
    is_personal: bool = False
    next_offset: str = ""
    button: object = None


@method("answerInlineQuery", AnswerInlineQuery)
def answer_inline_query(world: World, call: AnswerInlineQuery) -> bool:
    """Answer an inline search, once and within its time."""
    results = read_results(call.results)
    button = read_button(call.button)
    if len(call.next_offset.encode()) > MAX_OFFSET_BYTES:
        raise bad_request("NEXT_OFFSET_INVALID")
    query = world.inline_queries.get(call.inline_query_id)
    if query is None or query.given is not None or world.clock.time() - query.asked > INLINE_TIMEOUT:
        raise bad_request(TOO_OLD)
    answer = InlineAnswer(query.query, results, call.next_offset, button, call.cache_time, call.is_personal)
    world.inline_cache.store(query, answer)
    query.give(answer)
    return True
