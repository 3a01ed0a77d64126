"""The wire to Telegram: what a call looks like on it, and what of the answer arrives."""

import json
from collections.abc import AsyncIterator

import httpx
import pytest
import pytest_asyncio
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import NetworkError, TimedOut

from bot.sandbox import Sandbox
from bot.wire import CallWire, Wire


class Recording(httpx.AsyncBaseTransport):
    """A transport that remembers what went over it; the next request fails with `failure`, if any."""

    def __init__(self, inner: httpx.AsyncBaseTransport) -> None:
        self.inner = inner
        self.requests: list[httpx.Request] = []
        self.failure: httpx.TransportError | None = None

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        if self.failure is not None:
            raise self.failure
        return await self.inner.handle_async_request(request)


@pytest.fixture
def recorded(sandbox: Sandbox) -> Recording:
    return Recording(sandbox.transport())


@pytest_asyncio.fixture
async def bot(sandbox: Sandbox, recorded: Recording) -> AsyncIterator[Bot]:
    async with Bot(sandbox.token, request=CallWire(recorded), get_updates_request=Wire(sandbox.transport())) as bot:
        yield bot


@pytest.fixture
def chat_id(sandbox: Sandbox) -> int:
    lina = sandbox.person("Lina")
    lina.send(lina.private_chat(), "/start")
    return lina.private_chat().id


async def test_a_call_goes_as_json(bot: Bot, recorded: Recording, chat_id: int) -> None:
    keys = InlineKeyboardMarkup([[InlineKeyboardButton("‹", callback_data="x")]])
    await bot.send_message(chat_id, "“a” & b", reply_markup=keys)
    sent = recorded.requests[-1]
    assert sent.headers["content-type"] == "application/json"
    assert json.loads(sent.content) == {
        "chat_id": chat_id,
        "text": "“a” & b",
        "reply_markup": {"inline_keyboard": [[{"text": "‹", "callback_data": "x"}]]},
    }


async def test_a_sent_message_comes_back_without_what_the_bot_put_into_it(bot: Bot, chat_id: int) -> None:
    keys = InlineKeyboardMarkup([[InlineKeyboardButton("x", callback_data="x")]])
    sent = await bot.send_message(chat_id, "<b>x</b>", parse_mode="HTML", reply_markup=keys)
    assert (sent.chat.id, sent.text) == (chat_id, "x")
    assert not sent.entities
    assert sent.reply_markup is None


async def test_an_update_comes_whole(sandbox: Sandbox, bot: Bot) -> None:
    lina = sandbox.person("Lina")
    lina.send(lina.private_chat(), "/brief x")
    (update,) = await bot.get_updates()
    assert update.message is not None
    assert [entity.type for entity in update.message.entities] == ["bot_command"]


async def test_answers_that_are_no_messages_come_as_they_are(bot: Bot) -> None:
    assert (await bot.get_me()).id == bot.id
    assert await bot.set_my_commands([])


@pytest.mark.parametrize(
    ("failure", "raised"),
    [(httpx.ReadTimeout(""), TimedOut), (httpx.PoolTimeout(""), TimedOut), (httpx.ConnectError(""), NetworkError)],
)
async def test_a_broken_wire_is_told_with_its_cause(
    bot: Bot, recorded: Recording, failure: httpx.TransportError, raised: type[NetworkError]
) -> None:
    recorded.failure = failure
    with pytest.raises(raised) as caught:
        await bot.get_me()
    assert caught.value.__cause__ is failure


async def test_it_carries_no_files(bot: Bot, chat_id: int) -> None:
    with pytest.raises(NetworkError, match="uploads no files"):
        await bot.send_photo(chat_id, b"x")


async def test_it_opens_again_after_it_was_closed(sandbox: Sandbox) -> None:
    wire = CallWire(sandbox.transport())
    bot = Bot(sandbox.token, request=wire, get_updates_request=Wire(sandbox.transport()))
    for _ in range(2):
        async with bot:
            assert await bot.get_me()
    with pytest.raises(NetworkError):
        await bot.get_me()
