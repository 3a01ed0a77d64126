"""Fits how surely a unit is what a question asks for, by how its texts answer it, and shows what each threshold costs.

    python -m tests.bench.fit_decision

Uses the tuned-on half of `tests/data/questions.jsonl` and the shipped library. Prints the constants of
`briefs/search/relevance.py`, and the curves behind the thresholds of `briefs/search/decision.py`.
"""

import numpy as np

from briefs.library import Library
from briefs.models import Kind
from briefs.search.answer import Outcome, Result
from briefs.search.cache import compiled_for
from briefs.search.query import parse_query
from briefs.search.relevance import describe
from briefs.search.texts import TextIndex
from tests.bench.questions import Question, questions

CONSIDERED = 8
PENALTY = 1.0
KINDS = list(Kind)


def rows(texts: TextIndex, question: Question) -> list[tuple[list[float], bool]]:
    """What describes each of the first units that the texts find, and whether it is right."""
    terms = texts.reader.read(parse_query(question.query))
    found = []
    for hit in texts.search(terms)[:CONSIDERED]:
        cites = texts.ranked_cites(terms, hit.unit)
        result = Result(hit.unit.kind, hit.unit.id, hit.unit.title, hit.score, cites, "")
        right = question.category != "none" and (question.fits(result) or hit.unit.id in question.among)
        kind = [float(hit.unit.kind is one) for one in KINDS]
        found.append(([*describe(hit.features), *kind, 1.0], right))
    return found


def steepness(scores: list[float], right: list[bool]) -> tuple[float, float]:
    """Scale and shift of `scores`, log odds, that make them say how often the first unit is right (J. Platt, 1999)."""
    values = np.array([[score, 1.0] for score in scores])
    wanted = np.array(right, float)
    weights = np.array([1.0, 0.0])
    for _ in range(40):
        sure = 1 / (1 + np.exp(-values @ weights))
        bend = (values * (sure * (1 - sure))[:, None]).T @ values + 1e-6 * np.eye(2)
        weights = weights - np.linalg.solve(bend, values.T @ (sure - wanted))
    print("texts alone: probability, right first, false answers")
    sure = 1 / (1 + np.exp(-values @ weights))
    for threshold in np.arange(0.1, 0.9, 0.05):
        said = sure >= threshold
        print(f"  {threshold:.2f}  {(said & (wanted == 1)).sum():4d}  {(said & (wanted == 0)).sum():4d}")
    return float(weights[0]), float(weights[1])


def main() -> None:
    """Fits and prints."""
    library = Library.open()
    compiled = compiled_for(library)
    texts = TextIndex(compiled.texts, compiled.names.spellings)
    tuned = [question for question in questions() if question.tuned_on]
    asked = [found for question in tuned if (found := rows(texts, question))]
    found = [row for one in asked for row in one]
    values = np.array([row[0] for row in found])
    right = np.array([row[1] for row in found], float)
    weights = np.zeros(values.shape[1])
    for _ in range(60):
        sure = 1 / (1 + np.exp(-values @ weights))
        bend = (values * (sure * (1 - sure))[:, None]).T @ values + PENALTY * np.eye(len(weights))
        weights = weights - np.linalg.solve(bend, values.T @ (sure - right) + PENALTY * weights)
    # What ranks units well says too little of whether the first one is right at all: that is fitted on the first alone.
    first = [max(one, key=lambda row: float(np.dot(row[0], weights))) for one in asked]
    scale, shift = steepness([float(np.dot(row[0], weights)) for row in first], [row[1] for row in first])
    weights = weights * scale
    weights[-1] += shift
    split = len(weights) - len(KINDS) - 1
    print(
        "WEIGHTS",
        tuple(round(float(weight), 2) for weight in weights[:split]),
        "CONSTANT",
        round(float(weights[-1]), 2),
    )
    print(
        "PREFERENCE",
        {kind.name: round(float(weight), 2) for kind, weight in zip(KINDS, weights[split:-1], strict=True)},
    )
    print("threshold: right first of those in scope, false answers of those out of scope")
    answers = [(question, library.search(question.query)) for question in tuned]
    for threshold in np.arange(0.2, 0.9, 0.05):
        inside = [pair for pair in answers if pair[0].category != "none" and not pair[0].among]
        outside = [answer for question, answer in answers if question.category == "none"]
        right_first = sum(
            answer.outcome is not Outcome.NOTHING
            and answer.results[0].score >= threshold
            and question.fits(answer.results[0])
            for question, answer in inside
        )
        false = sum(
            answer.outcome is not Outcome.NOTHING and answer.results[0].score >= threshold for answer in outside
        )
        print(f"  {threshold:.2f}  {right_first / len(inside):.3f}  {false / len(outside):.3f}")


if __name__ == "__main__":
    main()
