"""Moved, removed and silenced: handled, logged once, no storm of retries."""

import logging
from collections.abc import AsyncIterator

import pytest
from pydantic import SecretStr

from bot.sandbox import ApiError, Sandbox
from bot.settings import Settings
from briefs.library import Library
from tests.bot.faulty import FaultyApi
from tests.talking import Talk, in_bold, talking

BROKEN = ApiError(400, "Bad Request: can't parse entities: unsupported start tag")


async def test_a_group_that_becomes_a_supergroup_is_answered_there(chat: Talk) -> None:
    group = chat.group("Omar", supergroup=False)
    asked = group.writer.send(group.room, "/who khazali")
    moved = group.room.migrate()
    await chat.stage.done(asked.update_id)
    chat.stage.expected_refusals.append("upgraded to a supergroup")
    assert in_bold(moved.last)[0] == "Qais Khazali"


@pytest.mark.parametrize("event", ["kicked", "muted"])
async def test_a_closed_chat_is_logged_once(chat: Talk, event: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "bot")
    chat.stage.expected_refusals += ["bot was kicked", "not enough rights"]
    group = chat.group("Omar")
    sent = [group.writer.send(group.room, "/who khazali") for _ in range(3)]
    group.room.kick_bot() if event == "kicked" else group.room.mute()
    await chat.stage.done(sent[-1].update_id)
    closed = [record for record in caplog.records if "is closed to the bot" in record.getMessage()]
    assert len(closed) == 1
    tried = [call for call in chat.sandbox.calls if call.method == "sendMessage" and call.error]
    assert len(tried) == len(sent), "each answer is tried once"


async def test_a_person_who_blocked_the_bot_is_left_alone(chat: Talk, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "bot")
    chat.stage.expected_refusals.append("bot was blocked")
    asked = chat.person.send(chat.room, "/who khazali")
    chat.person.block_bot()
    await chat.stage.done(asked.update_id)
    assert [record.levelno for record in caplog.records if "closed to the bot" in record.getMessage()] == [logging.INFO]


@pytest.fixture
async def operated(sandbox: Sandbox, library: Library) -> AsyncIterator[tuple[Talk, Talk]]:
    operator = sandbox.person("Operator")
    room = operator.private_chat()
    started = operator.send(room, "/start")
    settings = Settings(
        token=SecretStr(sandbox.token),
        hold_limits=False,
        cooldown_per_minute=0,
        operator_chat=room.id,
        _env_file=None,
    )
    async with talking(sandbox, library, settings=settings) as talk:
        await talk.stage.done(started.update_id)
        yield talk, Talk(talk.stage, operator, room)


async def test_a_fault_of_ours_is_told_calmly_and_to_the_operator_once(
    operated: tuple[Talk, Talk], caplog: pytest.LogCaptureFixture
) -> None:
    chat, operator = operated
    faulty = FaultyApi(chat.sandbox)
    for _ in range(2):
        faulty.refuse("sendMessage", BROKEN)
        said = [message for message in await chat.answers("/who khazali") if message.chat is chat.room.chat]
        assert [message.text.startswith("Sorry, that went wrong on my side") for message in said] == [True]
    told = [
        m.text for m in operator.room.messages if m.sender is chat.sandbox.bot and "the log has the trace" in m.text
    ]
    assert len(told) == 1
    reference = told[0].split("[")[1].split("]")[0]
    traces = [record for record in caplog.records if record.exc_info and reference in record.getMessage()]
    assert len(traces) == 1
