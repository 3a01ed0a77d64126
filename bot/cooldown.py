"""Keeps one person or one group from asking faster than others can read: a token bucket each.

A bucket holds `burst` tokens and fills by `per_minute` a minute; an answer takes one, a pressed button less (J. Turner,
"New directions in communications", 1986).
"""

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from enum import Enum, auto

MAX_BUCKETS = 10_000
BUTTON_COST = 0.25


class Verdict(Enum):
    """Whether to answer."""

    ANSWER = auto()
    NOTICE = auto()
    """The first excess: say once that it is too fast."""
    SILENCE = auto()


@dataclass(slots=True)
class _Bucket:
    tokens: float
    filled: float
    noticed: bool = False


class Cooldown:
    """Buckets of people and groups; 0 a minute holds nobody back. `now` tells seconds on any steady clock."""

    def __init__(self, burst: int, per_minute: float, now: Callable[[], float] = time.monotonic) -> None:
        self.burst = burst
        self.per_second = per_minute / 60
        self._now = now
        self._buckets: OrderedDict[Hashable, _Bucket] = OrderedDict()

    def ask(self, *keys: Hashable, cost: float = 1.0) -> Verdict:
        """Takes `cost` tokens from the bucket of each of `keys`, or from none where one has too few."""
        if not self.per_second:
            return Verdict.ANSWER
        buckets = [self._bucket(key) for key in keys]
        if all(bucket.tokens >= cost for bucket in buckets):
            for bucket in buckets:
                bucket.tokens -= cost
                bucket.noticed = False
            return Verdict.ANSWER
        empty = [bucket for bucket in buckets if bucket.tokens < cost]
        noticed = any(bucket.noticed for bucket in empty)
        for bucket in empty:
            bucket.noticed = True
        return Verdict.SILENCE if noticed else Verdict.NOTICE

    def _bucket(self, key: Hashable) -> _Bucket:
        now = self._now()
        bucket = self._buckets.pop(key, None) or _Bucket(self.burst, now)
        bucket.tokens = min(self.burst, bucket.tokens + (now - bucket.filled) * self.per_second)
        bucket.filled = now
        self._buckets[key] = bucket
        # The longest unused bucket is full again by now, so nothing is forgotten with it.
        if len(self._buckets) > MAX_BUCKETS:
            self._buckets.popitem(last=False)
        return bucket
