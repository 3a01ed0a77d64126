"""What goes wrong at Telegram's end or ours: what the reader is told, and what the log."""

import logging

import pytest

from bot.local import settled
from bot.sandbox import ApiError, Sandbox
from briefs.library import Library
from tests.bot.faulty import FaultyApi
from tests.talking import Talk, one, talking
from tests.virtual_time import run

SORRY = "Sorry, that went wrong on my side."


@pytest.fixture
def api(sandbox: Sandbox) -> FaultyApi:
    return FaultyApi(sandbox)


@pytest.mark.parametrize(
    "error", [ApiError(403, "Forbidden: bot was blocked by the user"), ApiError(403, "Forbidden: user is deactivated")]
)
async def test_who_cannot_be_written_to_is_a_line_of_information(
    api: FaultyApi, chat: Talk, caplog: pytest.LogCaptureFixture, error: ApiError
) -> None:
    caplog.set_level(logging.INFO, logger="bot")
    api.refuse("sendMessage", error)
    assert await chat.is_ignored("/help")
    assert [record.levelname for record in caplog.records if record.name == "bot.errors"] == ["INFO"]
    assert await chat.say("/help"), "the next one is answered"


DOWN = [ApiError(502, "Bad Gateway"), ApiError(500, "Internal Server Error"), ApiError(503, "Service Unavailable")]


async def asked_twice(library: Library, *refusals: ApiError) -> tuple[list[str], list[str]]:
    """What a reader gets for two questions, the first of which meets the `refusals`."""
    sandbox = Sandbox()
    async with talking(sandbox, library) as chat:
        FaultyApi(sandbox).refuse("sendMessage", *refusals)
        first = await chat.answers("/help")
        second = await chat.answers("/privacy")
    return [message.text for message in first], [message.text for message in second]


@pytest.mark.parametrize("error", DOWN)
def test_a_telegram_that_stays_down_is_a_warning_without_a_trace(
    library: Library, caplog: pytest.LogCaptureFixture, error: ApiError
) -> None:
    first, second = run(asked_twice(library, *[error] * 4))
    assert first == []
    assert second[0].startswith("I keep nothing")
    (record,) = [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert (record.levelname, record.exc_info) == ("WARNING", None)
    assert record.getMessage().startswith("Telegram could not be reached")


@pytest.mark.parametrize("error", DOWN)
def test_a_telegram_that_is_down_for_a_moment_is_tried_again(
    library: Library, caplog: pytest.LogCaptureFixture, error: ApiError
) -> None:
    first, _ = run(asked_twice(library, error))
    assert len(first) == 1
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


@pytest.mark.filterwarnings("ignore:Deprecated since version v22.2")  # of python-telegram-bot's own limiter
def test_a_request_for_patience_is_heeded(library: Library, caplog: pytest.LogCaptureFixture) -> None:
    first, _ = run(asked_twice(library, ApiError(429, "Too Many Requests: retry after 30", {"retry_after": 30})))
    assert len(first) == 1, "sent again once the time is over"
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


async def test_a_fault_of_ours_is_told_calmly_with_a_reference_that_the_log_has(
    api: FaultyApi, chat: Talk, caplog: pytest.LogCaptureFixture
) -> None:
    chat.stage.expected_in_log.append("an update could not be answered")
    api.refuse("sendMessage", ApiError(400, "Bad Request: can't parse entities: something"))
    told = await chat.say("/help")
    assert told.text.startswith(SORRY)
    (record,) = [record for record in caplog.records if record.levelname == "ERROR"]
    assert record.exc_info is not None
    reference = record.getMessage().partition("[")[2].partition("]")[0]
    assert len(reference) == 8
    assert reference in told.text


async def test_the_apology_stays_in_the_topic_and_replies_to_the_question(api: FaultyApi, chat: Talk) -> None:
    chat.stage.expected_in_log.append("an update could not be answered")
    forum = chat.group(forum=True)
    topic = forum.topic("Iraq")
    api.refuse("sendMessage", ApiError(400, "Bad Request: can't parse entities: something"))
    told = await forum.say("/help", thread=topic)
    assert told.thread_id == topic.thread_id
    assert told.reply_to_message_id is not None


async def test_an_apology_that_cannot_be_sent_is_a_warning(api: FaultyApi, chat: Talk) -> None:
    chat.stage.expected_in_log += ["an update could not be answered", "the reader could not be told"]
    refusal = ApiError(400, "Bad Request: can't parse entities: something")
    api.refuse("sendMessage", refusal, refusal)
    assert await chat.is_ignored("/help")


@pytest.mark.parametrize(
    "refusal",
    ["not enough rights to send text messages to the chat", "have no rights to send a message", "TOPIC_CLOSED",
     "CHAT_WRITE_FORBIDDEN", "need administrator rights in the channel chat"],
)  # fmt: skip
async def test_no_right_to_write_is_no_fault(api: FaultyApi, chat: Talk, refusal: str) -> None:
    api.refuse("sendMessage", ApiError(400, f"Bad Request: {refusal}"))
    assert await chat.group(supergroup=True).is_ignored("/help")


async def test_a_button_that_fails_is_still_answered(api: FaultyApi, chat: Talk) -> None:
    chat.stage.expected_in_log.append("an update could not be answered")
    shown = await chat.say("/brief blinken vest")
    api.refuse("editMessageText", ApiError(400, "Bad Request: can't parse entities: something"))
    query = chat.person.press(shown, "People")
    assert one(await chat.stage.done(query.update_id)).text.startswith(SORRY)
    assert query.given is not None


async def test_an_update_that_cannot_be_answered_does_not_hold_up_the_next(api: FaultyApi, chat: Talk) -> None:
    chat.stage.expected_in_log.append("an update could not be answered")
    api.refuse("sendMessage", ApiError(400, "Bad Request: can't parse entities: something"))
    first = chat.writer.send(chat.room, "/help")
    second = chat.writer.send(chat.room, "/privacy")
    await settled(chat.sandbox, chat.stage.application, second.update_id)
    told = [message.text for message in chat.room.messages if message.sender is chat.sandbox.bot]
    assert told[0].startswith(SORRY)
    assert told[1].startswith("I keep nothing")
    assert first.update_id is not None
