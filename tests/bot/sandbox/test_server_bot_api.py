"""The Bot API over HTTP: any client's requests, long polling, webhooks, and what fails on purpose."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

import httpx
import pytest
import pytest_asyncio
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from telegram import Bot
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import HTTPXRequest

from bot.sandbox import Fault, FaultPlan, Sandbox
from bot.sandbox.server import bound_socket
from tests.bot.sandbox.serving import Remote, remote
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@pytest_asyncio.fixture
async def served() -> AsyncIterator[Remote]:
    async with remote(Sandbox()) as server:
        yield server


@pytest_asyncio.fixture
async def bot(served: Remote) -> AsyncIterator[Bot]:
    requests = [HTTPXRequest(read_timeout=PATIENCE, connect_timeout=PATIENCE) for _ in range(2)]
    base = f"{served.url}/bot"
    token = served.scene.sandbox.token
    async with Bot(token, base, request=requests[0], get_updates_request=requests[1]) as bot:
        yield bot


async def test_ptb_talks_to_it(served: Remote, bot: Bot) -> None:
    person = next(iter(served.scene.people.values()))
    poll = asyncio.create_task(bot.get_updates(offset=-1, timeout=50))
    await served.act("send", person=person.user.id, room=person.user.id, text="hello")
    (update,) = await poll
    assert update.message is not None
    assert update.message.text == "hello"
    sent = await bot.send_message(person.user.id, "<b>hi</b>", parse_mode="HTML")
    assert [entity.type for entity in sent.entities] == ["bold"]
    picture = await bot.send_photo(person.user.id, b"a picture", caption="here")
    assert picture.caption == "here"


@pytest.mark.parametrize(
    "request_options",
    [
        {"params": {"chat_id": "1001", "text": "x"}},
        {"data": {"chat_id": "1001", "text": "x"}},
        {"json": {"chat_id": 1001, "text": "x"}},
        {"files": {"chat_id": (None, "1001"), "text": (None, "x")}},
    ],
)
async def test_every_encoding(served: Remote, request_options: dict[str, object]) -> None:
    await served.act("send", person=1001, room=1001, text="/start")
    path = f"/bot{served.scene.sandbox.token}/sendMessage"
    answer = await served.client.request("POST", path, **request_options)  # type: ignore[arg-type] # one of httpx's own
    assert answer.json()["result"]["text"] == "x"


@pytest.mark.parametrize(
    ("path", "status"),
    [("/botnonsense/getMe", 404), ("/bot1:wrong/getMe", 401), ("/bot{token}/nothing", 404), ("/bot{token}", 404)],
)
async def test_wrong_paths(served: Remote, path: str, status: int) -> None:
    answer = await served.client.get(path.format(token=served.scene.sandbox.token))
    assert (answer.status_code, answer.json()["ok"]) == (status, False)


async def test_bodies_are_bounded(served: Remote) -> None:
    path = f"/bot{served.scene.sandbox.token}/sendMessage"
    answer = await served.client.post(path, content=b"x" * (8 * 1024 * 1024 + 1))
    assert (answer.status_code, answer.json()["description"]) == (413, "Request Entity Too Large")
    deep = b'{"text":' + b"[" * 100_000
    answer = await served.client.post(path, content=deep, headers={"content-type": "application/json"})
    assert answer.json()["description"] == "Bad Request: can't parse JSON object"


async def test_a_second_poller(served: Remote) -> None:
    path = f"/bot{served.scene.sandbox.token}/getUpdates"
    await served.call("getUpdates", offset=10**9)
    first = asyncio.create_task(served.client.get(path, params={"timeout": 50, "offset": 10**9}))
    # Which of two requests arrives first, nobody knows: the second poller asks until it has met the first.
    while not first.done():
        assert await served.call("getUpdates", offset=10**9) == []
    assert (await first).status_code == 409


async def test_faults_reach_the_client(served: Remote, bot: Bot) -> None:
    chances = {
        Fault.BROKEN_JSON: (TelegramError, "Invalid server response"),
        Fault.TIMEOUT: (TimedOut, "Timed out"),
        Fault.DROPPED: (NetworkError, "RemoteProtocolError"),
        Fault.SERVER_ERROR: (NetworkError, "Internal|Gateway"),
    }
    for fault, (error, words) in chances.items():
        served.scene.faults.set_plan(FaultPlan(1.0, (fault,)))
        with pytest.raises(error, match=words):
            await bot.get_my_name(read_timeout=0.3 if fault is Fault.TIMEOUT else PATIENCE)
    served.scene.faults.set_plan(FaultPlan())
    assert (await bot.get_my_name()).name == "Mujaz"


class Hook:
    """A webhook that answers what `answers` says, in turn, and keeps what came."""

    def __init__(self) -> None:
        self.came: asyncio.Queue[tuple[str | None, dict[str, object]]] = asyncio.Queue()
        self.answers: list[Response] = []

    async def receive(self, request: Request) -> Response:
        await self.came.put((request.headers.get("x-telegram-bot-api-secret-token"), await request.json()))
        return self.answers.pop(0) if self.answers else Response()


@pytest_asyncio.fixture
async def hook() -> AsyncIterator[tuple[Hook, str]]:
    hook = Hook()
    listener, address = bound_socket(0)
    application = Starlette(routes=[Route("/hook", hook.receive, methods=["POST"])])
    server = uvicorn.Server(uvicorn.Config(application, log_level="critical", lifespan="off"))
    served = asyncio.create_task(server._serve([listener]))  # noqa: SLF001 # `serve` would take the tests' signals
    try:
        yield hook, f"{address.url}/hook"
    finally:
        server.should_exit = True
        await served


async def test_webhooks(served: Remote, hook: tuple[Hook, str]) -> None:
    receiver, url = hook
    await served.call("setWebhook", url=url, secret_token="hush", drop_pending_updates=True)
    receiver.answers = [
        Response(status_code=500),
        JSONResponse({"method": "sendMessage", "chat_id": 1001, "text": "!"}),
    ]
    await served.act("send", person=1001, room=1001, text="hello")
    first = await asyncio.wait_for(receiver.came.get(), PATIENCE)
    again = await asyncio.wait_for(receiver.came.get(), PATIENCE)
    assert first == again
    assert first[0] == "hush"
    assert first[1]["message"]["text"] == "hello"  # type: ignore[index] # JSON from outside
    room = served.scene.room(1001)
    assert (await room.next_message()).text == "!"
    info = await served.call("getWebhookInfo")
    assert (info["pending_update_count"], info["url"]) == (0, url)
    assert info["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"
    polled = await served.client.get(f"/bot{served.scene.sandbox.token}/getUpdates")
    assert polled.status_code == 409
    await served.call("deleteWebhook")
    await served.act("send", person=1001, room=1001, text="polled again")
    assert len(await served.call("getUpdates")) == 1


async def test_webhooks_stay_on_this_machine(served: Remote) -> None:
    await served.call("setWebhook", url="https://example.com/hook", drop_pending_updates=True)
    await served.act("send", person=1001, room=1001, text="hello")
    async with asyncio.timeout(PATIENCE):
        info = await served.call("getWebhookInfo")
        while "last_error_message" not in info:
            info = await served.call("getWebhookInfo")
    assert info["last_error_message"] == "the sandbox delivers to loopback addresses only"
    assert info["pending_update_count"] == 1


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"url": "ftp://127.0.0.1/x"}, "An HTTPS URL must be provided for webhook"),
        ({"url": "http://127.0.0.1/x", "secret_token": "a b"}, "secret token contains unallowed characters"),
        ({"url": "http://127.0.0.1/x", "secret_token": "a" * 257}, "secret token is too long"),
    ],
)
async def test_wrong_webhooks(served: Remote, params: dict[str, str], words: str) -> None:
    answer = await served.client.post(
        f"/bot{served.scene.sandbox.token}/setWebhook",
        content=json.dumps(params),
        headers={"content-type": "application/json"},
    )
    assert words in answer.json()["description"]


async def test_it_answers_httpx_too(served: Remote) -> None:
    async with httpx.AsyncClient(trust_env=False, timeout=PATIENCE) as client:
        answer = await client.get(f"{served.url}/bot{served.scene.sandbox.token}/getMe")
    assert answer.json()["result"]["username"] == "mujaz_bot"
