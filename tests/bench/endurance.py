"""Whether the bot's memory stays flat: 20,000 commands after its memories are full, a tenth of calls failing.

Run with `python -m tests.bench.endurance`. Prints resident memory on the way; the exit status is 1 where it grew by
more than `ALLOWED_MIB`. The time between commands is virtual, so that this takes as long as the work itself.
"""

import gc
import logging
import sys
from pathlib import Path

from bot.sandbox import FaultPlan
from briefs.library import Library
from tests.bot.fault_run import Run, production_settings
from tests.virtual_time import run

FILLED = 12_000
"""More than any of the bot's own memories hold: see MAX_REMEMBERED in `bot/ordering.py` and `bot/answered.py`."""
MORE = 20_000
WORDS = 2_000
"""As many different questions, which the search's caches of words hold easily; those keep 65,536 words each."""
STEP = 4_000
ALLOWED_MIB = 8.0


def main() -> int:
    """Prints a line a step and the growth; returns the exit status."""
    logging.disable(logging.CRITICAL)
    sizes: list[float] = []

    def note(done: int) -> None:
        if done % STEP == 0:
            gc.collect()
            sizes.append(resident_mib())
            print(f"{done:6} commands: {sizes[-1]:6.1f} MiB", flush=True)

    endless = Run(
        Library.open(),
        FaultPlan.parse("10%,seed=5"),
        production_settings(hold_limits=False),
        updates=FILLED + MORE + 1,
        words=WORDS,
        calls_kept=100,
        messages_kept=50,
        on_progress=note,
    )
    run(endless.account())
    growth = max(sizes) - sizes[FILLED // STEP]
    print(f"grew by {growth:.1f} MiB over the last {MORE} commands; {ALLOWED_MIB} are allowed")
    return 0 if growth <= ALLOWED_MIB else 1


def resident_mib() -> float:
    """The resident memory of this process."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise OSError("no /proc/self/status here: this needs Linux")


if __name__ == "__main__":
    sys.exit(main())
