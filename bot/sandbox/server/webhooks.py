"""Delivers updates to a webhook, one after the other; what is not answered with 2xx comes again.

Only to this machine itself: a sandbox has no business elsewhere. An answer may hold a method to call, as Telegram
allows. Source: setWebhook in the Bot API.
"""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import json
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import httpx

from bot.sandbox.errors import ApiError
from bot.sandbox.faults import WireFault

if TYPE_CHECKING:
    from bot.sandbox.sandbox import Sandbox
    from bot.sandbox.settings import Webhook

TIMEOUT_SECONDS = 10.0
FIRST_PAUSE_SECONDS = 0.2
MAX_PAUSE_SECONDS = 30.0
MAX_ANSWER = 1024 * 1024
_SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 # a header's name


class Courier:
    """Brings updates to the bot's webhook for as long as `run` runs."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self._pause = FIRST_PAUSE_SECONDS

    async def run(self) -> None:
        """Deliver until cancelled."""
        world = self._sandbox.world
        while not (world.settings.webhook.url and len(world.updates)):
            await world.updates.stirred()
        async with httpx.AsyncClient(trust_env=False, timeout=TIMEOUT_SECONDS, follow_redirects=False) as client:
            while True:
                webhook = world.settings.webhook
                if not webhook.url or not len(world.updates):
                    await world.updates.stirred()
                    continue
                update = world.updates.first()
                reason = await self._bring(client, webhook, update)
                if reason is None:
                    self._pause = FIRST_PAUSE_SECONDS
                    world.updates.forget(update["update_id"])
                    continue
                webhook.last_error = (world.clock.now(), reason)
                await asyncio.sleep(self._pause)
                self._pause = min(self._pause * 2, MAX_PAUSE_SECONDS)

    async def _bring(self, client: httpx.AsyncClient, webhook: Webhook, update: dict[str, Any]) -> str | None:
        """Post one update; returns why it did not arrive, None where it did."""
        if not is_local(webhook.url):
            return "the sandbox delivers to loopback addresses only"
        headers = {_SECRET_HEADER: webhook.secret_token} if webhook.secret_token else {}
        try:
            response = await client.post(webhook.url, json=update, headers=headers)
        except httpx.HTTPError as error:
            return f"Connection failed: {type(error).__name__}"
        if not response.is_success:
            return f"Wrong response from the webhook: {response.status_code} {response.reason_phrase}"
        await self._follow(response.content)
        return None

    async def _follow(self, content: bytes) -> None:
        """Call the method that an answer holds; what comes of it nobody is told, as with Telegram."""
        if len(content) > MAX_ANSWER:
            return
        try:
            call = json.loads(content or b"null")
        except (ValueError, RecursionError):
            return
        if isinstance(call, dict) and isinstance(call.get("method"), str):
            method = call.pop("method")
            with contextlib.suppress(ApiError, WireFault):
                await self._sandbox.api.call(method, call)


def is_local(url: str) -> bool:
    """Whether a link leads to a loopback address, given as a number."""
    try:
        return ipaddress.ip_address(urlsplit(url).hostname or "").is_loopback
    except ValueError:
        return False
