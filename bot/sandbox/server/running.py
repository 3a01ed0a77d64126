"""Runs the server on a loopback address, around a block of code."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import uvicorn

from .app import build_server
from .webhooks import Courier

if TYPE_CHECKING:
    from .scene import Scene

LOOPBACK = "127.0.0.1"
TRIES = 20
MAX_CONNECTIONS = 300
CLOSING_SECONDS = 1


@dataclass(frozen=True, slots=True)
class Address:
    """Where the sandbox listens."""

    host: str
    port: int

    @property
    def url(self) -> str:
        """The page's address, and the base of the Bot API."""
        return f"http://{self.host}:{self.port}"


def bound_socket(port: int) -> tuple[socket.socket, Address]:
    """A socket on `port`, or on the next one that is free; 0 takes any. Raises OSError where none is."""
    last: OSError | None = None
    for candidate in range(port, min(port + TRIES, 65536)) if port else (0,):
        # asyncio turns Nagle's algorithm off, and its 40 ms, for sockets that say they speak TCP.
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((LOOPBACK, candidate))
            listener.listen(128)
        except OSError as error:
            listener.close()
            last = error
            continue
        return listener, Address(LOOPBACK, listener.getsockname()[1])
    raise last or OSError(f"no port from {port} on")


class _Server(uvicorn.Server):
    """A server that leaves signals to the program around it."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield


@asynccontextmanager
async def serving(scene: Scene, listener: socket.socket) -> AsyncIterator[None]:
    """Answer on `listener`, and deliver to webhooks, while the block runs."""
    scene.sandbox.world.settings.takes_http_webhooks = True
    application, endpoints = build_server(scene)
    config = uvicorn.Config(
        application,
        log_level="critical",
        access_log=False,
        lifespan="off",
        server_header=False,
        limit_concurrency=MAX_CONNECTIONS,
        timeout_graceful_shutdown=CLOSING_SECONDS,
        h11_max_incomplete_event_size=64 * 1024,
    )
    server = _Server(config)
    served = asyncio.create_task(server.serve(sockets=[listener]))
    courier = asyncio.create_task(Courier(scene.sandbox).run())
    try:
        yield
    finally:
        endpoints.closing.set()
        server.should_exit = True
        courier.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await courier
        await served
