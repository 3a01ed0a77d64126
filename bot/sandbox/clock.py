"""Time, settable: dates, ages of queries and speed limits all read one clock."""

from __future__ import annotations

import time


class Clock:
    """Seconds since the epoch, starting at `start` (default: now), running with real time unless `frozen`.

    Long polling itself waits in real time; this clock only says what time it is.
    """

    def __init__(self, start: float | None = None, *, frozen: bool = False) -> None:
        self._offset = 0.0
        self._frozen_at: float | None = None
        if start is not None:
            self._offset = start - time.time()
        if frozen:
            self._frozen_at = self.time() if start is None else start

    def time(self) -> float:
        """Seconds since the epoch, with fractions."""
        if self._frozen_at is not None:
            return self._frozen_at
        return time.time() + self._offset

    def now(self) -> int:
        """Whole seconds since the epoch, as the `date` of a message."""
        return int(self.time())

    def freeze(self) -> None:
        """Stop the clock here; it then moves by `advance` only."""
        self._frozen_at = self.time()

    def advance(self, seconds: float) -> None:
        """Move forward by `seconds`. Raises ValueError for a negative number."""
        if seconds < 0:
            raise ValueError("the clock does not run backwards")
        if self._frozen_at is not None:
            self._frozen_at += seconds
        else:
            self._offset += seconds
