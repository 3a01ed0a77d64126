"""Keeps order within a chat while chats run beside each other, and does nothing twice."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Coroutine
from typing import Any
from weakref import WeakValueDictionary

from telegram import Update
from telegram.ext import BaseUpdateProcessor

MAX_CONCURRENT_UPDATES = 8_192
"""So many that a chat whose updates wait for one another leaves room for all the others."""
MAX_REMEMBERED = 10_000


class ChatOrder(BaseUpdateProcessor):
    """Processes the updates of one chat one after the other, in the order of their arrival, and chats concurrently.

    An update that comes again, as it does where its confirmation got lost, is left alone.
    """

    def __init__(self, max_concurrent_updates: int = MAX_CONCURRENT_UPDATES) -> None:
        super().__init__(max_concurrent_updates)
        # A lock lives as long as an update of its chat waits for it or holds it.
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._seen: OrderedDict[int, None] = OrderedDict()

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Awaits `coroutine` once the chat's earlier updates are done; closes it where the update was seen before."""
        if isinstance(update, Update) and self._was_seen(update.update_id):
            if isinstance(coroutine, Coroutine):
                coroutine.close()
            return
        chat = update.effective_chat if isinstance(update, Update) else None
        if chat is None:
            await coroutine
            return
        lock = self._locks.setdefault(chat.id, asyncio.Lock())
        async with lock:
            await coroutine

    def _was_seen(self, update_id: int) -> bool:
        if update_id in self._seen:
            return True
        self._seen[update_id] = None
        if len(self._seen) > MAX_REMEMBERED:
            self._seen.popitem(last=False)
        return False

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to release."""
