"""An event loop on which waiting takes no time: where nothing is left to do but wait, its clock jumps to the end of it.

Hours of pauses, time-outs and speed limits pass as fast as the program between them runs, and in the same order each
time. What happens on sockets and in threads is looked at before each jump.
"""

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from bot.sandbox import Clock

Result = TypeVar("Result")


class _JumpingSelector(selectors.DefaultSelector):
    """Never waits: tells `jump` how long it was to wait."""

    jump: Callable[[float], None]

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        # Nothing but a thread or a signal can end an endless wait, and those take real time.
        ready = super().select(timeout if timeout is None else 0)
        if not ready and timeout:
            self.jump(timeout)
        return ready


class VirtualLoop(asyncio.SelectorEventLoop):
    """Its `time()` starts at 0 and passes only while it waits."""

    def __init__(self) -> None:
        selector = _JumpingSelector()
        selector.jump = self._jump
        self._virtual_now = 0.0
        super().__init__(selector)

    def time(self) -> float:
        return self._virtual_now

    def _jump(self, seconds: float) -> None:
        self._virtual_now += seconds


class LoopClock(Clock):
    """The clock of a sandbox that lives on such a loop."""

    def __init__(self, loop: asyncio.AbstractEventLoop, start: float = 1_700_000_000.0) -> None:
        super().__init__()
        self._loop = loop
        self._start = start

    def time(self) -> float:
        return self._start + self._loop.time()


def run(main: Coroutine[Any, Any, Result]) -> Result:
    """Runs `main` on a loop of its own in virtual time."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(main)
