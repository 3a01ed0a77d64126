"""HTTP: paths, tokens, request bodies and envelopes, as any client sees them."""

from __future__ import annotations

import ast
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest
import pytest_asyncio

import bot.sandbox
from bot.sandbox import PrivateChat, Sandbox
from bot.sandbox.methods import METHODS, known_arguments

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable


@pytest_asyncio.fixture
async def client(sandbox: Sandbox) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(
        transport=sandbox.transport(), base_url=f"https://api.telegram.org/bot{sandbox.token}"
    ) as client:
        yield client


async def test_get_and_post_and_any_case(client: httpx.AsyncClient) -> None:
    for response in (await client.get("/getMe"), await client.post("/getme"), await client.get("/GETME/")):
        assert response.status_code == 200
        assert response.json()["result"]["username"] == "mujaz_bot"


@pytest.mark.parametrize(
    "request_with",
    [
        lambda chat_id: {"params": {"chat_id": chat_id, "text": "مرحبا 😀"}},
        lambda chat_id: {"data": {"chat_id": chat_id, "text": "مرحبا 😀"}},
        lambda chat_id: {"json": {"chat_id": chat_id, "text": "مرحبا 😀"}},
        lambda chat_id: {"files": {"chat_id": (None, str(chat_id)), "text": (None, "مرحبا 😀")}},
        lambda chat_id: {"params": {"chat_id": chat_id}, "data": {"text": "مرحبا 😀"}},
    ],
)
async def test_every_way_to_send_parameters(client: httpx.AsyncClient, chat: PrivateChat, request_with: Any) -> None:
    response = await client.post("/sendMessage", **request_with(chat.id))
    assert response.json()["ok"] is True
    assert response.json()["result"]["text"] == "مرحبا 😀"


async def test_an_uploaded_file_is_no_text(client: httpx.AsyncClient, chat: PrivateChat) -> None:
    response = await client.post("/sendMessage", files={"text": ("a.txt", b"hello")}, data={"chat_id": chat.id})
    assert response.status_code == 400
    assert response.json()["description"] == 'Bad Request: argument "text" must be of type String'


async def test_lines_survive_a_multipart_body(client: httpx.AsyncClient, chat: PrivateChat) -> None:
    caption = "one\ntwo\n\n --three--\nأربعة"
    data = {"chat_id": chat.id, "caption": caption}
    response = await client.post("/sendPhoto", data=data, files={"photo": ("a.jpg", bytes(range(256)))})
    assert response.json()["result"]["caption"] == caption


async def test_refusals_have_an_envelope(client: httpx.AsyncClient) -> None:
    response = await client.post("/sendMessage", data={"chat_id": "1", "text": ""})
    assert response.status_code == 400
    assert response.json() == {
        "ok": False,
        "error_code": 400,
        "description": "Bad Request: message text is empty",
    }


async def test_parameters_of_refusals(client: httpx.AsyncClient, sandbox: Sandbox) -> None:
    group = sandbox.group("Newsroom", [sandbox.person("Lina")])
    upgraded = group.migrate()
    response = await client.post("/sendMessage", data={"chat_id": group.id, "text": "x"})
    assert response.json()["parameters"] == {"migrate_to_chat_id": upgraded.id}


@pytest.mark.parametrize(
    ("path", "status", "description"),
    [
        ("/bot1:wrong/getMe", 401, "Unauthorized"),
        ("/botnonsense/getMe", 404, "Not Found"),
        ("/", 404, "Not Found"),
        ("/file/bot1:x/photo.jpg", 404, "Not Found"),
    ],
)
async def test_wrong_paths(sandbox: Sandbox, path: str, status: int, description: str) -> None:
    async with httpx.AsyncClient(transport=sandbox.transport()) as client:
        response = await client.get(f"https://api.telegram.org{path}")
    assert response.status_code == status
    assert response.json() == {"ok": False, "error_code": status, "description": description}


async def test_bodies_that_are_not_what_they_say(client: httpx.AsyncClient) -> None:
    for content, kind, sentence in [
        (b"{", "application/json", "can't parse JSON object"),
        (b"[]", "application/json", "can't parse JSON object"),
        (b"text=%ff", "application/x-www-form-urlencoded", "strings must be encoded in UTF-8"),
        (b"x", "multipart/form-data; boundary=y", "can't parse multipart/form-data"),
        (b"x", "text/plain", 'unsupported content type "text/plain"'),
    ]:
        response = await client.post("/sendMessage", content=content, headers={"content-type": kind})
        assert response.json()["description"] == f"Bad Request: {sentence}"


async def test_arguments_have_types(client: httpx.AsyncClient, chat: PrivateChat) -> None:
    for argument, value, kind in [
        ("message_thread_id", "x", "Integer"),
        ("protect_content", "maybe", "Boolean"),
    ]:
        response = await client.post("/sendMessage", data={"chat_id": chat.id, "text": "x", argument: value})
        assert response.json()["description"] == f'Bad Request: argument "{argument}" must be of type {kind}'


async def test_calls_are_logged(client: httpx.AsyncClient, sandbox: Sandbox, chat: PrivateChat) -> None:
    await client.post("/sendMessage", data={"chat_id": chat.id, "text": "x"})
    await client.post("/nonsense", data={"a": "b"})
    await client.post("/getUpdates")
    sent, unknown = sandbox.calls
    assert (sent.method, sent.params["text"], sent.result["text"], sent.error) == (
        "sendMessage",
        "x",
        "x",
        None,
    )
    assert (unknown.method, unknown.error) == ("nonsense", "404 Not Found: method not found")


def test_the_methods_that_the_sandbox_has() -> None:
    names = {method.name for method in METHODS.values()}
    assert {"getMe", "getUpdates", "sendMessage", "answerInlineQuery", "setMyCommands"} <= names
    assert "text" in known_arguments("sendMessage")


def test_a_token_has_a_form() -> None:
    with pytest.raises(ValueError, match="a token looks like"):
        Sandbox(token="nonsense")


def test_the_sandbox_stands_alone() -> None:
    """It judges the bot, so it imports neither the bot's code nor its library: only httpx and what Python ships.

    The server around it adds what serves HTTP.
    """
    folder = Path(bot.sandbox.__file__).parent
    served = folder / "server"
    assert _imported(path for path in folder.rglob("*.py") if not path.is_relative_to(served)) == {"httpx"}
    assert _imported(served.rglob("*.py")) == {"httpx", "starlette", "uvicorn"}


def _imported(paths: Iterable[Path]) -> set[str]:
    """The packages that modules import from outside the sandbox and Python itself."""
    outside: set[str] = set()
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                outside |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
                outside.add(node.module)
    packages = {name.split(".")[0] for name in outside if not name.startswith("bot.sandbox")}
    return packages - sys.stdlib_module_names
