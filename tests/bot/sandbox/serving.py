"""A sandbox behind a real HTTP server on a free port, for the tests that speak HTTP to it."""

from __future__ import annotations

import ssl
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import httpx

from bot.sandbox import Sandbox
from bot.sandbox.server import Scene, bound_socket, serving
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


class Remote:
    """The served sandbox seen from outside: `client` has its address, `scene` is what it serves."""

    def __init__(self, scene: Scene, client: httpx.AsyncClient) -> None:
        self.scene = scene
        self.client = client

    @property
    def url(self) -> str:
        return str(self.client.base_url).rstrip("/")

    async def act(self, action: str, **params: Any) -> Any:
        """Do an action of the control API that must succeed."""
        answer = await self.client.post(f"/control/{action}", json=params)
        assert answer.status_code == 200, answer.text
        return answer.json()["result"]

    async def refused(self, action: str, **params: Any) -> str:
        """Do an action that must be refused; returns in what words."""
        answer = await self.client.post(f"/control/{action}", json=params)
        assert answer.status_code == 400, answer.text
        return str(answer.json()["description"])

    async def read(self, action: str, **params: Any) -> Any:
        answer = await self.client.get(f"/control/{action}", params=params)
        assert answer.status_code == 200, answer.text
        return answer.json()["result"]

    async def call(self, method: str, **params: Any) -> Any:
        """Call a method of the Bot API that must succeed."""
        answer = await self.client.post(f"/bot{self.scene.sandbox.token}/{method}", json=params)
        assert answer.json()["ok"], answer.text
        return answer.json()["result"]


@asynccontextmanager
async def remote(sandbox: Sandbox) -> AsyncIterator[Remote]:
    """Serve a furnished sandbox while the block runs."""
    scene = Scene(sandbox)
    scene.furnish()
    listener, address = bound_socket(0)
    # Certificates are not needed on loopback, and loading them takes longer than a test.
    no_certificates = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    client = httpx.AsyncClient(base_url=address.url, trust_env=False, verify=no_certificates, timeout=PATIENCE)
    async with serving(scene, listener), client:
        yield Remote(scene, client)
