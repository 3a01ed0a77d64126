"""How fast answers come: a search in the loaded library, and `mujaz ask` from a cold start.

Run with `make bench`. Prints medians; timings of one run are noisy, so compare within a run only.
"""

import statistics
import subprocess
import sys
import time

from briefs.library import Library
from tests.bench.questions import TUNED_ON, questions

ROUNDS = 5
COLD_STARTS = 7


def main() -> None:
    """Prints opening time, the median and 99th percentile of a search, and the median cold start."""
    started = time.perf_counter()
    library = Library.open()
    opened = time.perf_counter()
    library.search("warm")
    print(f"library opened in {opened - started:.3f} s, search built in {time.perf_counter() - opened:.3f} s")
    asked = [question.query for question in questions(TUNED_ON)]
    times = []
    for _ in range(ROUNDS):
        for question in asked:
            before = time.perf_counter()
            library.search(question)
            times.append((time.perf_counter() - before) * 1000)
    times.sort()
    median, high = statistics.median(times), times[int(len(times) * 0.99)]
    print(f"search over {len(asked)} questions, {ROUNDS} rounds: median {median:.2f} ms, p99 {high:.2f} ms")
    cold = [_cold_start() for _ in range(COLD_STARTS)]
    bare = [_bare_start() for _ in range(COLD_STARTS)]
    print(
        f"mujaz ask from a cold start: median {statistics.median(cold):.3f} s "
        f"(a bare interpreter: {statistics.median(bare):.3f} s)"
    )


def _cold_start() -> float:
    return _timed([sys.executable, "-m", "bot", "ask", "qasim sulaymani"])


def _bare_start() -> float:
    return _timed([sys.executable, "-c", "pass"])


def _timed(command: list[str]) -> float:
    before = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 (our own interpreter)
    return time.perf_counter() - before


if __name__ == "__main__":
    main()
