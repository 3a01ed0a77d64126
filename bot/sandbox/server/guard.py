"""What stands before every request: only this machine's own clients and pages get in, and only so much at once.

A page of somewhere else that a browser shows must not reach the sandbox: neither under its own name (the Host header,
DNS rebinding) nor across origins (Origin and Sec-Fetch-Site; there is no CORS). Source: OWASP's cheat sheets on
cross-site request forgery and HTTP headers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

MAX_BODY = 8 * 1024 * 1024
_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})
_HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}


class BodyTooLargeError(Exception):
    """A request's body is over `MAX_BODY` bytes."""


class Guard:
    """ASGI middleware around the whole application."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or refuse it with 403."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refusal = refusal_of(Headers(scope=scope))
        if refusal is not None:
            await PlainTextResponse(refusal, 403)(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, send_guarded)


def refusal_of(headers: Headers) -> str | None:
    """Why a request may not come in, or None where it may."""
    host = headers.get("host", "")
    if _name(host) not in _NAMES:
        return "The sandbox answers on localhost only."
    origin = headers.get("origin")
    if origin is not None and origin != f"http://{host}":
        return "The sandbox answers its own page only."
    if headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
        return "The sandbox answers its own page only."
    return None


def _name(host: str) -> str:
    """A Host header without its port, in lower case."""
    name, colon, port = host.rpartition(":")
    return (name if colon and (port.isascii() and port.isdigit()) else host).lower()


async def body_of(request: Request) -> bytes:
    """The whole body of a request. Raises BodyTooLargeError."""
    announced = request.headers.get("content-length", "0")
    if not (announced.isascii() and announced.isdigit()) or int(announced) > MAX_BODY:
        raise BodyTooLargeError
    parts: list[bytes] = []
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > MAX_BODY:
            raise BodyTooLargeError
        parts.append(part)
    return b"".join(parts)
