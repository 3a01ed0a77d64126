"""How good the answers are, for the engine and side by side for the baselines, by category.

python -m tests.bench.quality                     the questions that constants are fitted on
python -m tests.bench.quality --set-aside         those set aside, of which totals alone are looked at
python -m tests.bench.quality --blind             those by which nothing was decided: for the very end
python -m tests.bench.quality FILE                another file of questions in the same form
python -m tests.bench.quality --names FOLDER      the test part of the public list of name variants

Top-1 and top-3 are of what is stated or offered as the answer; `shown` is top-3 with what is offered as near where the
answer is that nothing is known.
"""

import argparse
import json
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import fuzz

from briefs.library import Library
from briefs.search.answer import Answer, Outcome
from briefs.search.names import NameIndex
from tests.bench.baselines import Baseline, full_scan
from tests.bench.questions import BLIND, SET_ASIDE, TUNED_ON, Question, questions
from tests.bench.rates import right_at_false, right_at_wrong

FALSE_RATE = 0.01
THRESHOLD = 0.85
RATES = ("first", "three", "shown", "wrong", "false")
Engine = Callable[[str], Answer]


def report(name: str, engine: Engine, asked: Sequence[Question]) -> None:
    """Prints the rates of one engine."""
    counts: dict[str, Counter[str]] = {}
    for question in asked:
        answer = engine(question.query)
        for category in (question.category, "out of scope" if question.outside else "in scope"):
            count = counts.setdefault(category, Counter())
            count["asked"] += 1
            count["first"] += question.right(answer)
            count["three"] += question.right(answer, 3)
            count["shown"] += question.shown(answer, 3)
            count["wrong"] += question.confidently_wrong(answer)
            count["false"] += question.outside and answer.outcome is not Outcome.NOTHING
    print(f"\n{name:<16}{'asked':>7}{'top-1':>8}{'top-3':>8}{'shown':>8}{'wrong':>8}{'false':>8}")
    for category, count in sorted(counts.items(), key=lambda pair: (" " in pair[0], pair[0])):
        share = {key: count[key] / count["asked"] for key in RATES}
        rates = "".join(f"{share[key]:8.3f}" for key in RATES)
        print(f"  {category:<14}{count['asked']:>7}{rates}")


class Item(NamedTuple):
    """An item of the public list."""

    id: str
    name: str


class Alias(NamedTuple):
    """Another name of the item `id`."""

    query: str
    id: str


Finder = Callable[[str], list[tuple[str, float]]]
"""Ids and scores of what is found, best first."""


def named_by(items: Sequence[Item]) -> Finder:
    """The engine's search of `items`."""
    index = NameIndex.build((item.id, [item.name]) for item in items)
    return lambda query: [(hit.id, hit.score) for hit in index.search(query, 3)]


def scanned_by(scorer: Callable[..., float]) -> Callable[[Sequence[Item]], Finder]:
    """The full scan of items with `scorer`."""

    def over(items: Sequence[Item]) -> Finder:
        scan = full_scan([item.name for item in items], scorer)
        return lambda query: [(items[hit.place].id, hit.score) for hit in scan(query)]

    return over


def report_names(folder: Path) -> None:
    """Prints for the `test` part of a public list top-1, top-3, and how many are answered right at 1 % false answers.

    That can mean three things, each a threshold of its own. *Wrong*: all right names are in the list, and of 1 % of the
    aliases another is given. *Strangers*: of the other part's aliases, whose names are not in the list, 1 % are
    answered. *Removed*: the same of this part's aliases. The list holds some persons twice, and sons beside fathers
    and firms beside owners, often with many aliases each, so a single such pair may decide the last two.
    """
    items = [Item(one["id"], one["name"]) for one in map(json.loads, (folder / "ofac-names.jsonl").open("rb"))]
    aliases = list(map(json.loads, (folder / "ofac-queries.jsonl").open("rb")))
    test = [Alias(one["query"], one["id"]) for one in aliases if one["part"] == "test"]
    train = [Alias(one["query"], one["id"]) for one in aliases if one["part"] == "train"]
    print(f"\n{'':<18}{'':>7}{'':>8}{'':>8}{'right at 1 % that are':>27}")
    print(f"{'names':<18}{'asked':>7}{'top-1':>8}{'top-3':>8}{'wrong':>9}{'strangers':>11}{'removed':>9}")
    for name, over in (
        ("engine", named_by),
        ("WRatio", scanned_by(fuzz.WRatio)),
        ("token_set_ratio", scanned_by(fuzz.token_set_ratio)),
    ):
        print(f"{name:<18}{_names_line(over, items, test, train)}")


def _names_line(
    over: Callable[[Sequence[Item]], Finder], items: Sequence[Item], asked: Sequence[Alias], strangers: Sequence[Alias]
) -> str:
    listed = over(items)
    found = [listed(alias.query) for alias in asked]
    three = sum(alias.id in [hit for hit, _ in hits] for alias, hits in zip(asked, found, strict=True))
    rows = [_scored(hits, alias.id) for alias, hits in zip(asked, found, strict=True)]
    first = sum(right for _, right in rows)
    wrong = right_at_wrong(rows, FALSE_RATE)
    known = over(_without(items, strangers))
    among = [_scored(known(alias.query), alias.id) for alias in asked]
    strange = right_at_false(among, [_scored(known(alias.query), "")[0] for alias in strangers], FALSE_RATE)
    left = over(_without(items, asked))
    removed = right_at_false(rows, [_scored(left(alias.query), "")[0] for alias in asked], FALSE_RATE)
    return f"{len(asked):>7}{first / len(asked):8.3f}{three / len(asked):8.3f}{wrong:9.3f}{strange:11.3f}{removed:9.3f}"


def _without(items: Sequence[Item], aliases: Sequence[Alias]) -> list[Item]:
    named = {alias.id for alias in aliases}
    return [item for item in items if item.id not in named]


def _scored(hits: Sequence[tuple[str, float]], right: str) -> tuple[float, bool]:
    """How sure the first of `hits` is, and whether it is the `right` one."""
    return (hits[0][1], hits[0][0] == right) if hits else (0.0, False)


def main() -> None:
    """Prints what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path)
    unseen = parser.add_mutually_exclusive_group()
    unseen.add_argument("--set-aside", dest="unseen", action="store_const", const=SET_ASIDE)
    unseen.add_argument("--blind", dest="unseen", action="store_const", const=BLIND)
    parser.add_argument("--names", type=Path)
    options = parser.parse_args()
    if options.names:
        report_names(options.names)
        return
    asked = list(questions(options.file or options.unseen or TUNED_ON))
    library = Library.open()
    report("engine", library.search, asked)
    report("WRatio", Baseline(library, fuzz.WRatio, THRESHOLD).search, asked)
    report("token_set_ratio", Baseline(library, fuzz.token_set_ratio, THRESHOLD).search, asked)
    report("FTS5", Baseline(library, None, 0.0).search, asked)


if __name__ == "__main__":
    main()
