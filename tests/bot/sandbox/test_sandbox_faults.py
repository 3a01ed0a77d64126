"""Faults on purpose: plans as they are written, rules, chances that repeat, and what PTB raises for each."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from telegram import Bot
from telegram.error import ChatMigrated, Conflict, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.sandbox import ALL_FAULTS, Fault, FaultPlan, FaultRule, FaultyApi, Group, Person, PrivateChat, Sandbox
from tests.virtual_time import run

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

pytestmark = pytest.mark.filterwarnings("ignore:Deprecated since version v22.2")  # of PTB's RetryAfter
FLOOD = FaultPlan(rules=(FaultRule(Fault.FLOOD),), retry_after=7)


@pytest.fixture
def faults(sandbox: Sandbox) -> FaultyApi:
    faults = sandbox.api = FaultyApi(sandbox)
    return faults


@pytest.mark.parametrize(
    ("written", "plan"),
    [
        ("off", FaultPlan()),
        ("", FaultPlan()),
        ("10%", FaultPlan(0.1)),
        ("0.25", FaultPlan(0.25)),
        ("flood", FaultPlan(0.1, (Fault.FLOOD,))),
        (
            "5%, flood ,timeout,seed=7,retry_after=3",
            FaultPlan(0.05, (Fault.FLOOD, Fault.TIMEOUT), seed=7, retry_after=3),
        ),
        ("limits", FaultPlan(hold_limits=True)),
        ("10%,limits", FaultPlan(0.1, hold_limits=True)),
    ],
)
def test_plans_are_read_and_written(written: str, plan: FaultPlan) -> None:
    assert FaultPlan.parse(written) == plan
    assert FaultPlan.parse(str(plan)) == plan


@pytest.mark.parametrize("written", ["many", "101%", "-1%", "nan", "seed=x", "seed=", "flod", "10%,x", "1e3"])
def test_wrong_plans_are_named(written: str) -> None:
    with pytest.raises(ValueError, match="is no fault: expected a probability"):
        FaultPlan.parse(written)


@pytest.mark.parametrize(
    ("fault", "raised"),
    [
        (Fault.FLOOD, (RetryAfter, "Retry in 7 seconds")),
        (Fault.SERVER_ERROR, (NetworkError, "Internal Server Error|Bad Gateway|Gateway Timeout")),
        (Fault.BROKEN_JSON, (TelegramError, "Invalid server response")),
        (Fault.BLOCKED, (Forbidden, "bot was blocked by the user")),
    ],
)
async def test_what_ptb_raises_in_private(
    faults: FaultyApi, bot: Bot, chat: PrivateChat, fault: Fault, raised: tuple[type[Exception], str]
) -> None:
    faults.set_plan(FaultPlan(rules=(FaultRule(fault),), retry_after=7))
    with pytest.raises(raised[0], match=raised[1]):
        await bot.send_message(chat.id, "x")
    faults.set_plan(FaultPlan())
    assert await bot.send_message(chat.id, "x")
    assert faults.counts[fault] == 1


async def test_what_ptb_raises_in_groups(sandbox: Sandbox, faults: FaultyApi, bot: Bot, lina: Person) -> None:
    basic = sandbox.group("Basic", [lina])
    faults.set_plan(FaultPlan(rules=(FaultRule(Fault.KICKED, times=1), FaultRule(Fault.MIGRATED, times=1))))
    with pytest.raises(Forbidden, match="bot was kicked from the group chat"):
        await bot.send_message(basic.id, "x")
    with pytest.raises(ChatMigrated) as caught:
        await bot.send_message(basic.id, "x")
    assert (await bot.send_message(caught.value.new_chat_id, "x")).chat.type == "supergroup"


def test_lost_requests_and_lost_answers() -> None:
    """A time-out is waited for; whether the call was done differs and cannot be seen from the error."""

    async def main() -> None:
        async for sandbox, bot in _bots():
            lina = sandbox.person("Lina")
            lina.send(lina.private_chat(), "/start")
            faults = sandbox.api = FaultyApi(sandbox)
            done: dict[Fault, set[bool]] = {Fault.TIMEOUT: set(), Fault.DROPPED: set()}
            for fault, error in ((Fault.TIMEOUT, TimedOut), (Fault.DROPPED, NetworkError)):
                for seed in range(12):
                    faults.set_plan(FaultPlan(1.0, (fault,), seed))
                    before, started = len(lina.private_chat().messages), asyncio.get_running_loop().time()
                    with pytest.raises(error):
                        await bot.send_message(lina.private_chat().id, "x")
                    done[fault].add(len(lina.private_chat().messages) > before)
                    waited = asyncio.get_running_loop().time() - started
                    assert waited == pytest.approx(5.0 if fault is Fault.TIMEOUT else 0.0)
            assert done == {Fault.TIMEOUT: {True, False}, Fault.DROPPED: {True, False}}

    run(main())


async def _bots() -> AsyncIterator[tuple[Sandbox, Bot]]:
    from telegram.request import HTTPXRequest  # noqa: PLC0415 (used here alone)

    sandbox = Sandbox()
    requests = [HTTPXRequest(httpx_kwargs={"transport": sandbox.transport()}) for _ in range(2)]
    async with Bot(sandbox.token, request=requests[0], get_updates_request=requests[1]) as bot:
        yield sandbox, bot


async def test_polling_has_faults_of_its_own(faults: FaultyApi, bot: Bot, lina: Person, chat: PrivateChat) -> None:
    for word in ("two", "three"):
        lina.send(chat, word)
    everything = [update.update_id for update in await bot.get_updates()]
    faults.set_plan(FaultPlan(rules=(FaultRule(Fault.CONFLICT, times=1), FaultRule(Fault.DUPLICATE, times=1))))
    with pytest.raises(Conflict, match="only one bot instance"):
        await bot.get_updates()
    twice = [update.update_id for update in await bot.get_updates()]
    assert len(twice) > len(everything)
    assert set(twice) == set(everything)
    orders = set()
    for seed in range(8):
        faults.set_plan(FaultPlan(1.0, (Fault.REORDER,), seed))
        orders.add(tuple(update.update_id for update in await bot.get_updates()))
    assert len(orders) > 1
    assert {tuple(sorted(order)) for order in orders} == {tuple(everything)}


async def test_rules_choose_methods_and_chats(
    faults: FaultyApi, bot: Bot, group: Group, lina: Person, chat: PrivateChat
) -> None:
    faults.set_plan(
        FaultPlan(rules=(FaultRule(Fault.SERVER_ERROR, frozenset({"sendMessage"}), frozenset({group.id}), times=2),))
    )
    assert await bot.send_message(chat.id, "x")
    assert await bot.send_chat_action(group.id, "typing")
    for _ in range(2):
        with pytest.raises(NetworkError):
            await bot.send_message(group.id, "x")
    assert await bot.send_message(group.id, "x")
    faults.set_plan(FLOOD)
    lina.send(chat, "x")
    assert await bot.get_updates(), "a rule without methods leaves polling alone"


async def test_chances_repeat_with_their_seed(sandbox: Sandbox, faults: FaultyApi, bot: Bot) -> None:
    async def outcomes(seed: int) -> list[bool]:
        faults.set_plan(FaultPlan(0.3, (Fault.SERVER_ERROR,), seed))
        done = []
        for _ in range(40):
            try:
                done.append(bool(await bot.get_my_name()))
            except NetworkError:
                done.append(False)
        return done

    first = await outcomes(1)
    assert 3 < first.count(False) < 25
    assert await outcomes(1) == first
    assert await outcomes(2) != first
    assert [call.error for call in sandbox.calls if call.error][-1].endswith("(on purpose)")


async def test_limits_are_held_while_the_plan_says_so(faults: FaultyApi, bot: Bot, chat: PrivateChat) -> None:
    faults.set_plan(FaultPlan.parse("limits"))
    await bot.send_message(chat.id, "x")
    with pytest.raises(RetryAfter):
        await bot.send_message(chat.id, "x")
    faults.set_plan(FaultPlan())
    assert await bot.send_message(chat.id, "x")


def test_every_fault_is_explained() -> None:
    import bot.sandbox.faults as module  # noqa: PLC0415 (its name is the library's, too)

    assert [fault for fault in ALL_FAULTS if f"`{fault}`" not in (module.__doc__ or "")] == []
