"""Fits how the evidence ranks names and how sure the first one is.

    python -m tests.bench.fit_names ../shared/eval/names [limit]

Ranking is fitted on the `train` part of a public list of aliases. Sureness is fitted on that and on the tuned-on half
of the project's questions, asked of the shipped library, so that it holds for long and short lists. A false answer on
the list is simulated by taking the right item out of the index. Prints the constants of
`briefs/search/names/calibration.py` and, by cross-validation within `train`, the top-1 share and the curve of answers
against false answers. The `test` part is not read; `tests/bench/quality.py` reports on it.
"""

import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from briefs.library import Library
from briefs.search.names.budget import GENEROUS
from briefs.search.names.calibration import FAR, describe
from briefs.search.names.evidence import Evidence
from briefs.search.names.index import NameIndex
from briefs.search.query import parse_query
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
    fold: int = -1


NAMED = frozenset({"translit", "typo", "arabic"})
LIBRARY_WEIGHT = 3.0
"""What one question to the library counts, against one alias of the list."""
ROUNDS = 250
FOLDS = 5
NO_EVIDENCE = Evidence._make([0] * len(Evidence._fields))
# What the ranking leaves out, since cross-validation found no gain in it.
UNRANKED = frozenset({"extra", "strange", "said"})


def shortlists(folder: Path, limit: int) -> list[Shortlist]:
    """The shortlist of each query of the `train` part."""
    names = [json.loads(line) for line in (folder / "ofac-names.jsonl").open(encoding="utf-8")]
    queries = [json.loads(line) for line in (folder / "ofac-queries.jsonl").open(encoding="utf-8")]
    train = [query for query in queries if query["part"] == "train"]
    index = NameIndex.build((name["id"], [name["name"]]) for name in names)
    place = {name["id"]: position for position, name in enumerate(names)}
    found = []
    for query in train[:limit]:
        weighed = index.weigh(query["query"], GENEROUS.shortlist)
        right = [one.item for one in weighed]
        wanted = place[query["id"]]
        found.append(
            Shortlist(
                [one.evidence for one in weighed],
                right.index(wanted) if wanted in right else -1,
                crc32(query["id"].encode()) % FOLDS,
            )
        )
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


def outcomes(lists: list[Shortlist], ranking: Array) -> list[Row]:
    """The rows of each query, with its right item and without it."""
    rows: list[Row] = []
    for evidence, right, fold in lists:
        for removed in (False, True):
            kept = [
                (float(np.dot(ranking, one)), place)
                for place, one in enumerate(evidence)
                if not (removed and place == right)
            ]
            if not kept:
                rows.append(
                    Row((0.0,) * len(describe(NO_EVIDENCE, 0.0, None)), right=False, inside=not removed, fold=fold)
                )
                continue
            kept.sort(reverse=True)
            margin = kept[0][0] - kept[1][0] if len(kept) > 1 else FAR
            rival = evidence[kept[1][1]] if len(kept) > 1 else None
            described = describe(evidence[kept[0][1]], margin, rival)
            rows.append(Row(described, not removed and kept[0][1] == right, not removed, fold))
    return rows


def library_outcomes(ranking: Array) -> list[Row]:
    """The rows of the tuned-on questions, asked of the names of the shipped library; descriptions only as negatives."""
    library = Library.open()
    entities = list(library.entities.values())
    index = NameIndex.build((entity.id, entity.names) for entity in entities)
    rows: list[Row] = []
    for question in questions(TUNED_ON):
        if question.among:
            continue
        found = index.weigh(parse_query(question.query).subject, GENEROUS.shortlist)
        ranked = sorted(((float(np.dot(ranking, one.evidence)), one) for one in found), reverse=True)
        if not ranked:
            continue
        first = ranked[0][1]
        right = bool(question.title and re.search(question.title, entities[first.item].name, re.IGNORECASE))
        if right and question.category not in NAMED:
            continue
        margin = ranked[0][0] - ranked[1][0] if len(ranked) > 1 else FAR
        rival = ranked[1][1].evidence if len(ranked) > 1 else None
        rows.append(Row(describe(first.evidence, margin, rival), right, question.category in NAMED))
    return rows


def fit_sureness(rows: list[Row], more: list[Row]) -> Array:
    """Weights and constant of the probability that the first name is right (logistic regression, Newton)."""
    values = np.array([[*row.described, 1.0] for row in (*rows, *more)])
    right = np.array([row.right for row in (*rows, *more)], float)
    counts = np.array([1.0] * len(rows) + [LIBRARY_WEIGHT] * len(more))
    weights = np.zeros(values.shape[1])
    for _ in range(40):
        sure = 1 / (1 + np.exp(-values @ weights))
        slope = values.T @ (counts * (sure - right)) + 0.3 * weights
        bend = (values * (counts * sure * (1 - sure))[:, None]).T @ values + 0.3 * np.eye(len(weights))
        weights = weights - np.linalg.solve(bend, slope)
    return weights


def sureness_of(rows: Sequence[Row], weights: Array) -> Array:
    """How sure the first name of each row is."""
    weighed = np.array([[*row.described, 1.0] for row in rows]) @ weights
    sure: Array = 1 / (1 + np.exp(-weighed))
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
    lists = shortlists(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 10**9)
    held_out: list[Row] = []
    for fold in range(FOLDS):
        ranking = fit_ranking([one for one in lists if one.fold != fold])
        held_out += outcomes([one for one in lists if one.fold == fold], ranking)
    ranking = fit_ranking(lists)
    asked = library_outcomes(ranking)
    sure = np.zeros(len(held_out))
    for fold in range(FOLDS):
        fitted = fit_sureness([row for row in held_out if row.fold != fold], asked)
        within = [place for place, row in enumerate(held_out) if row.fold == fold]
        sure[within] = sureness_of([held_out[place] for place in within], fitted)
    print("public list, cross-validated:")
    report(held_out, sure)
    sureness = fit_sureness(outcomes(lists, ranking), asked)
    print("the library's tuned-on questions:")
    report(asked, sureness_of(asked, sureness))
    print("RANKING", {name: round(float(value), 2) for name, value in zip(Evidence._fields, ranking, strict=True)})
    print(
        "SURENESS", tuple(round(float(value), 2) for value in sureness[:-1]), "CONSTANT", round(float(sureness[-1]), 2)
    )


if __name__ == "__main__":
    main()
