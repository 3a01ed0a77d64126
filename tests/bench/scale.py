"""How fast and how right names are found among 1k to 1M of them, and texts among 100k paragraphs.

    python -m tests.bench.scale [--sizes 1000 10000 100000 1000000] [--queries 1000] [--paragraphs 100000]

Each index is built, saved and opened again in a process of its own, which alone is measured. The full scan and FTS5 are
asked fewer queries as the list grows, since they take up to a second each. Times are in milliseconds, by the clock and
of the processor, which others on the machine disturb less.
"""

import argparse
import gc
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import fuzz
from rich.progress import Progress

from briefs.models import Kind, ParagraphId
from briefs.search.compiled import Compiled, compile_units
from briefs.search.engine import SearchEngine
from briefs.search.names import NameIndex
from briefs.search.units import Evidence, Unit
from tests.bench.baselines import full_scan, trigrams
from tests.bench.generated import names, queries

SCAN_BUDGET = 20_000_000
"""Comparisons that a full scan may take in all."""
_WARM_UP = 20


def percentile(times: Sequence[float], share: float) -> float:
    """The time, in milliseconds, that `share` of `times` (in seconds) stay under."""
    return sorted(times)[min(int(len(times) * share), len(times) - 1)] * 1000


class Measured(NamedTuple):
    """What searching gave and took."""

    right: float
    """Share whose first answer is right."""
    clock: list[float]
    """Seconds of each search by the clock."""
    processor: list[float]
    """Seconds of the processor's time of each search."""

    def __str__(self) -> str:
        times = (percentile(taken, share) for taken in (self.clock, self.processor) for share in (0.5, 0.99))
        return f"{self.right:8.3f}" + "".join(f"{time:10.2f}" for time in times)


def measured(search: Callable[[str], int | None], asked: Sequence[tuple[str, int]]) -> Measured:
    """Asks `search`, which gives a place, all that is `asked`."""
    clock, processor = [], []
    right = 0
    for query, _ in asked[:_WARM_UP]:
        search(query)
    for query, wanted in asked:
        start, worked = time.perf_counter(), time.thread_time()
        found = search(query)
        processor.append(time.thread_time() - worked)
        clock.append(time.perf_counter() - start)
        right += found == wanted
    return Measured(right / len(asked), clock, processor)


