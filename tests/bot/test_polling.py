"""How the bot starts, stops, and refuses to start; in this process, over the sandbox."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from pydantic import SecretStr
from telegram.request import HTTPXRequest

from bot.app import ALLOWED_UPDATES, AnyApplication, build_application
from bot.local import running
from bot.polling import CannotRunError, run_until_stopped
from bot.sandbox import ApiError, Sandbox
from bot.settings import Settings
from briefs.library import Library
from tests.bot.faulty import FaultyApi
from tests.patience import PATIENCE


def application_on(sandbox: Sandbox, library: Library, token: str | None = None) -> AnyApplication:
    """The bot as `mujaz run` builds it, its wire going to the sandbox."""
    settings = Settings(token=SecretStr(token or sandbox.token), hold_limits=False, _env_file=None)
    requests = [HTTPXRequest(httpx_kwargs={"transport": sandbox.transport()}) for _ in range(2)]
    return build_application(settings, library, (requests[0], requests[1]))


@asynccontextmanager
async def serving(sandbox: Sandbox, library: Library) -> AsyncIterator["asyncio.Task[None]"]:
    """The bot runs until a signal; the block begins once it has answered somebody."""
    task = asyncio.create_task(run_until_stopped(application_on(sandbox, library)))
    lina = sandbox.person("Lina")
    asked = lina.send(lina.private_chat(), "/privacy")
    await lina.private_chat().next_message()
    await sandbox.confirmed(asked.update_id)
    yield task
    async with asyncio.timeout(PATIENCE):
        await asyncio.wait([task])


@pytest.mark.parametrize(
    "token",
    ["100200300:AAanother-bots-token", "nonsense", "100200300:with spaces", "1:ü"],
    ids=lambda token: token[:12],
)
async def test_a_wrong_token_is_one_clear_line(sandbox: Sandbox, library: Library, token: str) -> None:
    with pytest.raises(CannotRunError) as caught:
        await run_until_stopped(application_on(sandbox, library, token))
    line = str(caught.value)
    assert "MUJAZ_TOKEN" in line
    assert "\n" not in line
    assert token not in line


async def test_no_network_is_one_clear_line(sandbox: Sandbox, library: Library) -> None:
    api = FaultyApi(sandbox)
    api.refuse("getMe", ApiError(502, "Bad Gateway"))
    with pytest.raises(CannotRunError, match="Telegram cannot be reached: check the network and MUJAZ_API_URL"):
        await run_until_stopped(application_on(sandbox, library))


async def test_a_telegram_that_refuses_the_start_is_one_clear_line(sandbox: Sandbox, library: Library) -> None:
    api = FaultyApi(sandbox)
    api.refuse("setMyCommands", ApiError(403, "Forbidden: bot was deleted"))
    with pytest.raises(CannotRunError, match="Telegram refused to start the bot: Forbidden: bot was deleted"):
        await run_until_stopped(application_on(sandbox, library))


async def test_a_second_poller_ends_the_first_with_one_clear_line(sandbox: Sandbox, library: Library) -> None:
    async with serving(sandbox, library) as first:
        await sandbox.api.call("getUpdates")
        await asyncio.wait([first], timeout=PATIENCE)
        assert first.done()
        error = first.exception()
    assert isinstance(error, CannotRunError)
    assert str(error).startswith("Another program polls Telegram with this token")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_ends_it_cleanly(
    sandbox: Sandbox, library: Library, caplog: pytest.LogCaptureFixture, number: signal.Signals
) -> None:
    async with serving(sandbox, library) as task:
        os.kill(os.getpid(), number)
    assert task.exception() is None
    assert [record.getMessage() for record in caplog.records if record.levelname in {"WARNING", "ERROR"}] == []
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL, "the signals are given back"


async def test_what_was_received_before_a_signal_is_answered(sandbox: Sandbox, library: Library) -> None:
    api = FaultyApi(sandbox)
    people = [sandbox.person(name) for name in ("Omar", "Zeina", "Dolly")]
    async with serving(sandbox, library):
        gate = api.hold("sendMessage")
        for person in people:
            person.send(person.private_chat(), "/privacy")
        for _ in people:
            assert await api.waiting.get() == "sendMessage"
        os.kill(os.getpid(), signal.SIGTERM)
        gate.set()
    for person in people:
        assert person.private_chat().last.text.startswith("I keep nothing")


async def test_what_was_asked_while_the_bot_was_away_is_answered_late(sandbox: Sandbox, library: Library) -> None:
    lina = sandbox.person("Lina")
    chat = lina.private_chat()
    for _ in range(3):
        lina.send(chat, "/privacy")
    async with running(sandbox, library):
        for _ in range(3):
            assert (await chat.next_message()).text.startswith("I keep nothing")


async def test_nothing_is_answered_twice_after_a_restart(sandbox: Sandbox, library: Library) -> None:
    lina = sandbox.person("Lina")
    chat = lina.private_chat()
    async with running(sandbox, library):
        lina.send(chat, "/privacy")
        await chat.next_message()
    async with running(sandbox, library):
        lina.send(chat, "/help")
        assert (await chat.next_message()).text.startswith("Ask in your own words")
    assert len([message for message in chat.messages if message.sender is sandbox.bot]) == 2


async def test_a_network_that_fails_for_a_while_is_waited_for(
    sandbox: Sandbox, library: Library, caplog: pytest.LogCaptureFixture
) -> None:
    api = FaultyApi(sandbox)
    async with serving(sandbox, library) as task:
        api.refuse("getUpdates", ApiError(502, "Bad Gateway"))
        lina = sandbox.person("Zeina")
        lina.send(lina.private_chat(), "/privacy")
        await lina.private_chat().next_message()
        lina.send(lina.private_chat(), "/privacy")
        await lina.private_chat().next_message()
        os.kill(os.getpid(), signal.SIGTERM)
    assert task.exception() is None
    assert any("polling failed, trying again" in record.getMessage() for record in caplog.records)


async def test_only_what_is_handled_is_asked_for(sandbox: Sandbox, library: Library) -> None:
    async with running(sandbox, library):
        lina = sandbox.person("Lina")
        lina.send(lina.private_chat(), "/privacy")
        await lina.private_chat().next_message()
        assert sandbox.world.updates.allowed == set(ALLOWED_UPDATES)
    assert {"message", "callback_query"} <= set(ALLOWED_UPDATES)
    assert not {"channel_post", "edited_channel_post"} & set(ALLOWED_UPDATES)


def test_a_bot_without_a_token_is_not_built(library: Library) -> None:
    with pytest.raises(ValueError, match="set MUJAZ_TOKEN"):
        build_application(Settings(token=None, _env_file=None), library)
