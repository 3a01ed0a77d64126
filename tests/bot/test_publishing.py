"""What Telegram's menus show: commands by scope, descriptions; sent only where something changed."""

from collections.abc import AsyncIterator

import pytest_asyncio
from telegram import Bot
from telegram.request import HTTPXRequest

from bot.commands import COMMANDS, DESCRIPTION, SHORT_DESCRIPTION
from bot.publishing import publish
from bot.sandbox import Sandbox


@pytest_asyncio.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    requests = [HTTPXRequest(httpx_kwargs={"transport": sandbox.transport()}) for _ in range(2)]
    async with Bot(sandbox.token, request=requests[0], get_updates_request=requests[1]) as bot:
        yield bot


def written(sandbox: Sandbox) -> list[str]:
    """What was set at Telegram, method by method."""
    return [call.method for call in sandbox.calls if call.method.startswith("set")]


async def test_a_reader_in_private_is_offered_every_command(sandbox: Sandbox, bot: Bot) -> None:
    await publish(bot)
    lina = sandbox.person("Lina")
    offered = [command["command"] for command in lina.commands(lina.private_chat())]
    assert offered == [command.name for command in COMMANDS]
    assert offered[:2] == ["brief", "who"]


async def test_a_group_is_offered_those_that_make_sense_there(sandbox: Sandbox, bot: Bot) -> None:
    await publish(bot)
    lina = sandbox.person("Lina")
    offered = {command["command"] for command in lina.commands(sandbox.group("Newsroom", [lina]))}
    assert offered == {command.name for command in COMMANDS} - {"start", "privacy"}


async def test_commands_are_within_telegrams_limits() -> None:
    for command in COMMANDS:
        assert command.name == command.name.lower()
        assert 1 <= len(command.name) <= 32
        assert 1 <= len(command.description) <= 256
    assert len({command.name for command in COMMANDS}) == len(COMMANDS)
    assert len(DESCRIPTION) <= 512
    assert len(SHORT_DESCRIPTION) <= 120


async def test_descriptions_are_set(sandbox: Sandbox, bot: Bot) -> None:
    await publish(bot)
    assert (await bot.get_my_description()).description == DESCRIPTION
    assert (await bot.get_my_short_description()).short_description == SHORT_DESCRIPTION
    assert "setMyDescription" in written(sandbox)


async def test_a_second_start_sets_nothing(sandbox: Sandbox, bot: Bot) -> None:
    await publish(bot)
    before = written(sandbox)
    await publish(bot)
    assert written(sandbox) == before


async def test_only_what_changed_is_set(sandbox: Sandbox, bot: Bot) -> None:
    await publish(bot)
    sandbox.calls.clear()
    await bot.set_my_short_description("something else")
    await publish(bot)
    assert written(sandbox) == ["setMyShortDescription"] * 2
