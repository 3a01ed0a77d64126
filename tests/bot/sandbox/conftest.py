"""What the sandbox's tests share: a sandbox on a frozen clock, two people, and PTB's own `Bot` over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import pytest_asyncio
from telegram import Bot
from telegram.request import HTTPXRequest

from bot.sandbox import Clock, Group, Person, PrivateChat, Sandbox

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@pytest.fixture
def sandbox() -> Sandbox:
    return Sandbox(clock=Clock(1_700_000_000, frozen=True))


@pytest_asyncio.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    requests = [HTTPXRequest(httpx_kwargs={"transport": sandbox.transport()}) for _ in range(2)]
    async with Bot(sandbox.token, request=requests[0], get_updates_request=requests[1]) as bot:
        yield bot


@pytest.fixture
def lina(sandbox: Sandbox) -> Person:
    return sandbox.person("Lina", last_name="Haddad", username="lina_h", language_code="en")


@pytest.fixture
def omar(sandbox: Sandbox) -> Person:
    return sandbox.person("Omar", language_code="ar")


@pytest.fixture
def chat(lina: Person) -> PrivateChat:
    """Lina's chat with the bot, which she has started."""
    chat = lina.private_chat()
    lina.send(chat, "/start")
    return chat


@pytest.fixture
def group(sandbox: Sandbox, lina: Person, omar: Person) -> Group:
    """A supergroup that Lina created, with Omar and the bot in it."""
    return sandbox.group("Newsroom", [lina, omar], supergroup=True)
