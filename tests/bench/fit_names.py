"""Fits how the evidence ranks names and how sure the first one is.

    python -m tests.bench.fit_names FOLDER [items]

FOLDER holds a public list of aliases, of whose items the first so many are asked. Ranking is fitted on its `train`
part. Sureness is fitted on that for long lists, a false answer being simulated by taking the right item out of the
index; for short ones, on random parts of the list, and on the shipped library, asked the tuned-on half of the project's
questions, its own names with a slip, and the list's aliases, which are strangers there. Prints the constants of
`briefs/search/names/calibration.py` and, by cross-validation within `train`, the top-1 share and the curve of answers
against false answers. The `test` part is not read; `tests/bench/quality.py` reports on it.
"""

import json
import random
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from briefs.library import Library
from briefs.search.folding import fold as folded
from briefs.search.names.budget import GENEROUS
from briefs.search.names.calibration import FAR, SHORT, describe, shortness
from briefs.search.names.evidence import Evidence
from briefs.search.names.index import NameIndex
from briefs.search.query import parse_query
from tests.bench.generated import edited
from tests.bench.questions import TUNED_ON, questions
from tests.bench.rates import right_at_false, right_at_wrong

Array = NDArray[np.float64]


class Shortlist(NamedTuple):
    """What one query finds."""

    evidence: list[Evidence]
    """For each name on the list."""
    right: int
    """The place of the right one, or -1."""
    fold: int
    """Part of the cross-validation; all aliases of one item are in one."""


class Row(NamedTuple):
    """What is said about the first name of a list."""

    described: tuple[float, ...]
    right: bool
    inside: bool
    """Whether the right name was there to be found."""
    shortness: float
    """Of the list, from 0 to 1."""
    fold: int = -1


NAMED = frozenset({"translit", "typo", "arabic"})
SHORT_WEIGHT = 0.5
"""What one question to a short list counts, against one alias asked of the long one."""
PARTS = {SHORT: 8, 400: 3}
"""How many items random parts of the list have, and how many such parts there are."""
SEED = 5
KNOWN = 0.9
"""A name of the list that is this surely in the library is no stranger there."""
ROUNDS = 250
FOLDS = 5
NO_EVIDENCE = Evidence._make([0] * len(Evidence._fields))
# What the ranking leaves out, since cross-validation found no gain in it.
UNRANKED = frozenset({"extra", "strange", "said"})


def fold_of(item: str) -> int:
    """The part of the cross-validation to which an item and all its aliases belong."""
    return crc32(item.encode()) % FOLDS


def shortlists(names: Mapping[str, str], aliases: Mapping[str, list[str]]) -> list[Shortlist]:
    """The shortlist of each of the `aliases`, by item, in an index of all `names`."""
    index = NameIndex.build((item, [name]) for item, name in names.items())
    place = {item: position for position, item in enumerate(names)}
    found = []
    for item, asked in aliases.items():
        for alias in asked:
            weighed = index.weigh(alias, GENEROUS.shortlist)
            items = [one.item for one in weighed]
            right = items.index(place[item]) if place[item] in items else -1
            found.append(Shortlist([one.evidence for one in weighed], right, fold_of(item)))
    return found


def fit_ranking(lists: list[Shortlist]) -> Array:
    """Weights of the evidence by which the right name comes first (listwise softmax, Adam)."""
    groups = [one for one in lists if one.right >= 0]
    scale = np.vstack([np.array(one.evidence, float) for one in groups]).std(axis=0) + 1e-6
    values = np.zeros((len(groups), max(len(one.evidence) for one in groups), len(scale)))
    absent = np.full(values.shape[:2], -1e9)
    for place, one in enumerate(groups):
        values[place, : len(one.evidence)] = np.array(one.evidence, float) / scale
        absent[place, : len(one.evidence)] = 0.0
    wanted = values[np.arange(len(groups)), [one.right for one in groups]].sum(axis=0)
    kept = np.array([name not in UNRANKED for name in Evidence._fields], float)
    weights = np.zeros(len(scale))
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, ROUNDS + 1):
        odds = values @ weights + absent
        odds = np.exp(odds - odds.max(axis=1, keepdims=True))
        odds /= odds.sum(axis=1, keepdims=True)
        slope = kept * (np.einsum("ij,ijk->k", odds, values) - wanted) / len(groups) + 1e-3 * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope**2
        weights = weights - 0.1 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    fitted: Array = weights / scale
    return fitted


