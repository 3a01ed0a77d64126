"""Fits how surely a unit is what a question asks for, by how its texts answer it, and shows what each threshold costs.

    python tests/bench/fit_decision.py

Uses the tuned-on half of `tests/data/questions.jsonl` and the shipped library. Prints the constants of
`briefs/search/relevance.py`, and, over the whole search, the curve behind the thresholds of `briefs/search/decision.py`.
"""

import numpy as np
from questions import Question, questions

from briefs.library import Library
from briefs.models import Kind
from briefs.search.answer import Outcome, Result
from briefs.search.cache import compiled_for
from briefs.search.query import parse_query
from briefs.search.relevance import describe
from briefs.search.texts import TextIndex

CONSIDERED = 8
PENALTY = 1.0
KINDS = list(Kind)


def rows(texts: TextIndex, question: Question) -> list[tuple[list[float], bool]]:
    """What describes each of the first units that the texts find, and whether it is right."""
    query = parse_query(question.query)
    terms = texts.reader.read(query.terms)
    found = []
    for hit in texts.search(terms)[:CONSIDERED]:
        cites = texts.ranked_cites(query, terms, hit.unit)
        result = Result(hit.unit.kind, hit.unit.id, hit.unit.title, hit.score, cites, "")
        right = question.category != "none" and (question.fits(result) or hit.unit.id in question.among)
        kind = [float(hit.unit.kind is one) for one in KINDS]
        found.append(([*describe(hit.features), *kind, 1.0], right))
    return found


def main() -> None:
    """Fits and prints."""
    library = Library.open()
    compiled = compiled_for(library)
    texts = TextIndex(compiled.texts, compiled.names.spellings)
    tuned = [question for question in questions() if question.tuned_on]
    found = [row for question in tuned for row in rows(texts, question)]
    values = np.array([row[0] for row in found])
    right = np.array([row[1] for row in found], float)
    weights = np.zeros(values.shape[1])
    for _ in range(60):
        sure = 1 / (1 + np.exp(-values @ weights))
        bend = (values * (sure * (1 - sure))[:, None]).T @ values + PENALTY * np.eye(len(weights))
        weights = weights - np.linalg.solve(bend, values.T @ (sure - right) + PENALTY * weights)
    split = len(weights) - len(KINDS) - 1
    print("WEIGHTS", tuple(round(float(weight), 2) for weight in weights[:split]), "CONSTANT", round(float(weights[-1]), 2))
    print("PREFERENCE", {kind.name: round(float(weight), 2) for kind, weight in zip(KINDS, weights[split:-1], strict=True)})
    print("threshold: right first of those in scope, false answers of those out of scope")
    answers = [(question, library.search(question.query)) for question in tuned]
    for threshold in np.arange(0.2, 0.9, 0.05):
        inside = [pair for pair in answers if pair[0].category != "none" and not pair[0].among]
        outside = [answer for question, answer in answers if question.category == "none"]
        first = sum(
            answer.outcome is not Outcome.NOTHING and answer.results[0].score >= threshold and question.fits(answer.results[0])
            for question, answer in inside
        )
        false = sum(answer.outcome is not Outcome.NOTHING and answer.results[0].score >= threshold for answer in outside)
        print(f"  {threshold:.2f}  {first / len(inside):.3f}  {false / len(outside):.3f}")


if __name__ == "__main__":
    main()
