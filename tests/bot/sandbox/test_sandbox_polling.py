"""Long polling: what is confirmed, what comes again, who is thrown out."""

from __future__ import annotations

import asyncio

import pytest
from telegram import Bot
from telegram.error import Conflict

from bot.sandbox import ApiError, Person, PrivateChat, Sandbox
from bot.sandbox.updates import UpdateQueue


async def ids(bot: Bot, offset: int | None = None, limit: int | None = None) -> list[int]:
    return [update.update_id for update in await bot.get_updates(offset, limit)]


async def test_what_is_not_confirmed_comes_again(bot: Bot, lina: Person, chat: PrivateChat) -> None:
    lina.send(chat, "two")
    first = await ids(bot)
    assert len(first) == 2
    assert await ids(bot) == first
    assert await ids(bot, offset=first[0] + 1) == first[1:]
    assert await ids(bot) == first[1:]
    assert await ids(bot, offset=first[1] + 1) == []
    assert await ids(bot) == []


async def test_a_limit_and_a_negative_offset(bot: Bot, lina: Person, chat: PrivateChat) -> None:
    for word in ("two", "three", "four"):
        lina.send(chat, word)
    everything = await ids(bot)
    assert await ids(bot, limit=2) == everything[:2]
    assert await ids(bot, offset=-1) == everything[-1:]
    assert await ids(bot) == everything[-1:]


async def test_a_poll_waits_for_the_first_update(bot: Bot, lina: Person) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=5))
    await asyncio.sleep(0)
    message = lina.send(lina.private_chat(), "hello")
    assert [update.update_id for update in await poll] == [message.update_id]


async def test_a_poll_ends_with_nothing(sandbox: Sandbox) -> None:
    assert await sandbox.world.updates.poll(0, 100, timeout=0.01) == []


async def test_a_second_poller_ends_the_first(sandbox: Sandbox, lina: Person) -> None:
    first = asyncio.create_task(sandbox.api.call("getUpdates", {"timeout": "5"}))
    await asyncio.sleep(0)
    second = asyncio.create_task(sandbox.api.call("getUpdates", {"timeout": "5"}))
    with pytest.raises(ApiError) as caught:
        await first
    assert (caught.value.code, caught.value.description) == (
        409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    )
    lina.send(lina.private_chat(), "hello")
    assert len(await second) == 1


async def test_ptb_raises_conflict(bot: Bot, sandbox: Sandbox) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=5))
    while sandbox.world.updates._poller is None:  # noqa: SLF001, ASYNC110  # the request needs some turns to arrive
        await asyncio.sleep(0)
    assert await sandbox.api.call("getUpdates") == []
    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await poll


async def test_a_cancelled_poll_leaves_no_trace(sandbox: Sandbox) -> None:
    poll = asyncio.create_task(sandbox.api.call("getUpdates", {"timeout": "5"}))
    await asyncio.sleep(0)
    poll.cancel()
    with pytest.raises(asyncio.CancelledError):
        await poll
    assert await sandbox.api.call("getUpdates") == []


async def test_allowed_updates_stick(bot: Bot, lina: Person, chat: PrivateChat) -> None:
    await bot.get_updates(allowed_updates=["edited_message"])
    message = lina.send(chat, "hello")
    assert message.update_id is None
    lina.edit(message, "hello there")
    kinds = [update.edited_message is not None for update in await bot.get_updates(offset=-1)]
    assert kinds == [True]
    await bot.get_updates(allowed_updates=[])
    assert lina.send(chat, "hello").update_id is not None


async def test_reactions_and_members_are_not_in_the_default(sandbox: Sandbox) -> None:
    assert not {"chat_member", "message_reaction"} & sandbox.world.updates.allowed
    assert {"message", "my_chat_member", "guest_message"} <= sandbox.world.updates.allowed


async def test_old_queries_are_not_delivered(sandbox: Sandbox, lina: Person, bot: Bot) -> None:
    query = lina.inline("vest")
    sandbox.clock.advance(31)
    assert await ids(bot) == []
    await sandbox.confirmed(query.update_id)


async def test_pending_updates_can_be_dropped(bot: Bot, chat: PrivateChat) -> None:
    assert (await bot.get_webhook_info()).pending_update_count == 1
    await bot.delete_webhook(drop_pending_updates=True)
    assert await ids(bot) == []
    assert chat.messages


async def test_a_webhook_stands_against_polling(bot: Bot) -> None:
    await bot.set_webhook("https://example.com/hook")
    assert (await bot.get_webhook_info()).url == "https://example.com/hook"
    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    assert await ids(bot) == []


async def test_confirmed_returns_when_the_bot_polled_beyond(sandbox: Sandbox, bot: Bot, lina: Person) -> None:
    message = lina.send(lina.private_chat(), "hello")
    assert message.update_id is not None
    waiting = asyncio.create_task(sandbox.confirmed(message.update_id))
    await ids(bot)
    assert not waiting.done()
    await ids(bot, offset=message.update_id + 1)
    await waiting
    with pytest.raises(TimeoutError):
        await sandbox.confirmed(lina.send(lina.private_chat(), "again").update_id, timeout=0.01)


async def test_forged_updates_come_as_they_are(sandbox: Sandbox) -> None:
    number = sandbox.deliver({"message": {"message_id": 7}})
    chosen = sandbox.deliver({"update_id": number + 10, "poll": {}})
    later = sandbox.deliver({"nonsense": 1})
    assert (chosen, later) == (number + 10, number + 11)
    updates = await sandbox.api.call("getUpdates")
    assert updates[0] == {"update_id": number, "message": {"message_id": 7}}
    assert updates[2] == {"update_id": later, "nonsense": 1}


async def test_the_queue_is_bounded(sandbox: Sandbox) -> None:
    queue = UpdateQueue(sandbox.clock, limit=3)
    numbers = [queue.push("message", {}) for _ in range(5)]
    assert [update["update_id"] for update in await queue.poll(0, 100, 0)] == numbers[2:]


async def test_logging_out_ends_it(bot: Bot) -> None:
    await bot.close()
    await bot.get_me()
    await bot.log_out()
    with pytest.raises(Exception, match="Logged out"):
        await bot.get_me()
