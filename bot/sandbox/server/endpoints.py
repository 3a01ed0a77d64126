"""The HTTP endpoints: the Bot API, the control API, and the stream of events."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

from starlette.responses import Response, StreamingResponse

from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.fault_plan import Fault
from bot.sandbox.faults import WireFault
from bot.sandbox.wire import BROKEN, failure, method_of, parameters_of, success

from .guard import BodyTooLargeError, body_of
from .registry import act
from .views import event_json, needs_chat

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.requests import Request
    from starlette.types import Receive, Scope, Send

    from bot.sandbox.world import Event

    from .scene import Scene

MAX_STREAMS = 32
MAX_BEHIND = 900
KEEP_ALIVE_SECONDS = 15.0
MAX_HELD_SECONDS = 60.0
_JSON = "application/json"


class Endpoints:
    """All endpoints of a scene. `closing` ends the streams, so that the server can stop."""

    def __init__(self, scene: Scene) -> None:
        self.closing = asyncio.Event()
        self._scene = scene
        self._streams = 0

    async def bot_api(self, request: Request) -> Response:
        """`/bot<TOKEN>/METHOD`, GET and POST."""
        sandbox = self._scene.sandbox
        try:
            method = method_of(request.url.path, sandbox.token)
            params = parameters_of(
                request.scope["query_string"], await body_of(request), request.headers.get("content-type", "")
            )
            return _answered(*success(await sandbox.api.call(method, params)))
        except ApiError as error:
            return _answered(*failure(error))
        except BodyTooLargeError:
            return _answered(*failure(ApiError(413, "Request Entity Too Large")))
        except WireFault as fault:
            if fault.fault is Fault.BROKEN_JSON:
                return _answered(200, BROKEN)
            return _Lost(held=fault.fault is Fault.TIMEOUT, closing=self.closing)

    async def control(self, request: Request) -> Response:
        """`/control/ACTION`; what changes something takes POST with a JSON body."""
        is_post = request.method == "POST"
        try:
            body = await body_of(request)
            kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
            # A form on a page of somewhere else could send anything but this content type.
            if is_post and kind != _JSON:
                raise bad_request(f"the control API takes {_JSON}")
            params = parameters_of(request.scope["query_string"], body, _JSON)
            result = await act(self._scene, request.path_params["action"], params, may_write=is_post)
            return _answered(*success(result))
        except ApiError as error:
            return _answered(*failure(error))
        except BodyTooLargeError:
            return _answered(*failure(ApiError(413, "Request Entity Too Large")))

    async def events(self, _request: Request) -> Response:
        """`/control/events`: server-sent events; `reset` tells a reader who fell behind to read anew."""
        if self._streams >= MAX_STREAMS:
            return _answered(*failure(ApiError(503, "too many readers")))
        headers = {"x-accel-buffering": "no"}
        return StreamingResponse(self._happenings(), media_type="text/event-stream", headers=headers)

    async def _happenings(self) -> AsyncIterator[str]:
        world = self._scene.sandbox.world
        self._streams += 1
        closed = asyncio.ensure_future(self.closing.wait())
        item: asyncio.Future[Event] | None = None
        try:
            with self._scene.sandbox.watch() as feed:
                yield "retry: 1000\nevent: hello\ndata: {}\n\n"
                while not self.closing.is_set():
                    if len(feed) > MAX_BEHIND:
                        while len(feed):
                            await feed.get()
                        yield "event: reset\ndata: {}\n\n"
                    item = asyncio.ensure_future(feed.get())
                    await asyncio.wait({item, closed}, timeout=KEEP_ALIVE_SECONDS, return_when=asyncio.FIRST_COMPLETED)
                    if not item.done():
                        item.cancel()
                        yield ": still here\n\n"
                        continue
                    event = item.result()
                    changed = needs_chat(event)
                    room = self._scene.room(changed.id) if changed is not None else None
                    yield f"data: {json.dumps(event_json(world, event, room))}\n\n"
        finally:
            closed.cancel()
            if item is not None:
                item.cancel()
            self._streams -= 1


def _answered(status: int, content: bytes) -> Response:
    return Response(content, status, media_type=_JSON)


class _Lost(Response):
    """An answer that never comes: held until the client gives up, or broken off at once."""

    def __init__(self, *, held: bool, closing: asyncio.Event) -> None:
        super().__init__()
        self._held = held
        self._closing = closing

    async def __call__(self, _scope: Scope, receive: Receive, send: Send) -> None:
        """Send no answer, then a piece of one, so that the server closes the connection."""
        if self._held:
            gone = asyncio.ensure_future(receive())
            closed = asyncio.ensure_future(self._closing.wait())
            await asyncio.wait({gone, closed}, timeout=MAX_HELD_SECONDS, return_when=asyncio.FIRST_COMPLETED)
            for task in (gone, closed):
                task.cancel()
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"1000")]})
