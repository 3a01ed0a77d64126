"""A bounded queue that people read from: filled without awaiting, read with a time limit."""

# How long to wait is the caller's choice, so it is an argument:
# ruff: noqa: ASYNC109

from __future__ import annotations

import asyncio
from collections import deque
from typing import Generic, TypeVar

Item = TypeVar("Item")


class Mailbox(Generic[Item]):
    """First in, first out. Holds at most `limit` unread items, the oldest fall out first."""

    def __init__(self, limit: int = 1000) -> None:
        self._items: deque[Item] = deque(maxlen=limit)
        self._readers: deque[asyncio.Future[None]] = deque()

    def __len__(self) -> int:
        return len(self._items)

    def put(self, item: Item) -> None:
        """Add an item and wake one reader."""
        self._items.append(item)
        self._wake_one()

    async def get(self, timeout: float | None = None) -> Item:
        """The oldest unread item; waits up to `timeout` seconds for one. Raises TimeoutError."""
        async with asyncio.timeout(timeout):
            while not self._items:
                reader: asyncio.Future[None] = asyncio.get_running_loop().create_future()
                self._readers.append(reader)
                try:
                    await reader
                finally:
                    if reader in self._readers:
                        self._readers.remove(reader)
            item = self._items.popleft()
        if self._items:
            self._wake_one()
        return item

    def _wake_one(self) -> None:
        while self._readers:
            reader = self._readers.popleft()
            if not reader.done():
                reader.set_result(None)
                return
