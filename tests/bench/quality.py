"""How good the answers are, for the engine and side by side for the baselines, by category.

python -m tests.bench.quality                     the tuned-on half of the project's questions
python -m tests.bench.quality --set-aside         the other half: for the very end
python -m tests.bench.quality FILE                another file of questions in the same form
python -m tests.bench.quality --names FOLDER      the test part of the public list of name variants
"""

import argparse
import json
import math
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from rapidfuzz import fuzz

from briefs.library import Library
from briefs.search.answer import Answer, Outcome
from briefs.search.names import NameIndex
from tests.bench.baselines import Baseline, full_scan
from tests.bench.questions import Question, questions

FALSE_RATE = 0.01
THRESHOLD = 0.85
Engine = Callable[[str], Answer]


def report(name: str, engine: Engine, asked: Sequence[Question]) -> None:
    """Prints the rates of one engine."""
    counts: dict[str, Counter[str]] = {}
    for question in asked:
        answer = engine(question.query)
        for category in (question.category, "in scope" if question.category != "none" else "out of scope"):
            count = counts.setdefault(category, Counter())
            count["asked"] += 1
            count["first"] += question.right(answer)
            count["three"] += question.right(answer, 3)
            count["wrong"] += question.confidently_wrong(answer)
            count["false"] += question.category == "none" and answer.outcome is not Outcome.NOTHING
    print(f"\n{name:<16}{'asked':>7}{'top-1':>8}{'top-3':>8}{'wrong':>8}{'false':>8}")
    for category, count in sorted(counts.items(), key=lambda pair: (" " in pair[0], pair[0])):
        share = {key: count[key] / count["asked"] for key in ("first", "three", "wrong", "false")}
        rates = "".join(f"{share[key]:8.3f}" for key in ("first", "three", "wrong", "false"))
        print(f"  {category:<14}{count['asked']:>7}{rates}")


def report_names(folder: Path) -> None:
    """Prints top-1 on the `test` part of a public list, and the share answered right at 1 % false answers.

    A false answer is one to an alias whose right name has been taken out of the answers.
    """
    names = [json.loads(line) for line in (folder / "ofac-names.jsonl").open(encoding="utf-8")]
    asked = [json.loads(line) for line in (folder / "ofac-queries.jsonl").open(encoding="utf-8")]
    test = [query for query in asked if query["part"] == "test"]
    index = NameIndex.build((name["id"], [name["name"]]) for name in names)
    scans = {
        "WRatio": full_scan([name["name"] for name in names], fuzz.WRatio),
        "token_set_ratio": full_scan([name["name"] for name in names], fuzz.token_set_ratio),
    }
    # The engine is asked a second time of an index without the right names, for what it then says falsely.
    wanted = {query["id"] for query in test}
    without = NameIndex.build((name["id"], [name["name"]]) for name in names if name["id"] not in wanted)
    found = [(index.search(query["query"], 3), without.search(query["query"], 1), query["id"]) for query in test]
    print(f"\n{'names':<18}{'asked':>7}{'top-1':>8}{'top-3':>8}{'right at 1 % false':>20}")
    rows = [(hits[0].score if hits else 0.0, bool(hits) and hits[0].id == right) for hits, _, right in found]
    false = sorted((hits[0].score if hits else 0.0 for _, hits, _ in found), reverse=True)
    three = sum(right in [hit.id for hit in hits] for hits, _, right in found)
    print(_line("engine", rows, three, false))
    for name, scan in scans.items():
        results = [(scan(query["query"]), query["id"]) for query in test]
        rows = [(hits[0].score, names[hits[0].place]["id"] == right) for hits, right in results]
        three = sum(right in [names[hit.place]["id"] for hit in hits] for hits, right in results)
        false = sorted(
            (next((hit.score for hit in hits if names[hit.place]["id"] not in wanted), 0.0) for hits, _ in results),
            reverse=True,
        )
        print(_line(name, rows, three, false))


def _line(name: str, rows: Sequence[tuple[float, bool]], three: int, false: Sequence[float]) -> str:
    threshold = false[math.floor(FALSE_RATE * len(false))]
    right = sum(hit and score > threshold for score, hit in rows) / len(rows)
    first = sum(hit for _, hit in rows) / len(rows)
    return f"{name:<18}{len(rows):>7}{first:8.3f}{three / len(rows):8.3f}{right:>20.3f}"


def main() -> None:
    """Prints what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--set-aside", action="store_true")
    parser.add_argument("--names", type=Path)
    options = parser.parse_args()
    if options.names:
        report_names(options.names)
        return
    if options.file:
        asked = list(questions(options.file))
    else:
        asked = [question for question in questions() if question.tuned_on is not options.set_aside]
    library = Library.open()
    report("engine", library.search, asked)
    report("WRatio", Baseline(library, fuzz.WRatio, THRESHOLD).search, asked)
    report("token_set_ratio", Baseline(library, fuzz.token_set_ratio, THRESHOLD).search, asked)
    report("FTS5", Baseline(library, None, 0.0).search, asked)


if __name__ == "__main__":
    main()