def resident() -> float:
    """The resident memory of this process, in MB (Linux)."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def opened(folder: Path, count: int, asked: int) -> None:
    """Opens the index in `folder` and prints what that and searching it take; runs in a process of its own."""
    start = time.perf_counter()
    index = NameIndex.open(folder)
    took = time.perf_counter() - start
    wanted = queries(names(count), asked)
    before = resident()

    def first(query: str) -> int | None:
        hits = index.search(query, 3)
        return int(hits[0].id) if hits else None

    rates = measured(first, wanted)
    # What the generated names take is not the index's.
    print(f"{'engine':<22}{rates}   open {took * 1000:.0f} ms, resident +{resident() - before:.0f} MB while searching")


def report_names(count: int, asked: int) -> None:
    """Prints one size."""
    known = names(count)
    wanted = queries(known, asked)
    heads = "".join(f"{head:>10}" for head in ("top-1", "p50 ms", "p99 ms", "CPU p50", "CPU p99"))
    print(f"\n{f'{count:,} names':<20}{heads}")
    with tempfile.TemporaryDirectory() as folder:
        with Progress(transient=True) as progress:
            task = progress.add_task("building", total=1.0)
            start = time.perf_counter()
            index = NameIndex.build(
                ((str(place), (name,)) for place, name in enumerate(known)),
                progress=lambda share: progress.update(task, completed=share),
            )
        built = time.perf_counter() - start
        index.save(Path(folder))
        del index
        size = sum(path.stat().st_size for path in Path(folder).iterdir()) / 1e6
        arguments = ["--opened", folder, "--sizes", str(count), "--queries", str(asked)]
        subprocess.run([sys.executable, "-m", "tests.bench.scale", *arguments], check=True)  # noqa: S603 (ourselves)
        print(f"{'':<22}build {built:.1f} s, file {size:.0f} MB")
    fewer = wanted[: max(20, SCAN_BUDGET // count)]
    scan = full_scan(known, fuzz.WRatio)
    sets = full_scan(known, fuzz.token_sort_ratio)
    scanned = measured(lambda query: scan(query)[0].place, fewer)
    print(f"{'WRatio, full scan':<22}{scanned}   {len(fewer)} queries")
    print(f"{'token_sort, full scan':<22}{measured(lambda query: sets(query)[0].place, fewer)}")
    grams = trigrams(known)
    print(
        f"{'FTS5 trigram + WRatio':<22}{measured(lambda query: next((one.place for one in grams(query)), None), fewer)}"
    )
    report_same(known, fewer, scanned)


def report_same(known: Sequence[str], asked: Sequence[tuple[str, int]], scanned: Measured) -> None:
    """Prints what the engine does with the fewer queries that the baselines are asked, and how much faster it is."""
    index = NameIndex.build((str(place), (name,)) for place, name in enumerate(known))

    def first(query: str) -> int | None:
        hits = index.search(query, 3)
        return int(hits[0].id) if hits else None

    found = measured(first, asked)
    faster = percentile(scanned.processor, 0.5) / percentile(found.processor, 0.5)
    print(f"{'engine, same queries':<22}{found}   {faster:.0f} times faster than WRatio at the median of CPU time")


def report_texts(count: int, asked: int) -> None:
    """Prints how long questions to `count` generated paragraphs take."""
    rng = random.Random(7)  # noqa: S311 (paragraphs, not secrets)
    rare = [name.lower() for name in names(20_000)]
    common = [
        "the",
        "government",
        "attack",
        "leader",
        "war",
        "report",
        "city",
        "group",
        "people",
        "said",
        "force",
        "base",
        "officer",
        "year",
    ]
    units = []
    for number in range(count):
        words = [rng.choice(common) if rng.random() < 0.6 else rng.choice(rare).split()[0] for _ in range(60)]
        cite = ParagraphId("generated", number + 1)
        evidence = (Evidence(" ".join(words), (cite,)),)
        units.append(Unit(Kind.PASSAGE, str(cite), f"paragraph {number + 1}", (), (), evidence))
    start = time.perf_counter()
    compiled: Compiled = compile_units(units)
    built = time.perf_counter() - start
    engine = SearchEngine(compiled)
    texts = [unit.evidence[0].text for unit in units]
    # A library that serves holds no paragraphs in memory that collecting garbage would have to go through.
    del units
    gc.collect()
    gc.freeze()
    times, processor = [], []
    for number in range(asked):
        place = rng.randrange(count)
        words = texts[place].split()
        query = " ".join(rng.sample(words, 5)) if number % 2 else " ".join(rng.sample(common, 4))
        start, used = time.perf_counter(), time.thread_time()
        engine.search(query, frozenset(Kind))
        times.append(time.perf_counter() - start)
        processor.append(time.thread_time() - used)
    print(f"\n{count:,} paragraphs, ms    p50     p99   worst")
    for name, taken in (("by the clock", times), ("of the processor", processor)):
        shown = (percentile(taken, 0.5), percentile(taken, 0.99), max(taken) * 1000)
        print(f"{name:<20}" + "".join(f"{one:8.1f}" for one in shown))
    print(f"build {built:.0f} s, peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


def main() -> None:
    """Measures what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="*", default=[1000, 10_000, 100_000, 1_000_000])
    parser.add_argument("--queries", type=int, default=1000)
    parser.add_argument("--paragraphs", type=int, default=100_000)
    parser.add_argument("--opened", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.opened:
        opened(options.opened, options.sizes[0], options.queries)
        return
    for size in options.sizes:
        report_names(size, options.queries)
    if options.paragraphs:
        report_texts(options.paragraphs, 400)


if __name__ == "__main__":
    main()
