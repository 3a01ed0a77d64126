"""What is tried again, and what is not: the real application on a sandbox whose wire fails, in virtual time."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from bot.delivery import PAUSES
from bot.local import running
from bot.sandbox import Fault, FaultPlan, FaultRule, FaultyApi, Message, Person, Sandbox
from briefs.library import Library
from tests.bot.fault_run import production_settings
from tests.virtual_time import LoopClock, run

pytestmark = pytest.mark.filterwarnings("ignore:Deprecated since version v22.2")  # of python-telegram-bot's own limiter
TRIES = len(PAUSES) + 1
Asking = Callable[[Sandbox, Person], Coroutine[Any, Any, None]]


async def asked(library: Library, *rules: FaultRule, seed: int = 0, asking: Asking | None = None) -> list[Message]:
    """What the bot sends in answer to one command while `rules` hold; `asking` does something else than that."""
    sandbox = Sandbox(clock=LoopClock(asyncio.get_running_loop()))
    faults = sandbox.api = FaultyApi(sandbox)
    async with running(sandbox, library, production_settings(hold_limits=False)) as application:
        lina = sandbox.person("Lina")
        faults.set_plan(FaultPlan(rules=rules, seed=seed))
        if asking is None:
            lina.send(lina.private_chat(), "/help")
        else:
            await asking(sandbox, lina)
        await sandbox.confirmed(sandbox.world.updates.newest, timeout=1000)
        await application.update_queue.join()
        return [message for message in lina.private_chat().messages if message.sender is sandbox.bot]


def sending(fault: Fault, times: int | None = None) -> FaultRule:
    return FaultRule(fault, frozenset({"sendMessage"}), times=times)


def warnings_in(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.name.startswith("bot.")]


@pytest.mark.parametrize("times", range(1, TRIES))
def test_what_telegram_could_not_do_is_tried_again(
    library: Library, caplog: pytest.LogCaptureFixture, times: int
) -> None:
    assert len(run(asked(library, sending(Fault.SERVER_ERROR, times)))) == 1
    assert warnings_in(caplog) == []


def test_in_the_end_it_is_one_line_in_the_log(library: Library, caplog: pytest.LogCaptureFixture) -> None:
    assert run(asked(library, sending(Fault.SERVER_ERROR))) == []
    (line,) = warnings_in(caplog)
    assert line.startswith("Telegram could not be reached or asks for patience: sendMessage: ")
    assert [record.exc_info for record in caplog.records if record.name == "bot.errors"] == [None]


@pytest.mark.parametrize("fault", [Fault.TIMEOUT, Fault.BROKEN_JSON, Fault.DROPPED])
@pytest.mark.parametrize("seed", range(6))
def test_a_message_that_may_have_arrived_is_not_sent_again(
    library: Library, caplog: pytest.LogCaptureFixture, fault: Fault, seed: int
) -> None:
    caplog.set_level(logging.WARNING)
    messages = run(asked(library, sending(fault, 1), seed=seed))
    assert len(messages) <= 1, "it came twice, or with an apology"
    assert len(warnings_in(caplog)) <= 1
    assert messages or warnings_in(caplog), "nobody knows"


def test_floods_are_waited_out(library: Library) -> None:
    assert len(run(asked(library, sending(Fault.FLOOD, 4)))) == 1


@pytest.mark.parametrize("fault", [Fault.SERVER_ERROR, Fault.TIMEOUT, Fault.BROKEN_JSON, Fault.DROPPED])
def test_what_may_be_done_twice_is(library: Library, fault: Fault) -> None:
    """A pressed button is answered and its message changed, whatever gets lost."""

    async def pressing(sandbox: Sandbox, lina: Person) -> None:
        lina.send(lina.private_chat(), "/brief")
        shown = await lina.private_chat().next_message()
        query = lina.press(shown, 0)
        await query.answer(timeout=1000)
        assert (await lina.private_chat().next_edit(timeout=1000)) is shown
        await sandbox.confirmed(query.update_id, timeout=1000)

    rules = [FaultRule(fault, frozenset({name}), times=2) for name in ("answerCallbackQuery", "editMessageText")]
    assert len(run(asked(library, *rules, asking=pressing))) == 1


def test_updates_that_come_again_are_answered_once(library: Library) -> None:
    async def insisting(sandbox: Sandbox, lina: Person) -> None:
        chat = lina.private_chat()
        lina.send(chat, "/help")
        update = sandbox.world.updates.first()
        await chat.next_message()
        sandbox.deliver(update)

    assert len(run(asked(library, asking=insisting))) == 1