def first_of(found: Sequence[tuple[float, Evidence]], *, right: bool, inside: bool, items: int, fold: int = -1) -> Row:
    """What is said about the first of the names that an index of so many `items` found, each with its rank."""
    if not found:
        nothing = describe(NO_EVIDENCE, 0.0, None)
        return Row((0.0,) * len(nothing), right=False, inside=inside, shortness=shortness(items), fold=fold)
    margin = found[0][0] - found[1][0] if len(found) > 1 else FAR
    rival = found[1][1] if len(found) > 1 else None
    return Row(describe(found[0][1], margin, rival), right, inside, shortness(items), fold)


def outcomes(lists: list[Shortlist], ranking: Array, items: int) -> list[Row]:
    """The rows of each query, with its right item and without it."""
    rows: list[Row] = []
    for evidence, right, fold in lists:
        for removed in (False, True):
            kept = [
                (float(np.dot(ranking, one)), place)
                for place, one in enumerate(evidence)
                if not (removed and place == right)
            ]
            kept.sort(reverse=True)
            first = bool(kept) and not removed and kept[0][1] == right
            found = [(score, evidence[place]) for score, place in kept]
            rows.append(first_of(found, right=first, inside=not removed, items=items, fold=fold))
    return rows


def ranked_names(index: NameIndex, query: str, ranking: Array) -> tuple[list[tuple[float, Evidence]], int]:
    """What `index` has for `query`, best first, and the number of the first item, or -1."""
    found = sorted(
        ((float(np.dot(ranking, one.evidence)), one) for one in index.weigh(query, GENEROUS.shortlist)), reverse=True
    )
    return [(score, one.evidence) for score, one in found], found[0][1].item if found else -1


def library_outcomes(ranking: Array, aliases: Mapping[str, list[str]]) -> list[Row]:
    """The rows of what the names of the shipped library are asked.

    That is the tuned-on questions, descriptions only as negatives; the library's own names with a slip; and `aliases`,
    by item, of a list of others.
    """
    entities = list(Library.open().entities.values())
    index = NameIndex.build((entity.id, entity.names) for entity in entities)
    rows: list[Row] = []
    for question in questions(TUNED_ON):
        if question.among:
            continue
        found, first = ranked_names(index, parse_query(question.query).subject, ranking)
        right = bool(found and question.title and re.search(question.title, entities[first].name, re.IGNORECASE))
        named = question.category in NAMED
        if found and not (right and not named):
            rows.append(first_of(found, right=right, inside=named, items=len(entities)))
    rows.extend(slips(index, [entity.names for entity in entities], ranking))
    for item, names in aliases.items():
        if any(hit.score > KNOWN for name in names for hit in index.search(name, 1)):
            continue
        asked = (ranked_names(index, name, ranking)[0] for name in names)
        fold = fold_of(item)
        rows.extend(first_of(found, right=False, inside=False, items=len(entities), fold=fold) for found in asked)
    return rows


def slips(index: NameIndex, names: Sequence[Iterable[str]], ranking: Array) -> Iterator[Row]:
    """The rows of the Latin `names` of the items of `index`, each with a slip."""
    owners: dict[str, set[int]] = {}
    for place, own in enumerate(names):
        for name in own:
            owners.setdefault(folded(name), set()).add(place)
    rng = random.Random(SEED)  # noqa: S311 (slips, not secrets)
    for name, places in owners.items():
        if name.isascii() and (slipped := slip(name, rng)) not in owners:
            found, first = ranked_names(index, slipped, ranking)
            yield first_of(found, right=first in places, inside=True, items=len(names))


def slip(name: str, rng: random.Random) -> str:
    """`name` with a slip in one of its words of at least three letters, or as it is."""
    words = name.split()
    places = [place for place, word in enumerate(words) if len(word) > 2]
    if places:
        place = rng.choice(places)
        words[place] = edited(words[place], rng)
    return " ".join(words)


def part_outcomes(names: Mapping[str, str], aliases: Mapping[str, list[str]], ranking: Array) -> list[Row]:
    """The rows of `aliases`, by item, asked of random parts of the list of `names`: of its items and of others."""
    rng = random.Random(SEED)  # noqa: S311 (a sample)
    rows: list[Row] = []
    for size, count in PARTS.items():
        for _ in range(count):
            chosen = rng.sample(sorted(aliases), min(size, len(aliases)))
            index = NameIndex.build((item, [names[item]]) for item in chosen)
            others = rng.sample(sorted(aliases.keys() - set(chosen)), min(size, len(aliases) - len(chosen)))
            for item in (*chosen, *others):
                for alias in aliases[item]:
                    found, first = ranked_names(index, alias, ranking)
                    right = bool(found) and chosen[first] == item
                    fold = fold_of(item)
                    rows.append(first_of(found, right=right, inside=item in chosen, items=len(chosen), fold=fold))
    return rows


