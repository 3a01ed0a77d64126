"""A Bot API that makes faults on purpose, around the sandbox's own."""

import asyncio
from collections import deque
from collections.abc import Mapping
from typing import Any

from bot.sandbox import AnyApi, ApiError, Sandbox


class FaultyApi:
    """Refuses or delays the next calls of the methods that a test names; all else goes to the real one."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._api: AnyApi = sandbox.api
        self._refusals: dict[str, deque[ApiError]] = {}
        self._held: dict[tuple[str, str | None], asyncio.Event] = {}
        self.waiting: asyncio.Queue[str] = asyncio.Queue()
        sandbox.api = self

    def refuse(self, method: str, *errors: ApiError) -> None:
        """The next calls of `method` end with `errors`, one each."""
        self._refusals.setdefault(method, deque()).extend(errors)

    def hold(self, method: str, chat_id: int | None = None) -> asyncio.Event:
        """Calls of `method`, in one chat or all, wait until the event is set; each is named in `waiting` on arrival."""
        return self._held.setdefault((method, None if chat_id is None else str(chat_id)), asyncio.Event())

    async def call(self, method: str, params: Mapping[str, Any] | None = None) -> Any:
        """Does a method, unless it is to fail."""
        held = self._held.get((method, None)) or self._held.get((method, str((params or {}).get("chat_id"))))
        if held is not None:
            self.waiting.put_nowait(method)
            await held.wait()
        if self._refusals.get(method):
            raise self._refusals[method].popleft()
        return await self._api.call(method, params)
