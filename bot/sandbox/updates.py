"""The bot's queue of updates, and long polling on it.

An update stays until a poll's offset confirms it, so what was handed out and not confirmed is handed out
again. `allowed_updates` sticks until another poll names others, and sorts updates as they arrive. A second
poll ends the first with 409. Source: the Bot API's getUpdates and its server.
"""

# How long to wait is the caller's choice, so it is an argument:
# ruff: noqa: ASYNC109

from __future__ import annotations

import asyncio
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .errors import conflict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .clock import Clock
    from .model import JsonObject

UPDATE_TYPES = (
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "business_connection",
    "business_message",
    "edited_business_message",
    "deleted_business_messages",
    "guest_message",
    "message_reaction",
    "message_reaction_count",
    "inline_query",
    "chosen_inline_result",
    "callback_query",
    "shipping_query",
    "pre_checkout_query",
    "purchased_paid_media",
    "poll",
    "poll_answer",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
    "chat_boost",
    "removed_chat_boost",
    "managed_bot",
)
DEFAULT_UPDATES = frozenset(UPDATE_TYPES) - {"chat_member", "message_reaction", "message_reaction_count"}
LIFETIMES = {"inline_query": 30, "callback_query": 150, "chosen_inline_result": 600}
LIFETIME = 86_400
FIRST_UPDATE_ID = 100_000_001


@dataclass(slots=True)
class _Pending:
    update: JsonObject
    expires: float


class UpdateQueue:
    """Updates that wait for the bot. Holds at most `limit`; beyond that the oldest fall out."""

    def __init__(self, clock: Clock, limit: int = 10_000) -> None:
        self._clock = clock
        self._limit = limit
        self._pending: OrderedDict[int, _Pending] = OrderedDict()
        self._next_id = FIRST_UPDATE_ID
        self._allowed = DEFAULT_UPDATES
        self._poller: asyncio.Future[None] | None = None
        self._arrival: asyncio.Future[None] | None = None
        self._watchers: list[tuple[int, asyncio.Future[None]]] = []

    def __len__(self) -> int:
        self._expire()
        return len(self._pending)

    @property
    def allowed(self) -> frozenset[str]:
        """The kinds of updates that are queued now."""
        return self._allowed

    @property
    def newest(self) -> int:
        """The id of the update that was queued last."""
        return self._next_id - 1

    def allow(self, kinds: Sequence[str]) -> None:
        """Set the kinds to queue from now on; an empty list brings back the default.

        Unknown names are ignored.
        """
        self._allowed = frozenset(kinds) & frozenset(UPDATE_TYPES) or DEFAULT_UPDATES

    def push(self, kind: str, payload: JsonObject) -> int | None:
        """Queue an update of `kind`. Returns its id, or None where the bot did not ask for this kind."""
        if kind not in self._allowed:
            return None
        return self._store({kind: payload}, LIFETIMES.get(kind, LIFETIME))

    def push_raw(self, update: JsonObject) -> int:
        """Queue a hand-made update as it is, with the next `update_id` unless it brings one.

        Returns the id.
        """
        return self._store(dict(update), LIFETIME)

    def _store(self, body: JsonObject, lifetime: float) -> int:
        update_id = int(body.pop("update_id", self._next_id))
        self._next_id = max(self._next_id, update_id) + 1
        self._pending[update_id] = _Pending({"update_id": update_id, **body}, self._clock.time() + lifetime)
        while len(self._pending) > self._limit:
            self._pending.popitem(last=False)
        self._notify()
        self._end_poll(None)
        self.stir()
        return update_id

    async def stirred(self) -> None:
        """Return when an update comes in, or the next `stir`."""
        if self._arrival is None or self._arrival.done():
            self._arrival = asyncio.get_running_loop().create_future()
        await asyncio.shield(self._arrival)

    def stir(self) -> None:
        """Wake who waits in `stirred`, because what is done with updates changed."""
        if self._arrival is not None and not self._arrival.done():
            self._arrival.set_result(None)

    async def poll(self, offset: int, limit: int, timeout: float) -> list[JsonObject]:
        """Updates from `offset` on, at most `limit`, waiting up to `timeout` seconds for the first.

        A positive offset confirms all before it; a negative one confirms all but the last `-offset`. Raises
        ApiError 409 in a poll that waits when another one starts.
        """
        self._end_poll(
            conflict("terminated by other getUpdates request; make sure that only one bot instance is running")
        )
        self._confirm(offset)
        deadline = asyncio.get_running_loop().time() + timeout
        while not (ready := self._ready(limit)):
            left = deadline - asyncio.get_running_loop().time()
            if left <= 0:
                return []
            poller: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._poller = poller
            try:
                async with asyncio.timeout(left):
                    await poller
            except TimeoutError:
                return []
            finally:
                if self._poller is poller:
                    self._poller = None
        return ready

    def first(self) -> JsonObject:
        """The update that has waited longest, for a webhook. Raises LookupError where none waits."""
        for pending in self._pending.values():
            return pending.update
        raise LookupError("no update waits")

    def forget(self, update_id: int) -> None:
        """Confirm one update, as a webhook does."""
        self._pending.pop(update_id, None)
        self._notify()

    def holds(self, update_id: int) -> bool:
        """Whether an update waits to be confirmed."""
        return update_id in self._pending

    def drop(self) -> None:
        """Forget everything that waits, as `drop_pending_updates` does."""
        self._pending.clear()
        self._notify()

    def end_poll(self, reason: str) -> None:
        """End a waiting poll with 409 and this reason."""
        self._end_poll(conflict(reason))

    async def confirmed(self, update_id: int) -> None:
        """Return once the update is pending no more: polled beyond, dropped, or expired."""
        if update_id not in self._pending:
            return
        watcher: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._watchers.append((update_id, watcher))
        try:
            await watcher
        finally:
            self._watchers = [entry for entry in self._watchers if entry[1] is not watcher]

    def _end_poll(self, error: Exception | None) -> None:
        poller = self._poller
        if poller is None or poller.done():
            return
        if error is None:
            poller.set_result(None)
        else:
            poller.set_exception(error)

    def _confirm(self, offset: int) -> None:
        known = list(self._pending)
        gone = [key for key in known if key < offset] if offset >= 0 else known[: max(len(known) + offset, 0)]
        for key in gone:
            del self._pending[key]
        self._notify()

    def _expire(self) -> None:
        now = self._clock.time()
        for key in [key for key, pending in self._pending.items() if pending.expires <= now]:
            del self._pending[key]

    def _ready(self, limit: int) -> list[JsonObject]:
        self._expire()
        self._notify()
        return [pending.update for pending in list(self._pending.values())[:limit]]

    def _notify(self) -> None:
        for update_id, watcher in self._watchers:
            if update_id not in self._pending and not watcher.done():
                watcher.set_result(None)