def fit_sureness(rows: Sequence[Row], short: Sequence[Row]) -> Array:
    """Weights and constant for long lists, then what short ones add (logistic regression, Newton)."""
    values = design([*rows, *short])
    right = np.array([one.right for one in (*rows, *short)], float)
    counts = np.array([1.0] * len(rows) + [SHORT_WEIGHT] * len(short))
    weights = np.zeros(values.shape[1])
    for _ in range(40):
        sure = 1 / (1 + np.exp(-values @ weights))
        slope = values.T @ (counts * (sure - right)) + 0.3 * weights
        bend = (values * (counts * sure * (1 - sure))[:, None]).T @ values + 0.3 * np.eye(len(weights))
        weights = weights - np.linalg.solve(bend, slope)
    return weights


def design(rows: Sequence[Row]) -> Array:
    """What describes each of `rows`, and a constant, then the same once more as far as its list is short."""
    values = np.array([[*one.described, 1.0] for one in rows])
    return np.hstack([values, values * np.array([[one.shortness] for one in rows])])


def sureness_of(rows: Sequence[Row], weights: Array) -> Array:
    """How sure the first name of each row is."""
    sure: Array = 1 / (1 + np.exp(-design(rows) @ weights))
    return sure


def report(rows: Sequence[Row], sure: Array) -> None:
    """Prints the share of queries answered right at some rates of false and of wrong answers, and the calibration."""
    asked = [(float(one), row.right) for row, one in zip(rows, sure, strict=True) if row.inside]
    false = [float(one) for row, one in zip(rows, sure, strict=True) if not row.inside]
    print(f"top-1 {sum(right for _, right in asked) / len(asked):.4f}")
    for rate in (0.002, 0.005, 0.01, 0.02, 0.05, 0.1):
        threshold = np.quantile(false, 1 - rate)
        print(
            f"rate {rate:.3f}: of false, threshold {threshold:.3f}, right {right_at_false(asked, false, rate):.3f}; "
            f"of wrong, right {right_at_wrong(asked, rate):.3f}"
        )
    print("calibration: sure, share right, queries")
    for low in np.arange(0, 1, 0.1):
        within = [right for one, right in asked if low <= one < low + 0.1]
        if within:
            print(f"  {low:.1f}-{low + 0.1:.1f}  {sum(within) / len(within):.2f}  {len(within)}")


def main() -> None:
    """Fits, cross-validates and prints."""
    folder = Path(sys.argv[1])
    names = {
        found["id"]: found["name"] for found in map(json.loads, (folder / "ofac-names.jsonl").open(encoding="utf-8"))
    }
    aliases: dict[str, list[str]] = {}
    for query in map(json.loads, (folder / "ofac-queries.jsonl").open(encoding="utf-8")):
        if query["part"] == "train":
            aliases.setdefault(query["id"], []).append(query["query"])
    if len(sys.argv) > 2:
        aliases = dict(islice(aliases.items(), int(sys.argv[2])))
    lists = shortlists(names, aliases)
    held_out: list[Row] = []
    for fold in range(FOLDS):
        ranking = fit_ranking([one for one in lists if one.fold != fold])
        held_out += outcomes([one for one in lists if one.fold == fold], ranking, len(names))
    ranking = fit_ranking(lists)
    library, parts = library_outcomes(ranking, aliases), part_outcomes(names, aliases, ranking)
    sure, sure_of_parts = np.zeros(len(held_out)), np.zeros(len(parts))
    for fold in range(FOLDS):
        short = [one for one in (*library, *parts) if one.fold != fold]
        fitted = fit_sureness([one for one in held_out if one.fold != fold], short)
        for rows, found in ((held_out, sure), (parts, sure_of_parts)):
            within = [place for place, one in enumerate(rows) if one.fold == fold]
            found[within] = sureness_of([rows[place] for place in within], fitted)
    print("public list, cross-validated:")
    report(held_out, sure)
    for size in PARTS:
        within = [place for place, one in enumerate(parts) if one.shortness == shortness(size)]
        print(f"parts of it with {size} items, cross-validated but for the ranking:")
        report([parts[place] for place in within], sure_of_parts[within])
    fitted = fit_sureness(outcomes(lists, ranking, len(names)), [*library, *parts])
    print("what the shipped library is asked:")
    report(library, sureness_of(library, fitted))
    print("RANKING", {name: round(float(value), 2) for name, value in zip(Evidence._fields, ranking, strict=True)})
    long, more = np.split(fitted, 2)
    for name, weights in (("IN_LONG", long), ("IN_SHORT", long + more)):
        print(name, tuple(round(float(value), 2) for value in weights))


if __name__ == "__main__":
    main()
