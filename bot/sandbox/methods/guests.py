"""Answering a mention in a chat where the bot is no member."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.sandbox.errors import bad_request
from bot.sandbox.queries import GUEST_TIMEOUT, TOO_OLD

from .inline_results import content_of, read_results
from .registry import method

if TYPE_CHECKING:
    from bot.sandbox.model import JsonObject
    from bot.sandbox.world import World


@dataclass(frozen=True, slots=True)
class AnswerGuestQuery:
    """Arguments of answerGuestQuery."""

    guest_query_id: str = ""
    result: object = None


@method("answerGuestQuery", AnswerGuestQuery)
def answer_guest_query(world: World, call: AnswerGuestQuery) -> JsonObject:
    """Post one inline result as the bot's reply to a mention, once and within its time. Returns a SentGuestMessage."""
    if not isinstance(call.result, Mapping):
        raise bad_request("Can't parse inline query result: Inline query result must be an object")
    (result,) = read_results([call.result])
    query = world.guest_queries.get(call.guest_query_id)
    if query is None or query.given is not None or world.clock.time() - query.asked > GUEST_TIMEOUT:
        raise bad_request(TOO_OLD)
    text, entities, markup, preview = content_of(result)
    summons = query.message
    sent = world.add_message(
        summons.chat,
        by_bot=True,
        sender=world.bot,
        guest_bot_caller=query.user,
        text=text,
        entities=entities,
        reply_markup=markup,
        link_preview_options=preview,
        reply_to_message_id=None if summons.is_deleted else summons.message_id,
        thread_id=summons.thread_id,
        is_topic_message=summons.is_topic_message,
        inline_message_id=f"AG{world.next_id():012d}",
    )
    query.give(sent)
    return {"inline_message_id": sent.inline_message_id}
