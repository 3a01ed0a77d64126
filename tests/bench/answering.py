"""How fast answers come: a search in the loaded library, and `mujaz ask` from a cold start.

Run with `make bench`. Prints medians; timings of one run are noisy, so compare within a run only.
"""

import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

from briefs.library import Library

ROUNDS = 5
COLD_STARTS = 7
QUESTIONS = Path(__file__).parent.parent / "data" / "questions.jsonl"
_FALLBACK = (
    "blinken vest",
    "qasim sulaymani",
    "how long does the drive to beirut take",
    "قيس الخزعلي",
    "weather in paris",
)


def main() -> None:
    """Prints opening time, the median and 99th percentile of a search, and the median cold start."""
    started = time.perf_counter()
    library = Library.open()
    opened = time.perf_counter()
    library.search("warm")
    print(f"library opened in {opened - started:.3f} s, search built in {time.perf_counter() - opened:.3f} s")
    questions = _questions()
    times = []
    for _ in range(ROUNDS):
        for question in questions:
            before = time.perf_counter()
            library.search(question)
            times.append((time.perf_counter() - before) * 1000)
    times.sort()
    median, high = statistics.median(times), times[int(len(times) * 0.99)]
    print(f"search over {len(questions)} questions, {ROUNDS} rounds: median {median:.2f} ms, p99 {high:.2f} ms")
    cold = [_cold_start() for _ in range(COLD_STARTS)]
    bare = [_bare_start() for _ in range(COLD_STARTS)]
    print(
        f"mujaz ask from a cold start: median {statistics.median(cold):.3f} s "
        f"(a bare interpreter: {statistics.median(bare):.3f} s)"
    )


def _questions() -> list[str]:
    if not QUESTIONS.exists():
        return list(_FALLBACK)
    return [json.loads(line)["query"] for line in QUESTIONS.read_text(encoding="utf-8").splitlines() if line]


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
