"""Telegram's speed limits: 1 message a second in a chat, 20 a minute in a group, 30 a second in all.

Held exactly. Telegram itself lets short bursts pass; this does not, so what stays within is safe.
Source: the Bot FAQ, "My bot is hitting limits".
"""

from __future__ import annotations

import math
from collections import deque
from typing import TYPE_CHECKING

from .errors import too_many_requests

if TYPE_CHECKING:
    from .clock import Clock
    from .model import Chat

OVERALL = (30, 1.0)
PER_CHAT = (1, 1.0)
PER_GROUP = (20, 60.0)


class SpeedLimits:
    """Counts sends and edits. Does nothing unless `held`."""

    def __init__(self, clock: Clock, *, held: bool) -> None:
        self.held = held
        self._clock = clock
        self._sent: dict[int | None, deque[float]] = {}

    def count(self, chat: Chat) -> None:
        """Count one message or edit.

        Raises ApiError 429 with `retry_after` in seconds, and then does not count it.
        """
        if not self.held:
            return
        now = self._clock.time()
        wait = max(self._wait(None, OVERALL, now), self._wait(chat.id, PER_CHAT, now))
        if chat.type != "private":
            wait = max(wait, self._wait(chat.id, PER_GROUP, now))
        if wait > 0:
            raise too_many_requests(max(1, math.ceil(wait)))
        for key in (None, chat.id):
            self._sent.setdefault(key, deque(maxlen=OVERALL[0])).append(now)

    def _wait(self, key: int | None, limit: tuple[int, float], now: float) -> float:
        """Seconds until one more is allowed."""
        count, seconds = limit
        recent = [moment for moment in self._sent.get(key, ()) if moment > now - seconds]
        return recent[-count] + seconds - now if len(recent) >= count else 0.0
