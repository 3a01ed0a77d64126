"""The sandbox as an httpx transport: an HTTP client that gets it talks to the sandbox, without a socket."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import httpx

from .errors import ApiError
from .fault_plan import Fault
from .faults import Moment, WireFault
from .wire import BROKEN, failure, method_of, parameters_of, success

if TYPE_CHECKING:
    from .sandbox import Sandbox


class SandboxTransport(httpx.AsyncBaseTransport):
    """Routes `POST` and `GET /bot<TOKEN>/<method>` to a sandbox, whatever the host.

    Answers Telegram's envelope with its HTTP status: 401 for another token, 404 for anything that is no
    method. Long polling waits in real time; cancelling the request ends it.
    """

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer one request."""
        body = await request.aread()
        try:
            method = method_of(request.url.path, self._sandbox.token)
            params = parameters_of(request.url.query, body, request.headers.get("content-type", ""))
            status, content = success(await self._sandbox.api.call(method, params))
        except ApiError as error:
            status, content = failure(error)
        except WireFault as fault:
            if fault.fault is not Fault.BROKEN_JSON:
                raise await _broken(fault, request) from fault
            status, content = 200, BROKEN
        return httpx.Response(status, headers={"content-type": "application/json"}, content=content, request=request)


async def _broken(fault: WireFault, request: httpx.Request) -> httpx.TransportError:
    """What httpx raises where the wire fails so; a time-out is waited for."""
    if fault.fault is Fault.TIMEOUT:
        await asyncio.sleep(request.extensions.get("timeout", {}).get("read") or 0)
        return httpx.ReadTimeout("", request=request)
    if fault.moment is Moment.CONNECTING:
        return httpx.ConnectError("All connection attempts failed", request=request)
    return httpx.RemoteProtocolError("Server disconnected without sending a response.", request=request)
